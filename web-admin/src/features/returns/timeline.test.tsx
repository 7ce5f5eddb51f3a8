import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isAList } from '@/shared/testing/list';
import { answers, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';
import { ReturnDetail } from './return-detail';

withServer();

const step = (sequence: number, text: string, by = 'STAFF') => ({
  sequence,
  text,
  by,
  at: `2026-11-0${sequence}T10:00:00Z`,
});
const told = { id: 'n1', title: 'Return approved', state: 'FAILED', reason: 'No such mailbox.' };
const returned = (timeline: unknown, messages: unknown = []) => ({
  return: { id: 'r1', rmaNumber: 'R-1001', headline: 'NEEDS_REVIEW', timeline, messages },
});
const asksWho = () => {
  for (const query of ['Viewer', 'Team']) answers(query, () => ({}));
};
const place = { route: '/shell/returns/$returnId', address: '/returns/r1' };

isAList({
  name: 'what happened to a return',
  show: <ReturnDetail />,
  ...place,
  before: asksWho,
  query: 'Return',
  answer: (timeline) => returned(timeline),
  rows: [step(1, 'Asked for'), step(2, 'Approved')],
  reads: ['Asked for', 'Approved'],
  empty: 'Nothing of this kind yet.',
});

test('steps and messages are one story, the oldest first; either may be read alone, and a reason stands with its message', async () => {
  asksWho();
  const message = { ...told, happenedAt: '2026-11-02T10:00:00Z' };
  answers('Return', () => returned([step(1, 'Asked for', 'SHOPPER'), step(3, 'Received', 'WAREHOUSE')], [message]));
  const user = await shown(<ReturnDetail />, place);
  const story = within(await screen.findByRole('region', { name: 'What happened' }));
  const read = () => story.getAllByRole('listitem').map((each) => each.querySelector('p')?.textContent);
  expect(read()).toEqual(['Asked for', 'Return approved: failed', 'Received']);
  expect(story.getByText('No such mailbox.')).toBeInTheDocument();
  await user.click(story.getByLabelText('Steps'));
  expect(read()).toEqual(['Asked for', 'Received']);
  await user.click(story.getByLabelText('Messages'));
  expect(read()).toEqual(['Return approved: failed']);
});
