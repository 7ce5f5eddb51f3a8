import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { answers, fails, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import type { ReceiptFacts } from './receipt-query';
import { Scan } from './scan';
import { UnexpectedItem } from './unexpected-item';

withServer();

const code = () => screen.getByLabelText('Code');

async function opened(scanned: Record<string, unknown> | null) {
  answers('HalfDoneReceipts', () => ({}));
  answers('ScannedCode', () => ({ scannedCode: scanned }));
  return shown(<Scan />);
}

const known = { return: { id: 'r1', rmaNumber: 'R-1001' } };

test('a code that is clear opens its parcel; a lost answer and a refusal are told, and the field is ready again', async () => {
  const busy = { field: ['input', 'code'], message: 'Somebody counts it.', code: 'TAKEN' };
  const sent = takes('OpenReceipt', 'nothing', { userErrors: [busy] }, { receipt: { id: 'p1' } });
  const user = await opened(known);
  const scan = async () => {
    fill(code(), ' R-1001 ');
    await user.click(screen.getByRole('button', { name: 'Open the parcel' }));
  };
  await scan();
  expect(await screen.findByRole('alert')).toHaveTextContent('cannot be reached');
  expect(code()).toHaveValue('');
  expect(code()).toHaveFocus();
  await scan();
  await waitFor(() => expect(code()).toHaveAccessibleDescription(/Somebody counts it/));
  await scan();
  await waitFor(() => expect(user.place()).toContain('/receive/p1'));
  expect(sent[0]).toEqual({ code: 'R-1001', acceptUnknown: false, idempotencyKey: expect.any(String) });
  expect(sent[2]).toEqual(sent[0]);
});

test('nothing is opened for a code that nobody knows before somebody says so', async () => {
  const user = await opened(null);
  fill(code(), 'X-9');
  await user.click(screen.getByRole('button', { name: 'Open the parcel' }));
  expect(await screen.findByText(/belongs to no return that we know/)).toBeInTheDocument();
  const receipt = { id: 'p2' };
  await isSentUnknown(receipt);
  await waitFor(() => expect(user.place()).toContain('/receive/p2'));
});

async function isSentUnknown(receipt: object) {
  const sent = takes('OpenReceipt', 'nothing', { receipt });
  const receive = () => screen.getByRole('button', { name: 'Receive it as an unknown parcel' }).click();
  receive();
  expect(await screen.findByText(/cannot be reached/)).toBeInTheDocument();
  receive();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual({ code: 'X-9', acceptUnknown: true, idempotencyKey: expect.any(String) });
  expect(sent[1]).toEqual(sent[0]);
}

test('a parcel that still waits for inspection is offered for it first', async () => {
  const user = await opened({ ...known, receiptToInspect: { id: 'p3', unitsToInspect: 1 } });
  fill(code(), 'R-1001');
  await user.click(screen.getByRole('button', { name: 'Open the parcel' }));
  expect(await screen.findByRole('link', { name: 'Inspect now' })).toHaveAttribute('href', '/receive/p3');
  expect(screen.getByText(/1 unit of R-1001 waits for inspection/)).toBeInTheDocument();
});

test('where a code cannot be looked up, it is told, and may be scanned again', async () => {
  const user = await opened(null);
  fails('ScannedCode');
  fill(code(), 'R-1001');
  await user.click(screen.getByRole('button', { name: 'Open the parcel' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('It broke.');
  expect(code()).toHaveFocus();
});

test('what nobody announced is added with what it came instead of', async () => {
  const of = { id: 'p1', lines: [] } as unknown as ReceiptFacts;
  await shown(<UnexpectedItem of={of} onClose={() => {}} />);
  fill(await screen.findByLabelText(/^What it is/), 'A scarf');
  const sent = { receiptId: 'p1', title: 'A scarf', sku: null, quantity: 1, insteadOfItemId: null };
  await isSent({
    verb: 'Add it',
    mutation: 'AddUnexpectedItem',
    sent: { ...sent, idempotencyKey: expect.any(String) },
    field: ['title', /^What it is/],
  });
});
