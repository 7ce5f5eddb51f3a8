import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { takes, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';
import { CloseParcel } from './close-parcel';
import type { Drafts } from './grading';
import type { ReceiptFacts } from './receipt-query';

withServer();

const coat = { id: 'l1', itemId: 'i1', title: 'Coat', expected: 2, received: 1, accepted: 1, refused: 0 };
const parcel = (...lines: object[]) =>
  ({ id: 'p1', code: 'R-1001', return: { rmaNumber: 'R-1001' }, lines }) as unknown as ReceiptFacts;
const idempotencyKey = expect.any(String);

async function opened(of: ReceiptFacts, drafts: Drafts = {}, underway: Promise<unknown> = Promise.resolve()) {
  return shown(<CloseParcel of={of} drafts={drafts} underway={() => underway} />, {
    route: '/shell/receive/$receiptId',
    address: '/receive/p1',
  });
}

const press = (name: string) => screen.getByRole('button', { name }).click();
const draft = { grade: 'USED', disposition: 'REFURBISHED', refused: 0, note: '' } as const;

test('a parcel is closed with what is still to come and with the grades chosen so far; then the next one is scanned', async () => {
  const user = await opened(parcel(coat), { l1: draft });
  await user.click(screen.getByLabelText(/^The rest comes/));
  expect(screen.getByLabelText(/^The rest comes/)).toHaveAccessibleDescription(/is missing/);
  await isSent({
    verb: 'Close with 1 unit',
    mutation: 'CloseReceipt',
    sent: {
      receiptId: 'p1',
      expectMore: false,
      grades: [{ lineId: 'l1', accepted: null, refused: 0, grade: 'USED', disposition: 'REFURBISHED', note: null }],
      idempotencyKey,
    },
    field: ['expectMore', /^The rest comes/],
  });
  await waitFor(() => expect(user.place()).toBe('/receive'));
});

test('nothing is closed before something is counted', async () => {
  await opened(parcel({ ...coat, received: 0 }));
  expect(screen.getByRole('button', { name: 'Count what came first' })).toBeDisabled();
});

test('units without a grade, and more than was announced, are asked about first', async () => {
  const user = await opened(parcel({ ...coat, received: 3 }));
  press('Close with 3 units');
  expect(await screen.findByText(/3 counted, 2 expected/)).toBeInTheDocument();
  expect(screen.getByText(/2 units have no grade yet/)).toBeInTheDocument();
  await isSent({
    verb: 'Close and inspect later',
    mutation: 'CloseReceipt',
    sent: { receiptId: 'p1', expectMore: true, grades: [], idempotencyKey },
    payload: { receipt: { id: 'p1', unitsToInspect: 2 } },
  });
  await waitFor(() => expect(user.place()).toBe('/receive'));
});

test('who goes back from the question has closed nothing', async () => {
  const sent = takes('CloseReceipt', {});
  await opened(parcel({ ...coat, accepted: 0 }));
  press('Close with 1 unit');
  await screen.findByText(/1 unit has no grade yet/);
  press('Go back');
  await waitFor(() => expect(screen.queryByText(/no grade yet/)).toBeNull());
  expect(sent).toEqual([]);
});

test('a line that is refused without a word why is named, and nothing is sent', async () => {
  const sent = takes('CloseReceipt', {});
  await opened(parcel(coat), { l1: { ...draft, refused: 1, note: ' ' } });
  press('Close with 1 unit');
  expect(await screen.findByRole('alert')).toHaveTextContent('Coat: say in a note why units are refused.');
  expect(sent).toEqual([]);
});

test('closing waits for what is still on its way', async () => {
  const sent = takes('CloseReceipt', {});
  let arrives = () => {};
  await opened(parcel(coat), {}, new Promise<void>((resolve) => (arrives = resolve)));
  press('Close with 1 unit');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Close with 1 unit' })).toBeDisabled());
  expect(sent).toEqual([]);
  arrives();
  await waitFor(() => expect(sent).toHaveLength(1));
});
