import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { answers, fails, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { MappingStep } from './mapping-step';

withServer();

const column = (name: string, ...samples: string[]) => ({ name, samples });
const field = (name: string, label: string, of: string | null) => ({ field: name, part: 'ORDER', label, column: of });
const proposed = {
  rows: 'LINE_PER_ROW',
  dates: 'DAY_FIRST',
  decimalSign: 'COMMA',
  currencyCode: 'EUR',
  prices: 'INCLUDED',
  columns: [column('Bestellnr', '1001'), column('Datum', '01.11.2026'), column('Nummer', '7')],
  fields: [field('NUMBER', 'Order number', 'Bestellnr'), field('PLACED_AT', 'Placed on', 'Datum')],
  problems: [] as object[],
};
const columns = [
  { field: 'NUMBER', column: 'Bestellnr' },
  { field: 'PLACED_AT', column: 'Datum' },
];
const written = { rows: 'LINE_PER_ROW', dates: 'DAY_FIRST', decimalSign: 'COMMA', prices: 'INCLUDED' };

async function opened() {
  const on = { onStarted: vi.fn(), onBack: vi.fn() };
  const user = await shown(<MappingStep file={{ id: 'f1', name: 'orders.csv' }} {...on} />);
  return Object.assign(user, on);
}

const select = (name: RegExp) => screen.getByRole('combobox', { name });
const ready = () => waitFor(() => expect(screen.getByRole('button', { name: /^Import these/ })).toBeEnabled());

test('what was found out is imported as a person corrected it; what is refused of a column stands at its field', async () => {
  const asked = answers('OrderFileMapping', () => ({ orderFileMapping: { mapping: proposed } }));
  const { onStarted, ...user } = await opened();
  await user.click(await screen.findByRole('combobox', { name: /^Order number/ }));
  await user.click(await screen.findByRole('option', { name: 'Nummer' }));
  await ready();
  fill(screen.getByLabelText(/^Currency/), 'chf');
  await ready();
  const mapping = { ...written, columns: [columns[1], { field: 'NUMBER', column: 'Nummer' }], currencyCode: 'CHF' };
  expect(asked.at(-1)).toEqual({ fileId: 'f1', mapping });
  await isSent({
    verb: 'Import these orders',
    mutation: 'StartImport',
    sent: { kind: 'MAPPED_ORDERS', fileId: 'f1', mapping, idempotencyKey: expect.any(String) },
    field: ['mapping.columns.1.column', /^Order number/],
    payload: { import: { id: 'm1' } },
  });
  await waitFor(() => expect(onStarted).toHaveBeenCalledOnce());
});

test('the currency is sent by Enter, and what is refused of it stands there', async () => {
  answers('OrderFileMapping', () => ({ orderFileMapping: { mapping: proposed } }));
  await opened();
  expect(await screen.findByLabelText(/^Currency/)).toHaveValue('EUR');
  await ready();
  await isSent({
    verb: 'Import these orders',
    mutation: 'StartImport',
    sent: expect.objectContaining({ mapping: { ...written, columns, currencyCode: 'EUR' } }),
    field: ['mapping.currencyCode', /^Currency/],
  });
});

test('what must be said first is said at its field, and nothing can be imported before', async () => {
  const problems = [{ field: 'PLACED_AT', column: 'Datum', message: 'Say how dates are written.' }];
  answers('OrderFileMapping', () => ({ orderFileMapping: { mapping: { ...proposed, dates: null, problems } } }));
  await opened();
  await screen.findByText(/^One thing is to be said/);
  expect(select(/^Dates are written/)).toHaveAccessibleDescription(/Say how dates/);
  expect(screen.getByRole('button', { name: /^Import these/ })).toBeDisabled();
});

test('a file that cannot be read says so and leads back', async () => {
  const userErrors = [{ field: ['fileId'], message: 'This is no CSV file.', code: 'INVALID' }];
  answers('OrderFileMapping', () => ({ orderFileMapping: { mapping: null, userErrors } }));
  const { onBack, ...user } = await opened();
  expect(await screen.findByRole('alert')).toHaveTextContent('This is no CSV file.');
  await user.click(screen.getByRole('button', { name: 'Choose another file' }));
  expect(onBack).toHaveBeenCalledOnce();
});

test('where the columns cannot be asked for it says so and tries again', async () => {
  fails('OrderFileMapping');
  const user = await opened();
  expect(await screen.findByRole('alert')).toHaveTextContent('It broke.');
  answers('OrderFileMapping', () => ({ orderFileMapping: { mapping: proposed } }));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText(/^Currency/)).toBeInTheDocument();
});
