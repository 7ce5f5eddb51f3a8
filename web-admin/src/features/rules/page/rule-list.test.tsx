import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { isAList } from '@/shared/testing/list';
import { answers, signs, takes, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';
import { Policy } from './policy';

withServer();

beforeEach(() => {
  answers('AnalysePolicy', () => ({ analysePolicy: { analysis: { findings: [], unfinished: [] } } }));
  answers('BackTests', () => ({}));
  answers('PolicyChanges', () => ({}));
  answers('Viewer', () => ({}));
  answers('Team', () => ({}));
  answers('DraftAuthor', () => ({}));
});

const rule = (id: string, name: string, enabled = true) => ({
  ...{ id, name, enabled, when: { all: [] }, then: {} },
  whenSentence: `IF ${name}`,
  effectSentences: [],
});
const [vip, late, rest] = [rule('a', 'VIPs exchange'), rule('b', 'Too late'), rule('c', 'The rest', false)];
const published = (rules: unknown) => ({ policy: { live: { id: 'v1', number: 1, rules }, draft: null } });

isAList({
  name: 'the rules',
  show: <Policy />,
  route: '/shell/rules',
  query: 'Policy',
  answer: published,
  rows: [vip, late],
  reads: ['VIPs exchange', 'Too late'],
  empty: 'No rules yet: everything goes to review',
});

const names = () =>
  screen
    .getAllByRole('listitem')
    .filter((each) => each.hasAttribute('data-rule'))
    .map((each) => each.querySelector('[data-do="open"]')?.textContent ?? each.textContent);

async function opened(...then: object[]) {
  answers('Policy', () => published([vip, late, rest]));
  const saved = takes('SavePolicyDraft', { draft: { version: 1, rules: then } });
  const user = await shown(<Policy />, { route: '/shell/rules' });
  await screen.findByText('VIPs exchange');
  return { user, saved };
}

const idsOf = (saved: Record<string, unknown>[]) =>
  saved.map(({ rules }) => (rules as { id: string }[]).map(({ id }) => id));

test('rules stand in their order, numbered, and what is switched off says so', async () => {
  await opened();
  expect(names()).toEqual(['VIPs exchange', 'Too late', 'The rest']);
  const last = screen.getByText('The rest').closest('li') as HTMLElement;
  expect(within(last).getByText('3')).toBeInTheDocument();
  expect(within(last).getByText('Switched off')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Move VIPs exchange up' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Move The rest down' })).toBeDisabled();
});

test('a rule that is moved is said where it stands now, keeps the focus and is saved there', async () => {
  const { user, saved } = await opened(late, vip, rest);
  await user.click(screen.getByRole('button', { name: 'Move Too late up' }));
  expect(await screen.findByText('“Too late” is number 1 of 3 now.')).toBeInTheDocument();
  expect(names()).toEqual(['Too late', 'VIPs exchange', 'The rest']);
  expect(screen.getByRole('button', { name: 'Move Too late down' })).toHaveFocus();
  await expect.poll(() => idsOf(saved)).toEqual([['b', 'a', 'c']]);
});

test('a rule that is removed goes from the list and from the draft, and it is said how to have it back', async () => {
  const { user, saved } = await opened(vip, rest);
  await user.click(screen.getByRole('button', { name: 'More for Too late' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
  expect(await screen.findByText(/is removed\. Ctrl Z brings it back/)).toBeInTheDocument();
  await expect.poll(() => idsOf(saved)).toEqual([['a', 'c']]);
  expect(names()).toEqual(['VIPs exchange', 'The rest']);
});

test('whoever may not write rules reads them', async () => {
  signs({ scopes: ['rules:read'] });
  answers('Policy', () => published([vip]));
  await shown(<Policy />, { route: '/shell/rules' });
  expect(await screen.findByText('VIPs exchange')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
});
