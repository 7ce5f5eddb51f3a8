import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { answers, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { RefundDialog } from './refund-dialogs';
import type { RefundAction } from './refund-steps';
import type { RefundFacts } from './return-query';

withServer();

const euro = (amount: string) => ({ amount, currencyCode: 'EUR' });
const refund = {
  id: 'f1',
  version: 7,
  amount: euro('30.00'),
  waterfall: {
    lines: [],
    total: euro('30.00'),
    tenders: [{ tenderId: 't1', label: 'Visa 4242', amount: euro('30.00') }],
  },
} as unknown as RefundFacts;

async function opened(action: RefundAction) {
  const close = vi.fn();
  const user = await shown(<RefundDialog of={refund} action={action} orderId="o1" onClose={close} />);
  return { user, close, press: (name: string) => user.click(screen.getByRole('button', { name })) };
}

test('a payment is marked with its reference, and a lost answer asks for the same payment again', async () => {
  const sent = takes('MarkRefundPaid', 'nothing', { refund: null });
  const { close, press } = await opened('paid');
  expect(screen.getByText(/Visa 4242/)).toBeInTheDocument();
  fill(screen.getByLabelText(/^Reference of the payment/), 'DE-77');
  await press('Mark as paid');
  expect(await screen.findByRole('alert')).toHaveTextContent('cannot be reached');
  await press('Mark as paid');
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(sent).toHaveLength(2);
  expect(sent[0]).toEqual({ refundId: 'f1', reference: 'DE-77', idempotencyKey: expect.any(String) });
  expect(sent[1]).toEqual(sent[0]);
});

test('nothing is marked as paid without a reference', async () => {
  const sent = takes('MarkRefundPaid', { refund: null });
  const { close, press } = await opened('paid');
  await press('Mark as paid');
  await waitFor(() =>
    expect(screen.getByLabelText(/^Reference of the payment/)).toHaveAccessibleDescription(/has to be said/),
  );
  expect(sent).toEqual([]);
  expect(close).not.toHaveBeenCalled();
});

test('an adjustment says the amount as it is meant and the version that was seen', async () => {
  const tooMuch = { field: ['input', 'amount'], message: 'More than was paid.', code: 'TOO_MUCH' };
  const sent = takes('AdjustRefund', { refund: null, userErrors: [tooMuch] }, { refund: null });
  const { close, press } = await opened('adjust');
  const amount = screen.getByLabelText(/^Amount in EUR/);
  fill(screen.getByLabelText(/^Reason/), 'A scratch');
  fill(amount, 'five');
  await press('Adjust');
  await waitFor(() => expect(amount).toBeInvalid());
  expect(sent).toEqual([]);
  fill(amount, '-5,00');
  await press('Adjust');
  await waitFor(() => expect(amount).toHaveAccessibleDescription(/More than was paid/));
  await press('Adjust');
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(sent[1]).toEqual({ refundId: 'f1', version: 7, amount: '-5.00', reason: 'A scratch' });
});

test('what is refused of a field that is not there stands against the whole form', async () => {
  const refused = { field: ['input', 'amount'], message: 'It is being paid.', code: 'TAKEN' };
  takes('CancelRefund', { refund: null, userErrors: [refused] });
  const { close, press } = await opened('cancel');
  fill(screen.getByLabelText(/^Reason/), 'Twice');
  await press('Give up the refund');
  expect(await screen.findByRole('alert')).toHaveTextContent('It is being paid.');
  expect(close).not.toHaveBeenCalled();
});

test('the means may be one that the order was paid with, and then needs no name', async () => {
  answers('OrderTenders', () => ({
    order: {
      id: 'o1',
      tenders: [{ id: 't9', label: 'Gift card', amount: null, __typename: 'Tender' }],
      __typename: 'Order',
    },
  }));
  const sent = takes('PickTender', { refund: null });
  const { user, close, press } = await opened('tender');
  await user.click(await screen.findByRole('combobox', { name: 'To' }));
  await user.click(await screen.findByRole('option', { name: 'Gift card' }));
  await press('Use this means');
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(sent).toEqual([{ refundId: 'f1', tenderId: 't9', label: 'Gift card' }]);
});
