import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { answers, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { DecideDialog } from './decide-dialog';
import { RefundDialog } from './refund-dialogs';
import type { RefundFacts, ReturnFacts } from './return-query';
import { SettleDiscrepancy } from './settle-discrepancy';
import { type Step, StepDialog } from './step-dialogs';

withServer();

const nothing = () => {};
const item = { id: 'i1', title: 'Coat', quantity: 2, decision: 'IN_REVIEW', reason: { text: 'Torn', group: 'DEFECT' } };
const of = {
  id: 'r1',
  rmaNumber: 'R-1001',
  version: 3,
  assignee: 'p1',
  parcels: [],
  items: [item],
} as unknown as ReturnFacts;
const amount = { amount: '30.00', currencyCode: 'EUR' };
const refund = { id: 'f1', version: 7, amount, waterfall: { tenders: [] } } as unknown as RefundFacts;

test('the shopper is asked for evidence of what was chosen', async () => {
  await shown(<DecideDialog of={of} mode="ask" onClose={nothing} onStale={nothing} />);
  await isSent({
    verb: 'Ask the shopper',
    mutation: 'AskForEvidence',
    sent: { returnId: 'r1', version: 3, itemIds: ['i1'], photos: 1, comment: false, message: null },
  });
});

async function step(name: Step) {
  answers('Team', () => ({ staff: [{ id: 's1', personId: 'p1', name: 'Olga' }] }));
  await shown(<StepDialog of={of} step={name} onClose={nothing} onStale={nothing} />);
}

test('a return is assigned to somebody of the team', async () => {
  await step('assign');
  await isSent({ verb: 'Assign', mutation: 'AssignReturn', sent: { returnId: 'r1', assignee: 'p1' } });
});

test('approved items go ahead in the version that was seen', async () => {
  await step('release');
  const sent = { returnId: 'r1', version: 3 };
  await isSent({ verb: 'Let them go ahead', mutation: 'ReleaseApproved', sent });
});

test('paying that failed says what went wrong', async () => {
  await shown(<RefundDialog of={refund} action="failed" onClose={nothing} />);
  fill(screen.getByLabelText(/^What went wrong/), 'Account closed');
  await isSent({
    verb: 'Mark as failed',
    mutation: 'MarkRefundFailed',
    sent: { refundId: 'f1', reason: 'Account closed' },
    field: ['reason', /^What went wrong/],
  });
});

test('a refund is put back to due', async () => {
  await shown(<RefundDialog of={refund} action="retry" onClose={nothing} />);
  await isSent({ verb: 'Put back to due', mutation: 'RetryRefund', sent: { refundId: 'f1' } });
});

test('how a discrepancy was settled is said, also where it could not be sent', async () => {
  const refused = { field: ['input', 'settlement'], message: 'Too long.', code: 'TOO_LARGE' };
  const sent = takes('SettleDiscrepancy', 'nothing', { userErrors: [refused] }, {});
  const user = await shown(<SettleDiscrepancy id="d1" />);
  const field = () => screen.getByLabelText('How it was settled');
  const settle = () => user.click(screen.getByRole('button', { name: 'Settle' }));
  fill(field(), 'Sent back');
  await settle();
  await waitFor(() => expect(field()).toHaveAccessibleDescription(/cannot be reached/));
  await settle();
  await waitFor(() => expect(field()).toHaveAccessibleDescription(/Too long/));
  expect(field()).toHaveValue('Sent back');
  await settle();
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[2]).toEqual({ discrepancyId: 'd1', settlement: 'Sent back' });
});
