import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { DecideDialog, type Mode } from './decide-dialog';
import type { ReturnFacts } from './return-query';

withServer();

const item = (id: string, title: string, quantity: number) => ({
  id,
  title,
  variantTitle: null,
  quantity,
  decision: 'IN_REVIEW',
  reason: { text: 'Too small', group: 'FIT' },
});
const requested = {
  id: 'r1',
  rmaNumber: 'R-1042',
  version: 3,
  items: [item('i1', 'Coat', 2), item('i2', 'Hat', 1)],
} as unknown as ReturnFacts;

async function opened(mode: Mode) {
  const close = vi.fn();
  const stale = vi.fn();
  const user = await shown(<DecideDialog of={requested} mode={mode} onClose={close} onStale={stale} />);
  return { user, close, stale };
}

test('what is left out is not approved, and the button says how much is', async () => {
  const sent = takes('ApproveItems', { return: null });
  const { user, close } = await opened('approve');
  expect(screen.getByRole('button', { name: 'Approve 3 items' })).toBeEnabled();
  await user.click(screen.getByRole('checkbox', { name: /Hat/ }));
  fill(screen.getByLabelText('Note'), 'As agreed');
  await user.click(screen.getByRole('button', { name: 'Approve 2 items' }));
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(sent).toEqual([{ returnId: 'r1', version: 3, items: [{ itemId: 'i1', quantity: null }], note: 'As agreed' }]);
});

test('nothing is rejected without a reason, or when nothing is chosen', async () => {
  const { user } = await opened('reject');
  const button = () => screen.getByRole('button', { name: /^Reject/ });
  expect(button()).toBeDisabled();
  fill(screen.getByLabelText(/^Reason/), 'Worn');
  expect(button()).toBeEnabled();
  await user.click(screen.getByRole('checkbox', { name: /Coat/ }));
  await user.click(screen.getByRole('checkbox', { name: /Hat/ }));
  expect(button()).toBeDisabled();
});

test('who decides on what somebody else has changed is told, keeps the words, and sees the newest', async () => {
  const refused = { field: null, message: 'Changed meanwhile.', code: 'STALE' };
  takes('RejectItems', { return: null, userErrors: [refused] });
  const { user, close, stale } = await opened('reject');
  fill(screen.getByLabelText(/^Reason/), 'Worn');
  await user.click(screen.getByRole('button', { name: /^Reject/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('look again, then decide');
  expect(stale).toHaveBeenCalledOnce();
  expect(close).not.toHaveBeenCalled();
  expect(screen.getByLabelText(/^Reason/)).toHaveValue('Worn');
});
