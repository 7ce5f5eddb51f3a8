import { isAList } from '@/shared/testing/list';
import { answers, withServer } from '@/shared/testing/server';
import { Facts } from '../facts/facts';
import type { BackTest } from '../history/back-test-query';
import { Changes } from '../history/changes';
import { HistoryPage } from '../history/history-page';
import { Recipes } from '../recipes/recipes';
import { Differences } from '../shadow/differences';
import { Shadow } from '../shadow/shadow';
import type { ShadowFacts } from '../shadow/shadow-query';
import { ExamplesPage } from '../trying/examples-page';
import { Versions } from '../versions/versions';

withServer();

const nothing = () => {};
const draft = { version: 1, savedAt: '2026-11-28T10:00:00Z' };

isAList({
  name: 'examples that must hold',
  show: <ExamplesPage />,
  query: 'PolicyExamples',
  answer: (policyExamples) => ({ policy: { draft: null }, policyExamples }),
  rows: [
    { id: 'e1', name: 'A VIP exchanges', holds: true },
    { id: 'e2', name: 'A gift comes back', holds: true },
  ],
  reads: ['A VIP exchanges', 'A gift comes back'],
  empty: 'No examples yet',
});

isAList({
  name: 'published versions',
  show: <Versions draftVersion={0} onClose={nothing} onReverted={nothing} />,
  before: () => {
    answers('Viewer', () => ({}));
    answers('Team', () => ({}));
  },
  query: 'PolicyVersions',
  answer: (policyVersions) => ({ policyVersions }),
  rows: [
    { id: 'v1', number: 1, note: 'Our first rules' },
    { id: 'v2', number: 2, note: 'A longer window' },
  ],
  reads: ['Our first rules', 'A longer window'],
});

const run = (id: string, days: number) => ({ id, state: 'DONE', days, endedAt: '2026-11-20T10:00:00Z' });

isAList({
  name: 'runs on the history',
  show: <HistoryPage />,
  route: '/shell/rules/history',
  query: 'BackTests',
  answer: (backTests) => ({ policy: { draft }, backTests: [run('t0', 7), ...(backTests as object[])] }),
  rows: [run('t1', 1111), run('t2', 2222)],
  reads: [(1111).toLocaleString(), (2222).toLocaleString()],
});

isAList({
  name: 'runs on the history, before the first',
  show: <HistoryPage />,
  route: '/shell/rules/history',
  query: 'BackTests',
  answer: (backTests) => ({ policy: { draft }, backTests }),
  rows: [run('t1', 1111), run('t2', 2222)],
  reads: [/1111|1,111/, (2222).toLocaleString()],
  empty: 'Nothing has been run yet',
});

const change = (rmaNumber: string) => ({ decision: { id: rmaNumber, item: { returnId: rmaNumber, rmaNumber } } });
const changed = (id: string) => ({ id, changed: 2, state: 'DONE', askedAt: '2026-11-28T10:00:00Z' });

isAList({
  name: 'what a back-test found',
  show: <Changes of={changed('t1') as unknown as BackTest} />,
  query: 'BackTestChanges',
  answer: (changes) => ({ backTest: { id: 't1', changes } }),
  rows: [change('R-1001'), change('R-1002')],
  reads: ['R-1001', 'R-1002'],
  on: 'Next',
});

isAList({
  name: 'what a shadow run found',
  show: <Differences of={changed('w1') as unknown as ShadowFacts} />,
  query: 'ShadowChanges',
  answer: (changes) => ({ shadowRun: { id: 'w1', changes } }),
  rows: [change('R-1001'), change('R-1002')],
  reads: ['R-1001', 'R-1002'],
  on: 'Older',
});

const shadow = (id: string, judged: number) => ({ id, state: 'STOPPED', judged, endedAt: '2026-11-20T10:00:00Z' });

isAList({
  name: 'shadow runs',
  show: <Shadow />,
  route: '/shell/rules/shadow',
  query: 'Shadow',
  answer: (shadowRuns) => ({ policy: { draft: null }, shadowRuns }),
  rows: [shadow('w1', 1111), shadow('w2', 2222)],
  reads: [(1111).toLocaleString(), (2222).toLocaleString()],
  empty: 'There is no draft to run',
});

isAList({
  name: 'facts',
  show: <Facts />,
  query: 'Facts',
  answer: (ruleVocabulary) => ({ ruleVocabulary }),
  rows: [
    { key: 'a', label: 'the order value' },
    { key: 'b', label: 'the country' },
  ],
  reads: ['the order value', 'the country'],
  empty: 'No fact reads like that',
});

isAList({
  name: 'facts of one’s own',
  show: <Facts />,
  query: 'Facts',
  answer: (customFacts) => ({ customFacts }),
  rows: [
    { key: 'custom.a', label: 'the loyalty tier' },
    { key: 'custom.b', label: 'the blood type' },
  ],
  reads: ['the loyalty tier', 'the blood type'],
});

isAList({
  name: 'recipes',
  show: <Recipes rules={[]} onChange={nothing} onClose={nothing} />,
  query: 'RuleRecipes',
  answer: (ruleRecipes) => ({ ruleRecipes }),
  rows: [
    { key: 'a', title: 'Withdrawal in 14 days' },
    { key: 'b', title: 'Photos of damage' },
  ],
  reads: ['Withdrawal in 14 days', 'Photos of damage'],
});
