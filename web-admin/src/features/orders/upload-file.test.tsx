import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { answers, stores, takes, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';
import { Upload } from './upload-file';

withServer();

const csv = new File(['Name,Email'], 'orders.csv', { type: 'text/csv' });
const fileId = 'f1';
const idempotencyKey = expect.any(String);
const input = () => document.querySelector('input[type=file]') as HTMLInputElement;
const chosen = () => screen.getByLabelText(/^CSV file/);

async function opened() {
  const started: string[] = [];
  const user = await shown(<Upload onStarted={(id) => started.push(id)} />);
  const choose = () => user.upload(input(), csv);
  const press = (name: string) => user.click(screen.getByRole('button', { name }));
  return { user, started, choose, press };
}

test('an export of Shopify goes up and is imported at once', async () => {
  const came = stores([200, { id: fileId }]);
  answers('OrderFileMapping', () => ({ orderFileMapping: { mapping: { shopify: true } } }));
  const sent = takes('StartImport', { import: { id: 'm1' } });
  const { started, choose } = await opened();
  expect(screen.getByRole('button', { name: 'Read this file' })).toBeDisabled();
  await choose();
  const button = screen.getByRole('button', { name: 'Read this file' });
  fireEvent.click(button);
  expect(button).toHaveAttribute('data-loading');
  await waitFor(() => expect(started).toEqual(['m1']));
  expect(sent).toEqual([{ kind: 'SHOPIFY_ORDERS', fileId, idempotencyKey }]);
  expect(came).toEqual([fileId]);
  expect(chosen()).toHaveTextContent('Choose a file');
});

test('what holds products is imported as such, and columns are not asked for', async () => {
  stores([200, { id: fileId }]);
  const sent = takes('StartImport', { import: { id: 'm1' } });
  const { user, started, choose, press } = await opened();
  await user.click(screen.getByLabelText('Products'));
  await choose();
  await press('Import this file');
  await waitFor(() => expect(started).toEqual(['m1']));
  expect(sent).toEqual([{ kind: 'SHOPIFY_PRODUCTS', fileId, idempotencyKey }]);
});

test('a file that is not taken says why at its field and stays chosen; so does one that is refused when it is read', async () => {
  stores([400, { userErrors: [{ message: 'The file is empty' }] }], [200, { id: fileId }]);
  const unread = { field: ['input', 'fileId'], message: 'This is no CSV file.', code: 'INVALID' };
  takes('StartImport', { userErrors: [unread] }, { import: { id: 'm1' } });
  const { user, started, choose, press } = await opened();
  await user.click(screen.getByLabelText('Customers'));
  await choose();
  await press('Import this file');
  await waitFor(() => expect(chosen()).toHaveAccessibleDescription(/The file is empty\./));
  expect(chosen()).toHaveTextContent('orders.csv');
  await press('Import this file');
  await waitFor(() => expect(chosen()).toHaveAccessibleDescription(/no CSV file/));
  expect(started).toEqual([]);
  await press('Import this file');
  await waitFor(() => expect(started).toEqual(['m1']));
});

test('of an unknown shop it is asked which column tells what, and there is a way back', async () => {
  stores([200, { id: fileId }]);
  answers('OrderFileMapping', () => ({ orderFileMapping: { mapping: { shopify: false } } }));
  const { choose, press } = await opened();
  await choose();
  await press('Read this file');
  expect(await screen.findByText('Columns of orders.csv')).toBeInTheDocument();
  await screen.findByRole('button', { name: 'Choose another file' });
  await press('Choose another file');
  expect(await screen.findByLabelText(/^CSV file/)).toHaveTextContent('orders.csv');
});
