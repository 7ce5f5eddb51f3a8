import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isAList } from '@/shared/testing/list';
import { answers, fails, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';
import { Running } from './running';

withServer();

const done = { id: 'm1', state: 'DONE', kind: 'MAPPED_ORDERS', fileName: 'orders.csv', rows: 7 };
const row = (line: number, message: string, taken = false) => ({ line, message, taken });

isAList({
  name: 'rows of an import with problems',
  show: <Running id="m1" />,
  query: 'Import',
  answer: (errors) => ({ import: { ...done, failed: (errors as object[]).length, errors } }),
  rows: [row(3, 'No order number.'), row(9, 'This is no amount.', true)],
  reads: ['No order number.', 'Taken, but for this: This is no amount.'],
});

test('an import without problems lists none', async () => {
  answers('Import', () => ({ import: { ...done, created: 7 } }));
  await shown(<Running id="m1" />);
  expect(await screen.findByText(/^7 rows read/)).toHaveTextContent('They tell of 7 orders: 7 new.');
  expect(screen.queryByRole('table', { name: 'Rows with problems' })).toBeNull();
  expect(screen.queryByRole('link')).toBeNull();
});

test('all problems are in a file, of which the page shows the first', async () => {
  const errors = [row(3, 'No order number.')];
  answers('Import', () => ({ import: { ...done, failed: 1, errors, errorFile: '/files/e1' } }));
  await shown(<Running id="m1" />);
  const all = await screen.findByRole('link', { name: 'Download all problems' });
  expect(all).toHaveAttribute('href', '/files/e1');
  expect(all).toHaveAttribute('download', 'problems-orders.csv');
});

test('where it cannot be said how far an import is, what is known stays, and it is asked again', async () => {
  const going = { ...done, state: 'RUNNING', percent: 40, rows: 1000 };
  answers('Import', () => ({ import: going }));
  const user = await shown(<Running id="m1" />);
  await screen.findByText(/^40 %/);
  fails('Import');
  const trouble = await screen.findByRole('alert');
  expect(trouble).toHaveTextContent('How far it is could not be loaded: It broke.');
  expect(screen.getByText(/^40 %/)).toBeInTheDocument();
  answers('Import', () => ({ import: done }));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Report on orders.csv')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an import that is not known any more is told so', async () => {
  answers('Import', () => ({ import: null }));
  await shown(<Running id="m1" />);
  expect(await screen.findByText('This import is not known any more.')).toBeInTheDocument();
});
