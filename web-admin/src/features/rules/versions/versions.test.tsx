import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { page } from '@/shared/testing/completed';
import { answers, takes, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';
import { Versions } from './versions';

withServer();

const version = (number: number) => ({ id: `v${number}`, number, note: `Note ${number}`, isLive: number === 21 });
const newestFirst = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, at) => version(from - at));

async function opened(of: (after: unknown) => unknown) {
  answers('Viewer', () => ({}));
  answers('Team', () => ({}));
  const asked = answers('PolicyVersions', ({ after }) => ({ policyVersions: of(after) }));
  const on = { onClose: vi.fn(), onReverted: vi.fn() };
  const user = await shown(<Versions draftVersion={4} {...on} />);
  return { ...on, asked, press: (name: string) => user.click(screen.getByRole('button', { name })) };
}

const heads = () => screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent?.trim());

test('twenty versions are a page; the next one begins behind the last that is shown, and there is a way back', async () => {
  // One more than is shown is asked for, so that the last one is told from the one before it.
  const { asked, press } = await opened((after) => (after ? page([version(1)]) : page(newestFirst(21, 1), 'behind')));
  await screen.findByText('Note 21');
  expect(heads()).toHaveLength(20);
  expect(screen.queryByText('Note 1')).toBeNull();
  await press('Older');
  expect(await screen.findByText('Note 1')).toBeInTheDocument();
  expect(heads()).toEqual(['Version 1']);
  expect(asked.at(-1)).toEqual({ first: 21, after: '19' });
  expect(screen.getByRole('button', { name: 'Older' })).toBeDisabled();
  await press('Newer');
  expect(await screen.findByText('Note 21')).toBeInTheDocument();
});

test('twenty are all, where there is no more', async () => {
  await opened(() => page(newestFirst(20, 1)));
  expect(await screen.findByText('Note 1')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Older' })).toBeNull();
});

test('what a version changed is asked for when somebody wants to know, from the one before it on', async () => {
  await opened(() => page(newestFirst(3, 2)));
  const asked = answers('PolicyChanges', () => ({ policyChanges: [] }));
  const told = (await screen.findAllByText('What it changed'))[0];
  expect(screen.getAllByText('What it changed')).toHaveLength(1);
  expect(asked).toEqual([]);
  const details = told?.closest('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  expect(await screen.findByText(/it says the same as the version before/)).toBeInTheDocument();
  expect(asked).toEqual([{ from: 'v2', to: 'v3' }]);
});

test('an older version is put into the draft that was looked at', async () => {
  const sent = takes('RevertPolicyDraft', {});
  const { press, onReverted, onClose } = await opened(() => page(newestFirst(21, 20)));
  await screen.findByText('Note 20');
  expect(screen.queryByRole('button', { name: 'Put version 21 into the draft' })).toBeNull();
  await press('Put version 20 into the draft');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(onReverted).toHaveBeenCalledOnce();
  expect(sent).toEqual([{ versionId: 'v20', version: 4 }]);
});
