import { expect, test } from 'vitest';
import { differences, folded, matters, runWords } from './folding';
import type { RuleTrace } from './trace-query';

function rule(position: number, given: Partial<RuleTrace> = {}, fate = 'NOT_TRUE'): RuleTrace {
  return {
    position,
    ruleId: `r${position}`,
    name: `Rule ${position}`,
    sentence: 'IF … THEN approve',
    enabled: true,
    isFinal: false,
    truth: 'FALSE',
    conditions: [],
    effects: [{ kind: 'DECISION', sentence: 'approve', fate: fate as 'WON', why: '' }],
    ...given,
  };
}

test('a long run of rules that set nothing is one line, and what won or was left open stands alone', () => {
  const rules = [1, 2, 3, 4, 5].map((at) => rule(at));
  const won = rule(6, { truth: 'TRUE' }, 'WON');
  const open = rule(7, { truth: 'UNKNOWN' }, 'UNDETERMINED');
  const folds = folded([...rules, won, open, rule(8)]);
  expect(folds).toEqual([{ run: rules }, { rule: won }, { rule: open }, { rule: rule(8) }]);
  expect(runWords(rules)).toBe('conditions do not hold');
});

test('a marked rule is never folded away, and a short run is not worth folding', () => {
  const rules = [1, 2, 3, 4, 5, 6].map((at) => rule(at));
  const folds = folded(rules, new Map([['r4', { word: 'Changed', quiet: false }]]));
  expect(folds).toHaveLength(6);
});

test('rules that the other policy does not have fold together, apart from those that it has', () => {
  const rules = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => rule(at));
  const gone = new Map(['r1', 'r2', 'r3', 'r4'].map((id) => [id, { word: 'Gone from the draft', quiet: true }]));
  expect(folded(rules, gone)).toEqual([{ run: rules.slice(0, 4) }, { run: rules.slice(4) }]);
});

test('two hundred rules with one winner are three lines', () => {
  const rules = Array.from({ length: 200 }, (_, at) => (at === 99 ? rule(100, {}, 'WON') : rule(at + 1)));
  expect(folded(rules)).toHaveLength(3);
});

test('a rule that is overridden does not matter, one that leaves an effect open does', () => {
  expect(matters(rule(1, { truth: 'TRUE' }, 'OVERRIDDEN'))).toBe(false);
  expect(matters(rule(1, { truth: 'UNKNOWN' }, 'UNDETERMINED'))).toBe(true);
});

test('differences name new rules, changed words, and the same words that come out differently', () => {
  const live = [rule(1), rule(2), rule(3), rule(4, { truth: 'TRUE' }, 'WON'), rule(6, {}, 'BEHIND_FINAL')];
  const draft = [
    rule(1),
    rule(2, { sentence: 'IF … THEN reject' }),
    rule(3, { truth: 'TRUE' }, 'WON'),
    rule(4, { truth: 'TRUE' }, 'OVERRIDDEN'),
    rule(5),
    // Holds neither here nor there: why it sets nothing makes no difference.
    rule(6),
  ];
  expect([...differences(draft, live, 'Only in the draft')]).toEqual([
    ['r2', { word: 'Changed', quiet: false }],
    ['r3', { word: 'Comes out differently', quiet: false }],
    ['r4', { word: 'Counts differently', quiet: false }],
    ['r5', { word: 'Only in the draft', quiet: true }],
  ]);
});

test('a rule that only moved does not differ', () => {
  expect(differences([rule(1), rule(2)], [rule(2), rule(1)], 'x').size).toBe(0);
});
