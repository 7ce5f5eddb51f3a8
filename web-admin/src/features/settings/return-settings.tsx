import { Button, Checkbox, Group, MultiSelect, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { useShopAmounts } from '@/shared/session/viewer';
import { useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { done } from '@/shared/ui/toast';
import { OrderSettings } from './order-settings';
import { Publishing } from './publishing';
import css from './settings.module.css';
import { staleWords } from './tenant-query';

const Facts = graphql(`
  fragment ReturnSettingsFacts on ReturnSettings {
    version
    resolutions
    assumedTransitDays
    hoursToWaitForRest
    evidenceDays
    refundOutboundShipping
    returnShipping
    labelFee { amount currencyCode }
    agentAdjustmentLimit { amount currencyCode }
  }
`);
const SettingsQuery = graphql(`query ReturnSettings { returnSettings { ...ReturnSettingsFacts } }`, [Facts]);
const UpdateMutation = graphql(
  `mutation UpdateReturnSettings($input: UpdateReturnSettingsInput!) {
    updateReturnSettings(input: $input) { settings { ...ReturnSettingsFacts } userErrors { field message code } }
  }`,
  [Facts],
);

export function ReturnSettings() {
  const query = useQuery({ query: SettingsQuery });
  return (
    <>
      <Loaded query={query}>{({ returnSettings }) => <Form key={returnSettings.version} of={returnSettings} />}</Loaded>
      <OrderSettings />
      <Publishing />
    </>
  );
}

function Form({ of }: { of: ResultOf<typeof Facts> }) {
  const may = useCan()('tenant:write');
  const [update] = useAct(UpdateMutation);
  const { read, wanted } = useShopAmounts();
  const form = useActForm({
    initialValues: {
      resolutions: [...of.resolutions],
      assume: of.assumedTransitDays !== null,
      assumedTransitDays: of.assumedTransitDays ?? 5,
      hoursToWaitForRest: of.hoursToWaitForRest,
      evidenceDays: of.evidenceDays,
      refundOutboundShipping: of.refundOutboundShipping,
      returnShipping: of.returnShipping,
      labelFee: of.labelFee?.amount ?? '0',
      limited: of.agentAdjustmentLimit !== null,
      agentAdjustmentLimit: of.agentAdjustmentLimit?.amount ?? '0',
    },
    validate: {
      labelFee: (value) => (read(value) === null ? wanted : null),
      agentAdjustmentLimit: (value, { limited }) => (limited && read(value) === null ? wanted : null),
    },
    act: ({ assume, assumedTransitDays, labelFee, limited, agentAdjustmentLimit, ...rest }) =>
      update({
        input: {
          ...rest,
          version: of.version,
          labelFee: read(labelFee),
          ...(assume ? { assumedTransitDays } : { assumeNoDelivery: true }),
          ...(limited ? { agentAdjustmentLimit: read(agentAdjustmentLimit) } : { agentsAdjustFreely: true }),
        },
      }),
    onDone: () => done('Saved. New requests follow it.'),
    staleWords,
  });
  const { fields } = form;
  return (
    <Panel title="Returns">
      <form noValidate onSubmit={form.submit}>
        <fieldset disabled={!may} style={{ border: 0, padding: 0, margin: 0 }}>
          <Stack className={css.form}>
            <FormError>{fields.errors.form}</FormError>
            <MultiSelect
              label="What shoppers may ask for"
              data={[
                { value: 'REFUND', label: 'Refund' },
                { value: 'EXCHANGE', label: 'Exchange' },
              ]}
              {...fields.getInputProps('resolutions')}
            />
            <Select
              label="Who pays the way back"
              description="When no rule says."
              allowDeselect={false}
              data={[
                { value: 'MERCHANT', label: 'You' },
                { value: 'DEDUCTED', label: 'Deducted from the refund' },
                { value: 'SHOPPER', label: 'The shopper' },
              ]}
              {...fields.getInputProps('returnShipping')}
            />
            <TextInput
              label="Cost of a label"
              description={`In ${of.labelFee?.currencyCode ?? 'your currency'}; deducted where the way back is deducted. 0: nothing.`}
              inputMode="decimal"
              {...fields.getInputProps('labelFee')}
            />
            <Select
              label="Give outbound shipping back"
              description="Once per order."
              allowDeselect={false}
              data={[
                { value: 'NEVER', label: 'Never' },
                { value: 'FULL_RETURN', label: 'When everything comes back' },
                { value: 'DEFECT', label: 'When something was defective or wrong' },
                { value: 'ALWAYS', label: 'Always' },
              ]}
              {...fields.getInputProps('refundOutboundShipping')}
            />
            <Checkbox
              label="Assume delivery when nobody reported it"
              description="Return windows then count from dispatch plus these days, and say so."
              {...fields.getInputProps('assume', { type: 'checkbox' })}
            />
            {fields.values.assume && (
              <NumberInput
                label="Days from dispatch to delivery"
                min={0}
                max={60}
                allowDecimal={false}
                {...fields.getInputProps('assumedTransitDays')}
              />
            )}
            <NumberInput
              label="Business hours that approved items wait for the rest"
              description="So that one parcel carries them all; Saturdays and Sundays do not count. 0: they never wait."
              min={0}
              max={240}
              allowDecimal={false}
              {...fields.getInputProps('hoursToWaitForRest')}
            />
            <NumberInput
              label="Days to give evidence"
              description="Then the items expire."
              min={1}
              max={90}
              allowDecimal={false}
              {...fields.getInputProps('evidenceDays')}
            />
            <Checkbox
              label="Limit how far agents adjust refunds"
              description="Up or down, all adjustments of a refund together. Owners always may."
              {...fields.getInputProps('limited', { type: 'checkbox' })}
            />
            {fields.values.limited && (
              <TextInput
                label="At most"
                description={`In ${of.labelFee?.currencyCode ?? of.agentAdjustmentLimit?.currencyCode ?? 'your currency'}. 0: only owners adjust.`}
                inputMode="decimal"
                {...fields.getInputProps('agentAdjustmentLimit')}
              />
            )}
            {may && (
              <Group>
                <Button type="submit" loading={form.sending} disabled={!fields.isDirty()}>
                  Save
                </Button>
              </Group>
            )}
            {!may && <Text c="dimmed">Your role may look at these settings, not change them.</Text>}
          </Stack>
        </fieldset>
      </form>
    </Panel>
  );
}
