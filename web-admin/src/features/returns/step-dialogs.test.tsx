import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { answers, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import type { ReturnFacts } from './return-query';
import { type Step, StepDialog } from './step-dialogs';

withServer();

const returned = { id: 'r1', rmaNumber: 'R-1042', version: 3, assignee: null, parcels: [] } as unknown as ReturnFacts;

async function opened(step: Step) {
  answers('Team', () => ({ staff: { edges: [] } }));
  const close = vi.fn();
  const stale = vi.fn();
  const user = await shown(<StepDialog of={returned} step={step} onClose={close} onStale={stale} />);
  return { close, stale, press: (name: string) => user.click(screen.getByRole('button', { name })) };
}

test('a return is not closed by hand without a reason, and then in the version that was seen', async () => {
  const sent = takes('CloseReturn', { return: null });
  const { close, press } = await opened('close');
  await press('Close the return');
  await waitFor(() => expect(screen.getByLabelText(/^Reason/)).toHaveAccessibleDescription(/Say why/));
  expect(sent).toEqual([]);
  fill(screen.getByLabelText(/^Reason/), 'Lost');
  await press('Close the return');
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(sent).toEqual([{ returnId: 'r1', version: 3, reason: 'Lost' }]);
});

test('a return that cannot be cancelled any more says why and stays', async () => {
  const refused = { field: null, message: 'The parcel is on its way.', code: 'TOO_LATE' };
  takes('CancelReturn', { return: null, userErrors: [refused] });
  const { close, stale, press } = await opened('cancel');
  await press('Cancel the return');
  expect(await screen.findByRole('alert')).toHaveTextContent('The parcel is on its way.');
  expect(close).not.toHaveBeenCalled();
  expect(stale).not.toHaveBeenCalled();
});

test('a tracking number that the carrier does not know stands at its field', async () => {
  const refused = { field: ['input', 'trackingNumber'], message: 'That is no number of DHL.', code: 'INVALID' };
  const sent = takes('AnnounceTracking', { return: null, userErrors: [refused] });
  const { press } = await opened('track');
  fill(screen.getByLabelText(/^Tracking number/), '12');
  await press('Follow this parcel');
  await waitFor(() =>
    expect(screen.getByLabelText(/^Tracking number/)).toHaveAccessibleDescription(/no number of DHL/),
  );
  expect(sent).toEqual([{ returnId: 'r1', carrier: null, trackingNumber: '12', insteadOf: null }]);
});
