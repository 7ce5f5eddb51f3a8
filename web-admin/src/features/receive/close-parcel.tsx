import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useKey } from '@/shared/api/act';
import { count } from '@/shared/format/words';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { Notice } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { type Drafts, over, pending, ungraded } from './grading';
import { CloseMutation, type ReceiptFacts } from './receipt-query';
import css from './receive.module.css';

type CloseProps = { of: ReceiptFacts; drafts: Drafts; underway: () => Promise<unknown> };

/** Closes the parcel with every grade chosen so far; asks first about what has none, and about too many units. */
export function CloseParcel({ of, drafts, underway }: CloseProps) {
  const [close, closing] = useAct(CloseMutation);
  const key = useKey();
  const navigate = useNavigate();
  const short = of.lines.some((line) => !line.unexpected && line.received < line.expected);
  const units = of.lines.reduce((sum, line) => sum + line.received, 0);
  const later = ungraded(of.lines, drafts);
  const tooMany = over(of.lines);
  const [more, setMore] = useState(true);
  const [asking, setAsking] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState('');

  const send = async () => {
    setWaiting(true);
    await underway();
    setWaiting(false);
    const input = { receiptId: of.id, expectMore: more, grades: pending(of.lines, drafts) };
    const { payload, refused } = await close({ input: { ...input, idempotencyKey: key(input) } });
    setAsking(false);
    if (refused) return setError(refused.map((each) => each.message).join(' '));
    const left = payload.receipt?.unitsToInspect ?? 0;
    done(
      `${of.return?.rmaNumber ?? of.code}: ${count(units, 'unit')} received${of.return ? '; the shopper is told' : ''}.` +
        (left > 0 ? ` ${count(left, 'unit')} to inspect later.` : ''),
    );
    await navigate({ to: '/receive' });
  };
  return (
    <div className={css.foot}>
      {short && (
        <Checkbox
          size="md"
          label="The rest comes in another parcel"
          description={more ? undefined : 'What did not come is missing; a person will look at it.'}
          checked={more}
          onChange={(event) => setMore(event.currentTarget.checked)}
        />
      )}
      <FormError>{error}</FormError>
      <Button
        size="lg"
        loading={closing || waiting}
        disabled={units === 0}
        onClick={() => (later > 0 || tooMany.length > 0 ? setAsking(true) : void send())}
      >
        {units === 0 ? 'Count what came first' : `Close with ${count(units, 'unit')}`}
      </Button>
      {asking && (
        <Dialog onClose={() => setAsking(false)} title="Close this parcel?">
          <Stack>
            {tooMany.map((line) => (
              <Notice key={line.id} tone="warn">
                {line.title}: {line.received} counted, {line.expected} expected.
              </Notice>
            ))}
            {later > 0 ? (
              <Text>
                {count(later, 'unit')} {later === 1 ? 'has' : 'have'} no grade yet. Close and inspect later? Refunds
                that wait for inspection fall due then.
              </Text>
            ) : (
              <Text>More came than was announced. A person looks at it after you close.</Text>
            )}
            <Group justify="flex-end">
              <Button size="md" variant="default" onClick={() => setAsking(false)}>
                Go back
              </Button>
              <Button size="md" loading={closing || waiting} onClick={() => void send()}>
                {later > 0 ? 'Close and inspect later' : 'Close all the same'}
              </Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </div>
  );
}
