import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { answers, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { PublishDialog } from './publish-dialog';

withServer();

const failing = {
  __typename: 'PolicyExample',
  id: 'e1',
  name: 'VIP exchanges',
  expected: 'APPROVE',
  holds: false,
  result: { outcome: 'REJECT', because: 'The window has ended.', __typename: 'ExampleResult' },
};

async function opened({ examples = [] as object[], needsFourEyes = false } = {}) {
  const draft = {
    version: 4,
    savedBy: { personId: 'p1', name: 'Olga', __typename: 'Author' },
    __typename: 'PolicyDraft',
  };
  answers('BeforePublishing', () => ({
    policyNeedsFourEyes: needsFourEyes,
    policy: { draft, __typename: 'Policy' },
    policyExamples: examples,
  }));
  answers('Viewer', () => ({ viewer: { id: 'p1', __typename: 'Viewer' } }));
  answers('Team', () => ({ staff: { edges: [], __typename: 'StaffConnection' } }));
  const on = { onClose: vi.fn(), onStale: vi.fn(), onDone: vi.fn() };
  const user = await shown(<PublishDialog version={4} changes={[]} findings={[]} {...on} />);
  const note = () => screen.getByLabelText(/^Note/);
  return { ...on, note, publish: () => user.click(screen.getByRole('button', { name: 'Publish' })) };
}

const button = () => screen.getByRole('button', { name: 'Publish' });

test('the draft that was looked at is published, with a note and once', async () => {
  const sent = takes('PublishPolicyDraft', 'nothing', { version: { id: 'v5', number: 5 }, analysis: null });
  const { note, publish, onDone, onClose } = await opened();
  expect(button()).toBeDisabled();
  fill(note(), ' Longer window ');
  await waitFor(() => expect(button()).toBeEnabled());
  await publish();
  expect(await screen.findByRole('alert')).toHaveTextContent('cannot be reached');
  await publish();
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(onClose).toHaveBeenCalledOnce();
  expect(sent[0]).toEqual({ version: 4, note: 'Longer window', idempotencyKey: expect.any(String) });
  expect(sent[1]).toEqual(sent[0]);
});

test('nothing is published while an example fails, and it is said which', async () => {
  const { note } = await opened({ examples: [failing] });
  fill(note(), 'Longer window');
  expect(await screen.findByText(/VIP exchanges/)).toHaveTextContent('must be approved and would be rejected');
  expect(button()).toBeDisabled();
});

test('a draft that somebody changed meanwhile is not published over, and the words are kept', async () => {
  const refused = { field: null, message: 'Changed.', code: 'STALE' };
  takes('PublishPolicyDraft', { version: null, analysis: null, userErrors: [refused] });
  const { note, publish, onStale, onDone } = await opened();
  fill(note(), 'Longer window');
  await waitFor(() => expect(button()).toBeEnabled());
  await publish();
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody changed the draft since you looked at it.');
  expect(onStale).toHaveBeenCalledOnce();
  expect(onDone).not.toHaveBeenCalled();
  expect(note()).toHaveValue('Longer window');
});
