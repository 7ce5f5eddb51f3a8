import { Select, Text, TextInput } from '@mantine/core';
import { useQuery } from 'urql';
import { useAct, useKey } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { amountWanted, decimalsOf, moneyText, percentOf, readAmount } from '@/shared/format/money';
import { DialogForm, needed, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { done } from '@/shared/ui/toast';
import type { RefundAction } from './refund-steps';
import { type RefundFacts as Facts, RefundFacts } from './return-query';

const PaidMutation = graphql(
  `mutation MarkRefundPaid($input: MarkRefundPaidInput!) {
    markRefundPaid(input: $input) { refund { ...RefundFacts return { id } } userErrors { field message code } }
  }`,
  [RefundFacts],
);
const FailedMutation = graphql(
  `mutation MarkRefundFailed($input: MarkRefundFailedInput!) {
    markRefundFailed(input: $input) { refund { ...RefundFacts return { id } } userErrors { field message code } }
  }`,
  [RefundFacts],
);
const RetryMutation = graphql(
  `mutation RetryRefund($input: RetryRefundInput!) {
    retryRefund(input: $input) { refund { ...RefundFacts return { id } } userErrors { field message code } }
  }`,
  [RefundFacts],
);
const AdjustMutation = graphql(
  `mutation AdjustRefund($input: AdjustRefundInput!) {
    adjustRefund(input: $input) { refund { ...RefundFacts return { id } } userErrors { field message code } }
  }`,
  [RefundFacts],
);
const TenderMutation = graphql(
  `mutation PickTender($input: PickTenderInput!) {
    pickTender(input: $input) { refund { ...RefundFacts return { id } } userErrors { field message code } }
  }`,
  [RefundFacts],
);
const CancelMutation = graphql(
  `mutation CancelRefund($input: CancelRefundInput!) {
    cancelRefund(input: $input) { refund { ...RefundFacts return { id } } userErrors { field message code } }
  }`,
  [RefundFacts],
);

/** What the order was paid with: a refund goes there first. */
const TendersQuery = graphql(
  `query OrderTenders($id: ID!) { order(id: $id) { id tenders { id label amount { amount currencyCode } } } }`,
);

type Words = {
  title: string;
  verb: string;
  /** What is to be said, in the server's name of it. */
  asks?: { field: 'reference' | 'reason' | 'label'; label: string; help: string };
};

const words: Record<RefundAction, Words> = {
  paid: {
    title: 'Mark as paid',
    asks: {
      field: 'reference',
      label: 'Reference of the payment',
      help: 'As on the statement. The shopper reads it in their message too.',
    },
    verb: 'Mark as paid',
  },
  failed: {
    title: 'Paying failed',
    asks: { field: 'reason', label: 'What went wrong', help: 'The team is told.' },
    verb: 'Mark as failed',
  },
  retry: { title: 'Put back to due', verb: 'Put back to due' },
  adjust: {
    title: 'Adjust this refund',
    asks: { field: 'reason', label: 'Reason', help: 'Stands in the waterfall; the shopper reads it.' },
    verb: 'Adjust',
  },
  tender: {
    title: 'Choose the means',
    asks: {
      field: 'label',
      label: 'Means of payment',
      help: 'For example: Visa ending 4242, bank transfer.',
    },
    verb: 'Use this means',
  },
  cancel: {
    title: 'Give this refund up',
    asks: { field: 'reason', label: 'Reason', help: 'Stands in the timeline.' },
    verb: 'Give up the refund',
  },
};

type DialogProps = { of: Facts; action: RefundAction; orderId?: string | undefined; onClose: () => void };

const ANOTHER = 'another';

function useTenders(wanted: boolean, orderId: string | undefined) {
  const [{ data }] = useQuery({ query: TendersQuery, variables: { id: orderId ?? '' }, pause: !wanted || !orderId });
  return data?.order?.tenders ?? [];
}

export function RefundDialog({ of, action, orderId, onClose }: DialogProps) {
  const tenders = useTenders(action === 'tender', orderId);
  const [paid] = useAct(PaidMutation);
  const [failed] = useAct(FailedMutation);
  const [retry] = useAct(RetryMutation);
  const [adjust] = useAct(AdjustMutation);
  const [tender] = useAct(TenderMutation);
  const [cancel] = useAct(CancelMutation);
  const key = useKey();
  const decimals = decimalsOf(of.amount.amount);
  const refundId = of.id;
  const { title, asks, verb } = words[action];
  const pickedOf = (id: string) => tenders.find((each) => each.id === id);
  const form = useActForm({
    initialValues: { tenderId: ANOTHER, amount: '', reference: '', reason: '', label: '' },
    validate: (values) => ({
      amount:
        action === 'adjust' && readAmount(values.amount, decimals) === null
          ? amountWanted(of.amount.currencyCode, decimals)
          : null,
      ...(asks && !pickedOf(values.tenderId)
        ? { [asks.field]: needed('This has to be said, in a few words.')(values[asks.field]) }
        : {}),
    }),
    act: ({ tenderId, amount, reference, reason, label }) => {
      const picked = pickedOf(tenderId);
      const input = { refundId, reference };
      const run = {
        paid: () => paid({ input: { ...input, idempotencyKey: key(input) } }),
        failed: () => failed({ input: { refundId, reason } }),
        retry: () => retry({ input: { refundId } }),
        adjust: () =>
          adjust({ input: { refundId, version: of.version, amount: readAmount(amount, decimals) ?? amount, reason } }),
        tender: () => tender({ input: { refundId, tenderId: picked?.id ?? null, label: picked?.label ?? label } }),
        cancel: () => cancel({ input: { refundId, reason } }),
      };
      return run[action]();
    },
    onDone: () => {
      if (action === 'paid') done(`${moneyText(of.amount)} is marked as paid; the shopper is told.`);
      onClose();
    },
  });
  const { fields } = form;
  return (
    <Dialog onClose={onClose} title={title}>
      <DialogForm of={form} verb={verb} onClose={onClose}>
        {action === 'paid' && (
          <Text>
            You have paid <b>{moneyText(of.amount)}</b>
            {of.waterfall.tenders.length > 0 && ` to ${of.waterfall.tenders.map((each) => each.label).join(' and ')}`}.
            The shopper gets the message “Refund issued”.
          </Text>
        )}
        {action === 'adjust' && (
          <TextInput
            label={`Amount in ${of.amount.currencyCode}`}
            description="Positive gives more, negative less. Never above what was paid."
            required
            inputMode="decimal"
            placeholder={`-${percentOf(of.amount, 10)}`}
            data-autofocus
            {...fields.getInputProps('amount')}
          />
        )}
        {action === 'tender' && tenders.length > 0 && (
          <Select
            label="To"
            allowDeselect={false}
            data={[
              ...tenders.map((each) => ({
                value: each.id,
                label: each.amount ? `${each.label}, paid ${moneyText(each.amount)}` : each.label,
              })),
              { value: ANOTHER, label: 'Another means' },
            ]}
            {...fields.getInputProps('tenderId')}
          />
        )}
        {asks && !pickedOf(fields.values.tenderId) && (
          <TextInput
            label={asks.label}
            description={asks.help}
            required
            data-autofocus={action !== 'adjust' || undefined}
            {...fields.getInputProps(asks.field)}
          />
        )}
      </DialogForm>
    </Dialog>
  );
}
