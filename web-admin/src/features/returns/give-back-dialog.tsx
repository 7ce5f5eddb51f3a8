import { Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { fieldErrors, freshKey, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { decimalsOf, moneyText, readAmount } from '@/shared/format/money';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
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
  const query = useQuery({ query: RoomQuery, variables: { id: returnId }, requestPolicy: 'network-only' });
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
  const [reimburse, sending] = useAct(ReimburseMutation);
  const [key] = useState(freshKey);
  const [kind, setKind] = useState<GiveBackKind>(firstKind(room));
  const [amount, setAmount] = useState(() => prefilled(firstKind(room), room));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const amountField = useFocus<HTMLInputElement>();

  const choose = (wanted: string) => {
    setKind(wanted as GiveBackKind);
    setAmount(prefilled(wanted as GiveBackKind, room));
    setErrors({});
  };
  const send = async () => {
    const mistakes: Record<string, string> = {};
    const wrong = amountMistake(kind, room, amount);
    if (wrong) mistakes.amount = wrong;
    if (!reason.trim()) mistakes.reason = 'Say why, in a few words.';
    setErrors(mistakes);
    if (Object.keys(mistakes).length > 0) return;
    const given = readAmount(amount, decimalsOf(room.total.amount)) ?? amount;
    const { payload, refused } = await reimburse({
      input: { returnId, kind, amount: given, reason: reason.trim(), idempotencyKey: key },
    });
    if (refused) return setErrors(fieldErrors(refused, ['amount', 'reason', 'kind']));
    done(
      `${rmaNumber}: ${payload.refund ? moneyText(payload.refund.amount) : 'the amount'} is due; pay it as any refund.`,
    );
    onClose();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack>
        <FormError>{errors.form ?? errors.kind}</FormError>
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
          value={amount}
          error={errors.amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
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
          value={reason}
          error={errors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          It becomes a refund of its own, due at once. The shopper is told when it is paid.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button type="submit" loading={sending}>
            {kind === 'SHIPPING' ? 'Give shipping back' : 'Give goodwill'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
