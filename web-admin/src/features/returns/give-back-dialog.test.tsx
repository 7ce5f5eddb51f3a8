import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { answers, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { GiveBackDialog } from './give-back-dialog';

withServer();

const euro = (amount: string) => ({ amount, currencyCode: 'EUR', __typename: 'Money' });

async function opened(room: Record<string, unknown> = {}) {
  const reimbursable = { shipping: euro('4.90'), total: euro('40.00'), limit: null, refusedBecause: null, ...room };
  answers('Reimbursable', () => ({ return: { id: 'r1', reimbursable, __typename: 'Return' } }));
  const close = vi.fn();
  const user = await shown(<GiveBackDialog returnId="r1" rmaNumber="R-1042" onClose={close} />);
  await screen.findByRole('button', { name: /Go back/ });
  return { user, close };
}

const amount = () => screen.getByLabelText(/^Amount in EUR/);
const reason = () => screen.getByLabelText(/^Reason/);

test('all of the shipping is offered; what is sent is what was typed, as the server writes it', async () => {
  const sent = takes('Reimburse', { refund: null });
  const { user, close } = await opened();
  expect(amount()).toHaveValue('4.90');
  fill(amount(), '2,50');
  fill(reason(), ' Came late ');
  await user.click(screen.getByRole('button', { name: 'Give shipping back' }));
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(sent).toEqual([
    { returnId: 'r1', kind: 'SHIPPING', amount: '2.50', reason: 'Came late', idempotencyKey: expect.any(String) },
  ]);
});

test('nothing is sent without a reason or above what is left, and each mistake stands at its field', async () => {
  const sent = takes('Reimburse', { refund: null });
  const { user } = await opened();
  await user.click(screen.getByLabelText('Goodwill'));
  fill(amount(), '40.01');
  await user.click(screen.getByRole('button', { name: 'Give goodwill' }));
  await waitFor(() => expect(amount()).toHaveAccessibleDescription(/Give at most/));
  expect(reason()).toHaveAccessibleDescription(/Say why/);
  expect(sent).toEqual([]);
});

test('a refusal stands where it belongs, and a second try says the same to the server once', async () => {
  const refused = { field: ['input', 'amount'], message: 'Only € 1.00 is left.', code: 'TOO_MUCH' };
  const sent = takes('Reimburse', { refund: null, userErrors: [refused] }, { refund: null });
  const { user, close } = await opened();
  fill(reason(), 'Came late');
  await user.click(screen.getByRole('button', { name: 'Give shipping back' }));
  await waitFor(() => expect(amount()).toHaveAccessibleDescription(/Only € 1\.00 is left/));
  expect(close).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Give shipping back' }));
  await waitFor(() => expect(close).toHaveBeenCalled());
  expect(sent[0]?.idempotencyKey).toBe(sent[1]?.idempotencyKey);
});

test('a connection that breaks loses nothing of what was typed', async () => {
  takes('Reimburse', 'nothing');
  const { user, close } = await opened();
  fill(reason(), 'Came late');
  await user.click(screen.getByRole('button', { name: 'Give shipping back' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('cannot be reached');
  expect(reason()).toHaveValue('Came late');
  expect(close).not.toHaveBeenCalled();
});

test('where nothing can be given, it is said instead of asked', async () => {
  await opened({ refusedBecause: 'Everything that was paid has been given back.' });
  expect(screen.getByText('Everything that was paid has been given back.')).toBeVisible();
  expect(screen.queryByLabelText(/^Amount/)).toBeNull();
});
