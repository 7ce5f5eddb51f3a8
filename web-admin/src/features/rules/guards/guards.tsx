import { Button, Group, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { amountOf, decimalsOf, type MoneyValue, percentOf } from '@/shared/format/money';
import { useCan } from '@/shared/session/session';
import { useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Notice } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { RulesPage } from '../rules-page';
import { capsSentence } from './caps';
import { HeldBack, HeldBackFacts } from './held-back';

const CapsFacts = graphql(`
  fragment CapsFacts on ApprovalCaps { approvals amount { amount currencyCode } days version }
`);
const GuardsQuery = graphql(
  `query Guards($returns: Boolean!) {
    tenant { id currency usualAmount { amount currencyCode } }
    approvalCaps { ...CapsFacts heldBack { ...HeldBackFacts } }
  }`,
  [CapsFacts, HeldBackFacts],
);
const ChangeCaps = graphql(
  `mutation ChangeApprovalCaps($input: ChangeApprovalCapsInput!) {
    changeApprovalCaps(input: $input) { caps { ...CapsFacts } userErrors { field message code } }
  }`,
  [CapsFacts],
);

export function Guards() {
  const query = useQuery({ query: GuardsQuery, variables: { returns: useCan()('returns:read') } });
  return (
    <RulesPage title="Guards" lead="What the rules may not do alone, whatever they say." narrow>
      <Loaded query={query}>
        {({ tenant, approvalCaps }) => (
          <Stack gap="lg">
            <Caps key={approvalCaps.version} of={approvalCaps} usual={tenant.usualAmount} />
            <Standing />
            <HeldBack of={approvalCaps.heldBack} />
          </Stack>
        )}
      </Loaded>
    </RulesPage>
  );
}

const stale = 'Somebody changed the settings meanwhile. Reload the page, look at them, and save again.';

function Caps({ of, usual }: { of: ResultOf<typeof CapsFacts>; usual: MoneyValue }) {
  const currency = usual.currencyCode;
  const decimals = decimalsOf(usual.amount);
  const example = percentOf(usual, 200);
  const may = useCan()('rules:write');
  const [change] = useAct(ChangeCaps);
  const form = useActForm({
    initialValues: {
      countOn: of.approvals !== null,
      approvals: of.approvals ?? (5 as number | ''),
      amountOn: of.amount !== null,
      amount: of.amount?.amount ?? example,
      days: of.days as number | '',
    },
    validate: {
      approvals: (value, { countOn }) => (countOn && !value ? 'Give a number from 1 to 1000' : null),
      amount: (value, { amountOn }) =>
        amountOn && !amountOf(value, decimals) ? `Give an amount above 0 in ${currency}, for example ${example}` : null,
      days: (value) => (value ? null : 'Give a number of days from 1 to 365'),
    },
    act: (values) =>
      change({
        input: {
          version: of.version,
          approvals: values.countOn ? Number(values.approvals) : null,
          amount: values.amountOn ? amountOf(values.amount, decimals) : null,
          days: Number(values.days),
        },
      }),
    onDone: () => done('Saved. New requests follow it.'),
    staleWords: stale,
  });
  const { fields } = form;
  const { countOn, approvals, amountOn, amount, days } = fields.values;
  return (
    <Panel title="Caps per shopper">
      <form noValidate onSubmit={form.submit}>
        <fieldset disabled={!may} style={{ border: 0, padding: 0, margin: 0 }}>
          <Stack>
            <FormError>{fields.errors.form}</FormError>
            <div aria-live="polite">
              <Notice tone="info">
                {capsSentence({
                  approvals: countOn ? Number(approvals) || 1 : null,
                  amount: amountOn ? amount : null,
                  days: Number(days) || 1,
                  currency,
                  decimals,
                })}
              </Notice>
            </div>
            <Switch
              label="Cap the number of automatic approvals"
              description="Returns that rules alone approved. What a person approved or what was canceled since does not count; withdrawals count, but are never held back."
              {...fields.getInputProps('countOn', { type: 'checkbox' })}
            />
            {countOn && (
              <NumberInput
                label="At most"
                suffix={approvals === 1 ? ' return' : ' returns'}
                min={1}
                max={1000}
                allowDecimal={false}
                {...fields.getInputProps('approvals')}
              />
            )}
            <Switch
              label="Cap their value"
              description="What was paid for the goods, the new return's included. In another currency nobody can add it up, so a person looks."
              {...fields.getInputProps('amountOn', { type: 'checkbox' })}
            />
            {amountOn && (
              <TextInput label={`At most, in ${currency}`} inputMode="decimal" {...fields.getInputProps('amount')} />
            )}
            <NumberInput
              label="Counted over the last"
              description="Days before the request. Rules may read the same counts, caps on or off."
              suffix={days === 1 ? ' day' : ' days'}
              min={1}
              max={365}
              allowDecimal={false}
              {...fields.getInputProps('days')}
            />
            {may ? (
              <Group>
                <Button type="submit" loading={form.sending} disabled={!fields.isDirty()}>
                  Save caps
                </Button>
              </Group>
            ) : (
              <Text c="dimmed">Your role may look at the caps, not change them.</Text>
            )}
          </Stack>
        </fieldset>
      </form>
    </Panel>
  );
}

function Standing() {
  return (
    <Panel title="Always on">
      <Stack gap="xs">
        <Text>
          <b>Asked for again.</b> What was rejected before is not approved by the rules alone when it is asked for
          again, under whatever reason. A person looks, and sees the first return. Asking for what the rules offered
          instead, for the same reason, is left to them.
        </Text>
        <Text>
          <b>Statutory rights.</b> No guard refuses or delays a withdrawal. It is approved above every cap, and the
          trace says so.
        </Text>
      </Stack>
    </Panel>
  );
}
