import { Button, Checkbox, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Outcome, useAct, useKey } from '@/shared/api/act';
import type { ResultOf } from '@/shared/api/graphql';
import { count } from '@/shared/format/words';
import { DialogForm, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { Notice } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { type Drafts, over, pending, ungraded, unsaid } from './grading';
import { CloseMutation, type ReceiptFacts } from './receipt-query';
import css from './receive.module.css';

type CloseProps = { of: ReceiptFacts; drafts: Drafts; underway: () => Promise<unknown> };
type Closed = Pick<ResultOf<typeof CloseMutation>['closeReceipt'], 'receipt'>;

/** Closes the parcel with every grade chosen so far; asks first about what has none, and about too many units. */
export function CloseParcel({ of, drafts, underway }: CloseProps) {
  const [close] = useAct(CloseMutation);
  const key = useKey();
  const navigate = useNavigate();
  const short = of.lines.some((line) => !line.unexpected && line.received < line.expected);
  const units = of.lines.reduce((sum, line) => sum + line.received, 0);
  const later = ungraded(of.lines, drafts);
  const tooMany = over(of.lines);
  const [asking, setAsking] = useState(false);
  const form = useActForm({
    initialValues: { expectMore: true },
    act: async ({ expectMore }): Promise<Outcome<Closed | undefined>> => {
      const silent = unsaid(of.lines, drafts).map((line) => ({
        message: `${line.title}: say in a note why units are refused.`,
        code: 'REQUIRED',
      }));
      if (silent.length > 0) return { refused: silent };
      if (!asking && (later > 0 || tooMany.length > 0)) {
        setAsking(true);
        return { payload: undefined };
      }
      await underway();
      const input = { receiptId: of.id, expectMore, grades: pending(of.lines, drafts) };
      return close({ input: { ...input, idempotencyKey: key(input) } });
    },
    onDone: (closed) => {
      if (!closed) return;
      const left = closed.receipt?.unitsToInspect ?? 0;
      done(
        `${of.return?.rmaNumber ?? of.code}: ${count(units, 'unit')} received${of.return ? '; the shopper is told' : ''}.` +
          (left > 0 ? ` ${count(left, 'unit')} to inspect later.` : ''),
      );
      void navigate({ to: '/receive' });
    },
  });
  const { fields } = form;
  const back = () => setAsking(false);
  return (
    <>
      <form className={css.foot} noValidate onSubmit={form.submit}>
        {short && (
          <Checkbox
            size="md"
            label="The rest comes in another parcel"
            description={
              fields.values.expectMore ? undefined : 'What did not come is missing; a person will look at it.'
            }
            {...fields.getInputProps('expectMore', { type: 'checkbox' })}
          />
        )}
        {!asking && <FormError>{fields.errors.form}</FormError>}
        <Button type="submit" size="lg" loading={form.sending} disabled={units === 0}>
          {units === 0 ? 'Count what came first' : `Close with ${count(units, 'unit')}`}
        </Button>
      </form>
      {asking && (
        <Dialog onClose={back} title="Close this parcel?">
          <DialogForm of={form} verb={later > 0 ? 'Close and inspect later' : 'Close all the same'} onClose={back}>
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
          </DialogForm>
        </Dialog>
      )}
    </>
  );
}
