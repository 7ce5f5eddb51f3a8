import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { type Refused, useAct, useKey } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { amountWanted, decimalsOf, moneyText, percentOf, readAmount } from '@/shared/format/money';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
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

const words: Record<RefundAction, { title: string; label?: string; help?: string; verb: string }> = {
  paid: {
    title: 'Mark as paid',
    label: 'Reference of the payment',
    help: 'As on the statement. The shopper reads it in their message too.',
    verb: 'Mark as paid',
  },
  failed: { title: 'Paying failed', label: 'What went wrong', help: 'The team is told.', verb: 'Mark as failed' },
  retry: { title: 'Put back to due', verb: 'Put back to due' },
  adjust: {
    title: 'Adjust this refund',
    label: 'Reason',
    help: 'Stands in the waterfall; the shopper reads it.',
    verb: 'Adjust',
  },
  tender: {
    title: 'Choose the means',
    label: 'Means of payment',
    help: 'For example: Visa ending 4242, bank transfer.',
    verb: 'Use this means',
  },
  cancel: {
    title: 'Give this refund up',
    label: 'Reason',
    help: 'Stands in the timeline.',
    verb: 'Give up the refund',
  },
};

type DialogProps = { of: Facts; action: RefundAction; orderId?: string | undefined; onClose: () => void };

const ANOTHER = 'another';

export function RefundDialog({ of, action, orderId, onClose }: DialogProps) {
  const [{ data }] = useQuery({
    query: TendersQuery,
    variables: { id: orderId ?? '' },
    pause: action !== 'tender' || !orderId,
  });
  const known = data?.order?.tenders ?? [];
  const [tenderId, setTenderId] = useState(ANOTHER);
  const picked = known.find((each) => each.id === tenderId);
  const [paid, a] = useAct(PaidMutation);
  const [failed, b] = useAct(FailedMutation);
  const [retry, c] = useAct(RetryMutation);
  const [adjust, d] = useAct(AdjustMutation);
  const [tender, e] = useAct(TenderMutation);
  const [cancel, f] = useAct(CancelMutation);
  const key = useKey();
  const [text, setText] = useState('');
  const [amount, setAmount] = useState('');
  const [mistake, setMistake] = useState('');
  const [refused, setRefused] = useState<Refused[]>([]);
  const decimals = decimalsOf(of.amount.amount);
  const by = readAmount(amount, decimals);
  const refundId = of.id;
  const run = {
    paid: () => {
      const input = { refundId, reference: text };
      return paid({ input: { ...input, idempotencyKey: key(input) } });
    },
    failed: () => failed({ input: { refundId, reason: text } }),
    retry: () => retry({ input: { refundId } }),
    adjust: () => adjust({ input: { refundId, version: of.version, amount: by ?? amount, reason: text } }),
    tender: () => tender({ input: { refundId, tenderId: picked?.id ?? null, label: picked?.label ?? text } }),
    cancel: () => cancel({ input: { refundId, reason: text } }),
  };
  const { title, label, help, verb } = words[action];
  return (
    <Dialog onClose={onClose} title={title}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (action === 'adjust' && by === null) return setMistake(amountWanted(of.amount.currencyCode, decimals));
          const outcome = await run[action]();
          if (outcome.refused) return setRefused(outcome.refused);
          if (action === 'paid') done(`${moneyText(of.amount)} is marked as paid; the shopper is told.`);
          onClose();
        }}
      >
        <Stack>
          <FormError>{refused.map((each) => each.message).join(' ')}</FormError>
          {action === 'paid' && (
            <Text>
              You have paid <b>{moneyText(of.amount)}</b>
              {of.waterfall.tenders.length > 0 && ` to ${of.waterfall.tenders.map((each) => each.label).join(' and ')}`}
              . The shopper gets the message “Refund issued”.
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
              value={amount}
              error={mistake}
              onChange={(event) => {
                setAmount(event.currentTarget.value);
                setMistake('');
              }}
            />
          )}
          {action === 'tender' && known.length > 0 && (
            <Select
              label="To"
              allowDeselect={false}
              data={[
                ...known.map((each) => ({
                  value: each.id,
                  label: each.amount ? `${each.label}, paid ${moneyText(each.amount)}` : each.label,
                })),
                { value: ANOTHER, label: 'Another means' },
              ]}
              value={tenderId}
              onChange={(value) => value && setTenderId(value)}
            />
          )}
          {label && !picked && (
            <TextInput
              label={label}
              description={help}
              required
              data-autofocus={action !== 'adjust' || undefined}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button type="submit" loading={a || b || c || d || e || f}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
