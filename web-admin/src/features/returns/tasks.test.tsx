import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { answers, takes, withServer } from '@/shared/testing/server';
import { fill, shown } from '@/shared/testing/shown';
import { Tasks } from './tasks';

withServer();

const task = (id: string, kind: string, text: string) => ({
  id,
  kind,
  text,
  openedAt: '2026-11-29T10:00:00Z',
  doneAt: null,
  reference: null,
  return: null,
  item: null,
  __typename: 'StaffTask',
});

function list(...tasks: object[]) {
  answers('StaffTasks', ({ after }) => ({
    staffTasks: {
      edges: after ? [] : tasks.map((node) => ({ node, __typename: 'StaffTaskEdge' })),
      pageInfo: { hasNextPage: false, endCursor: null, __typename: 'PageInfo' },
      __typename: 'StaffTaskConnection',
    },
  }));
}

test('each task has the step that its kind wants, and taking it sends what was typed once', async () => {
  list(task('k1', 'SEND_REPLACEMENT', 'Send a new coat'), task('k2', 'GIVE_STORE_CREDIT', 'Give 20 of credit'));
  const sent = takes('CompleteTask', { task: null });
  const user = await shown(<Tasks />);
  const row = (await screen.findByText('Give 20 of credit')).closest('tr') as HTMLElement;
  await user.click(within(row).getByRole('button', { name: 'Mark as given' }));
  const dialog = await screen.findByRole('dialog');
  fill(within(dialog).getByLabelText('Reference'), 'GC-1');
  await user.click(within(dialog).getByRole('button', { name: 'Mark as given' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([{ taskId: 'k2', reference: 'GC-1', idempotencyKey: expect.any(String) }]);
});

test('where nothing is to be done, it is said what comes here', async () => {
  list();
  await shown(<Tasks />);
  expect(await screen.findByText('Nothing to do')).toBeInTheDocument();
});
