import { Button, Checkbox, Group, MultiSelect, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from 'urql';
import { fieldErrors, useAct } from '@/shared/api/act';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { useShopAmounts } from '@/shared/session/viewer';
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

const fields = [
  'resolutions',
  'assumedTransitDays',
  'hoursToWaitForRest',
  'evidenceDays',
  'labelFee',
  'agentAdjustmentLimit',
];

function Form({ of }: { of: ResultOf<typeof Facts> }) {
  const may = useCan()('tenant:write');
  const [update, busy] = useAct(UpdateMutation);
  const { read, wanted } = useShopAmounts();
  const form = useForm({
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
  });
  return (
    <Panel title="Returns">
      <form
        onSubmit={form.onSubmit(
          async ({ assume, assumedTransitDays, labelFee, limited, agentAdjustmentLimit, ...rest }) => {
            const fee = read(labelFee);
            const most = limited ? read(agentAdjustmentLimit) : '0';
            if (fee === null || most === null) {
              return form.setErrors({
                ...(fee === null && { labelFee: wanted }),
                ...(most === null && { agentAdjustmentLimit: wanted }),
              });
            }
            const { refused } = await update({
              input: {
                ...rest,
                version: of.version,
                labelFee: fee,
                ...(assume ? { assumedTransitDays } : { assumeNoDelivery: true }),
                ...(limited ? { agentAdjustmentLimit: most } : { agentsAdjustFreely: true }),
              },
            });
            if (!refused) return done('Saved. New requests follow it.');
            const stale = refused.some((each) => each.code === 'STALE');
            form.setErrors(stale ? { form: staleWords } : fieldErrors(refused, fields));
          },
        )}
      >
        <fieldset disabled={!may} style={{ border: 0, padding: 0, margin: 0 }}>
          <Stack className={css.form}>
            <FormError>{form.errors.form}</FormError>
            <MultiSelect
              label="What shoppers may ask for"
              data={[
                { value: 'REFUND', label: 'Refund' },
                { value: 'EXCHANGE', label: 'Exchange' },
              ]}
              {...form.getInputProps('resolutions')}
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
              {...form.getInputProps('returnShipping')}
            />
            <TextInput
              label="Cost of a label"
              description={`In ${of.labelFee?.currencyCode ?? 'your currency'}; deducted where the way back is deducted. 0: nothing.`}
              inputMode="decimal"
              {...form.getInputProps('labelFee')}
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
              {...form.getInputProps('refundOutboundShipping')}
            />
            <Checkbox
              label="Assume delivery when nobody reported it"
              description="Return windows then count from dispatch plus these days, and say so."
              {...form.getInputProps('assume', { type: 'checkbox' })}
            />
            {form.values.assume && (
              <NumberInput
                label="Days from dispatch to delivery"
                min={0}
                max={60}
                allowDecimal={false}
                {...form.getInputProps('assumedTransitDays')}
              />
            )}
            <NumberInput
              label="Business hours that approved items wait for the rest"
              description="So that one parcel carries them all; Saturdays and Sundays do not count. 0: they never wait."
              min={0}
              max={240}
              allowDecimal={false}
              {...form.getInputProps('hoursToWaitForRest')}
            />
            <NumberInput
              label="Days to give evidence"
              description="Then the items expire."
              min={1}
              max={90}
              allowDecimal={false}
              {...form.getInputProps('evidenceDays')}
            />
            <Checkbox
              label="Limit how far agents adjust refunds"
              description="Up or down, all adjustments of a refund together. Owners always may."
              {...form.getInputProps('limited', { type: 'checkbox' })}
            />
            {form.values.limited && (
              <TextInput
                label="At most"
                description={`In ${of.labelFee?.currencyCode ?? of.agentAdjustmentLimit?.currencyCode ?? 'your currency'}. 0: only owners adjust.`}
                inputMode="decimal"
                {...form.getInputProps('agentAdjustmentLimit')}
              />
            )}
            {may && (
              <Group>
                <Button type="submit" loading={busy} disabled={!form.isDirty()}>
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
