import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { isSent } from '@/shared/testing/form';
import { answers, fails, takes, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';
import { ReadFile } from './read-file';

withServer();

const content = '{"rules":[]}';
const file = new File([content], 'policy.json', { type: 'application/json' });
const draft = { version: 4, savedAt: '2026-11-28T10:00:00Z', isDraft: true };
const change = {
  kind: 'ADDED',
  ruleId: 'a',
  name: 'VIP',
  words: '',
  after: { position: 1, sentence: 'VIPs exchange' },
};

async function opened() {
  const on = { onClose: vi.fn(), onRead: vi.fn() };
  const user = await shown(<ReadFile draft={draft} {...on} />);
  const input = await screen.findByLabelText('Policy file');
  return { ...on, input, choose: () => user.upload(input, file), go: () => user.click(button()) };
}

const button = () => screen.getByRole('button', { name: 'Make it the draft' });
const reads = () =>
  answers('PreviewPolicyFile', () => ({ previewPolicyFile: { preview: { ruleCount: 2, changes: [change] } } }));

test('what a file would change is told, and then it becomes the draft; what is refused of it stands at the file', async () => {
  const asked = reads();
  const { choose, input, onClose, onRead } = await opened();
  expect(button()).toBeDisabled();
  await choose();
  expect(await screen.findByText(/^2 rules\. Compared with your draft, 1 thing would change/)).toBeInTheDocument();
  expect(screen.getByText(/^It replaces the draft/)).toBeInTheDocument();
  expect(asked).toEqual([{ input: { content } }]);
  const wrong = { field: ['input', 'content', 'rules', '1'], message: 'Line 12: No such fact.', code: 'INVALID' };
  const sent = takes('ImportPolicyFile', { userErrors: [wrong] }, {});
  button().click();
  await waitFor(() => expect(input).toHaveAccessibleDescription(/Rule 2, line 12: No such fact\./));
  expect(input).toBeInvalid();
  expect(onRead).not.toHaveBeenCalled();
  button().click();
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(onRead).toHaveBeenCalledOnce();
  expect(sent).toEqual([
    { content, version: 4 },
    { content, version: 4 },
  ]);
});

test('a file is sent once at a time; a lost answer is told, and the file need not be chosen again', async () => {
  reads();
  const { choose } = await opened();
  await choose();
  await waitFor(() => expect(button()).toBeEnabled());
  await isSent({ verb: 'Make it the draft', mutation: 'ImportPolicyFile', sent: { content, version: 4 } });
});

test('a draft that somebody changed meanwhile is not replaced, and it is said what to do', async () => {
  reads();
  takes('ImportPolicyFile', { userErrors: [{ field: ['input', 'version'], message: 'Stale.', code: 'STALE' }] });
  const { choose, go, onRead } = await opened();
  await choose();
  await waitFor(() => expect(button()).toBeEnabled());
  await go();
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody changed the draft meanwhile.');
  expect(onRead).not.toHaveBeenCalled();
});

test('a file that is no policy cannot become the draft; another one may', async () => {
  const userErrors = [{ field: ['content'], message: 'Line 1: This is no JSON', code: 'INVALID' }];
  answers('PreviewPolicyFile', () => ({ previewPolicyFile: { preview: null, userErrors } }));
  const { choose, input } = await opened();
  await choose();
  await waitFor(() => expect(input).toHaveAccessibleDescription(/Line 1: This is no JSON/));
  expect(button()).toBeDisabled();
  reads();
  await choose();
  await waitFor(() => expect(button()).toBeEnabled());
  expect(input).toBeValid();
});

test('where it cannot be looked at, that is said', async () => {
  fails('PreviewPolicyFile');
  const { choose, input } = await opened();
  await choose();
  await waitFor(() => expect(input).toHaveAccessibleDescription(/It broke/));
  expect(button()).toBeDisabled();
});
