import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { answers, fails, holds, takes, withServer } from '@/shared/testing/server';
import { shown } from '@/shared/testing/shown';
import { Policy } from './policy';

withServer();

const rule = (id: string, name: string) => ({
  id,
  name,
  enabled: true,
  when: { all: [] },
  then: {},
  whenSentence: 'IF',
});
const [vip, late] = [rule('a', 'VIPs exchange'), rule('b', 'Too late')];

beforeEach(() => {
  for (const query of ['BackTests', 'PolicyChanges', 'Viewer', 'Team', 'DraftAuthor']) answers(query, () => ({}));
  answers('Policy', () => ({ policy: { live: { id: 'v1', number: 1, rules: [vip, late] }, draft: null } }));
});

const finding = (words: string, more: object = {}) => ({
  ...{ kind: 'SHADOWED', severity: 'WARNING', paths: [], mayGo: true, words, witness: null },
  rules: [{ position: 2, ruleId: 'b', name: 'Too late' }],
  ...more,
});
const found = (...findings: object[]) => ({ analysePolicy: { analysis: { findings, unfinished: [] as string[] } } });

async function opened() {
  const user = await shown(<Policy />, { route: '/shell/rules' });
  const panel = await screen.findByRole('region', { name: 'What this does' });
  return { user, panel, says: within(panel) };
}

test('while the rules are looked through that is said, and then what was found', async () => {
  const letGo = holds('AnalysePolicy', () => found(finding('Rule 1 comes before.')));
  const { says } = await opened();
  expect(says.getByRole('status')).toHaveTextContent('Looking through the rules …');
  letGo();
  expect(await says.findByText('Rule 1 comes before.')).toBeInTheDocument();
  expect(says.getByRole('status')).toHaveTextContent('1 warning in the rules as they stand here.');
});

test('where nothing is found that is said', async () => {
  answers('AnalysePolicy', () => found());
  const { says } = await opened();
  expect(await says.findByText(/^Nothing wrong found/)).toBeInTheDocument();
  expect(says.queryByRole('listitem')).toBeNull();
});

test('what could not be looked through in time is named', async () => {
  const analysis = { findings: [], unfinished: ['not finished: overlaps'] };
  answers('AnalysePolicy', () => ({ analysePolicy: { analysis } }));
  const { says } = await opened();
  expect(await says.findByText('overlaps')).toBeInTheDocument();
});

test('where they cannot be looked through it says so, with the id to quote, and tries again when asked', async () => {
  fails('AnalysePolicy');
  const { user, says } = await opened();
  const failure = await says.findByRole('alert');
  expect(failure).toHaveTextContent('It broke.');
  expect(failure).toHaveTextContent('id-7');
  answers('AnalysePolicy', () => found(finding('Rule 1 comes before.')));
  await user.click(within(failure).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Rule 1 comes before.')).toBeInTheDocument();
});

test('what was found before stays where a newer look fails, and says that it is from before', async () => {
  takes('SavePolicyDraft', { draft: { version: 1, rules: [late, vip] } });
  answers('AnalysePolicy', () => found(finding('Rule 1 comes before.')));
  const { user, says } = await opened();
  await says.findByText('Rule 1 comes before.');
  fails('AnalysePolicy');
  await user.click(screen.getByRole('button', { name: 'Move Too late up' }));
  expect(await says.findByText(/could not be looked through just now/)).toBeInTheDocument();
  expect(says.getByText('Rule 1 comes before.')).toBeInTheDocument();
  answers('AnalysePolicy', () => found());
  await user.click(says.getByRole('button', { name: 'Try again' }));
  expect(await says.findByText(/^Nothing wrong found/)).toBeInTheDocument();
});

test('eight are shown, and the others when asked; hints are folded', async () => {
  const many = Array.from({ length: 9 }, (_, at) => finding(`Finding ${at + 1}`));
  const hint = finding('A hint', { severity: 'HINT', kind: 'OVERLAP' });
  answers('AnalysePolicy', () => found(...many, hint));
  const { user, says } = await opened();
  expect(await says.findByText('Finding 8')).toBeInTheDocument();
  expect(says.queryByText('Finding 9')).toBeNull();
  expect(says.getByText('A hint').closest('details')).not.toHaveAttribute('open');
  await user.click(says.getByRole('button', { name: 'Show 1 more finding' }));
  expect(says.getByText('Finding 9')).toBeInTheDocument();
});

test('a finding leads to its rule, to an item it happens to, and takes away a rule that does nothing', async () => {
  const witness = [{ fact: 'order.value', values: ['80'], label: 'the order value', seen: '80 EUR' }];
  answers('AnalysePolicy', () => found(finding('Rule 1 comes before.', { witness })));
  const saved = takes('SavePolicyDraft', { draft: { version: 1, rules: [vip] } });
  const { user, says } = await opened();
  await user.click(await says.findByRole('button', { name: 'Go to rule 2' }));
  expect(screen.getByRole('button', { name: 'Too late' })).toHaveFocus();
  expect(says.getByText('80 EUR')).toBeInTheDocument();
  expect(says.getByRole('link', { name: 'Open in Try' })).toHaveAttribute(
    'href',
    expect.stringContaining('/rules/try'),
  );
  await user.click(says.getByRole('button', { name: 'Remove the rule' }));
  await expect.poll(() => saved.map(({ rules }) => (rules as { id: string }[]).map(({ id }) => id))).toEqual([['a']]);
});
