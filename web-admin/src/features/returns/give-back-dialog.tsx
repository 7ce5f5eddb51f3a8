import { Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { anew } from '@/shared/api/policies';
import { decimalsOf, moneyText, readAmount } from '@/shared/format/money';
import { DialogForm, needed, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { Loaded } from '@/shared/ui/loaded';
import { RowsSkeleton } from '@/shared/ui/states';
import { Notice } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { amountMistake, firstKind, type GiveBackKind, hint, prefilled, type Room } from './give-back';
import { RefundFacts } from './return-query';

const RoomQuery = graphql(`
  query Reimbursable($id: ID!) {
    return(id: $id) {
      id
      reimbursable {
        shipping { amount currencyCode }
        total { amount currencyCode }
        limit { amount currencyCode }
        refusedBecause
      }
    }
  }
`);

/** Answers with all refunds of the return, so that the page shows the new one at once. */
const ReimburseMutation = graphql(
  `mutation Reimburse($input: ReimburseInput!) {
    reimburse(input: $input) {
      refund { ...RefundFacts return { id refunds { ...RefundFacts } } }
      userErrors { field message code }
    }
  }`,
  [RefundFacts],
);

type GiveBackProps = { returnId: string; rmaNumber: string; onClose: () => void };

/** Shipping or goodwill, beside what the items bring; asked anew each time it opens, as refunds may have come between. */
export function GiveBackDialog({ returnId, rmaNumber, onClose }: GiveBackProps) {
  const query = useQuery({ query: RoomQuery, variables: { id: returnId }, ...anew });
  return (
    <Dialog onClose={onClose} title="Give back shipping or goodwill">
      <Loaded query={query} skeleton={<RowsSkeleton rows={4} />}>
        {(data) =>
          data.return ? (
            data.return.reimbursable.refusedBecause ? (
              <Refused because={data.return.reimbursable.refusedBecause} onClose={onClose} />
            ) : (
              <GiveBackForm
                returnId={returnId}
                rmaNumber={rmaNumber}
                room={data.return.reimbursable}
                onClose={onClose}
              />
            )
          ) : (
            <Notice tone="warn">This return does not exist any more.</Notice>
          )
        }
      </Loaded>
    </Dialog>
  );
}

/** The form comes after the dialog has opened, too late for the dialog to put the focus into it. */
function useFocus<T extends HTMLElement>() {
  const field = useRef<T>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

function Refused({ because, onClose }: { because: string; onClose: () => void }) {
  const back = useFocus<HTMLButtonElement>();
  return (
    <Stack>
      <Notice tone="warn">{because}</Notice>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} ref={back}>
          Go back
        </Button>
      </Group>
    </Stack>
  );
}

function GiveBackForm({ returnId, rmaNumber, room, onClose }: GiveBackProps & { room: Room }) {
  const [reimburse] = useAct(ReimburseMutation);
  const [idempotencyKey] = useState(freshKey);
  const amountField = useFocus<HTMLInputElement>();
  const form = useActForm({
    initialValues: { kind: firstKind(room), amount: prefilled(firstKind(room), room), reason: '' },
    validate: {
      amount: (typed, { kind }) => amountMistake(kind, room, typed) ?? null,
      reason: needed('Say why, in a few words.'),
    },
    act: ({ kind, amount, reason }) => {
      const given = readAmount(amount, decimalsOf(room.total.amount)) ?? amount;
      return reimburse({ input: { returnId, kind, amount: given, reason: reason.trim(), idempotencyKey } });
    },
    onDone: ({ refund }) => {
      done(`${rmaNumber}: ${refund ? moneyText(refund.amount) : 'the amount'} is due; pay it as any refund.`);
      onClose();
    },
  });
  const { fields } = form;
  const { kind } = fields.values;
  const choose = (wanted: string) => {
    fields.setFieldValue('kind', wanted as GiveBackKind);
    fields.setFieldValue('amount', prefilled(wanted as GiveBackKind, room));
    fields.clearErrors();
  };
  return (
    <DialogForm of={form} verb={kind === 'SHIPPING' ? 'Give shipping back' : 'Give goodwill'} onClose={onClose}>
      <Radio.Group label="What for" value={kind} onChange={choose}>
        <Group mt={6} gap="lg">
          <Radio value="SHIPPING" label="Shipping" disabled={firstKind(room) !== 'SHIPPING'} />
          <Radio value="GOODWILL" label="Goodwill" />
        </Group>
      </Radio.Group>
      <TextInput
        label={`Amount in ${room.total.currencyCode}`}
        description={hint(kind, room)}
        required
        inputMode="decimal"
        ref={amountField}
        {...fields.getInputProps('amount')}
      />
      <Textarea
        label="Reason"
        description={
          kind === 'GOODWILL'
            ? 'The shopper reads it where the amount is explained.'
            : 'For the team; it stands in the timeline.'
        }
        required
        autosize
        minRows={2}
        maxLength={200}
        {...fields.getInputProps('reason')}
      />
      <Text size="sm" c="dimmed">
        It becomes a refund of its own, due at once. The shopper is told when it is paid.
      </Text>
    </DialogForm>
  );
}
