import { expect, test } from 'vitest';
import type { RuleFacts } from '../policy-query';
import { copyOf, inputOf, kept, moved, withRule } from './draft';
import { clashes, merged } from './merge';

const nothing = {
  decision: null,
  resolutions: null,
  fee: null,
  returnShipping: null,
  keepItem: null,
  evidence: null,
  bonus: null,
  destination: null,
  refundMoment: null,
  tags: null,
  team: null,
  assignee: null,
  priority: null,
};
const rule = (id: string, of: Partial<RuleFacts> = {}): RuleFacts => ({
  id,
  name: `Rule ${id}`,
  enabled: true,
  isFinal: false,
  when: { all: [] },
  then: nothing,
  sentence: `IF ${id} THEN …`,
  whenSentence: id,
  effectSentences: [],
  ...of,
});
const ids = (rules: readonly RuleFacts[]) => rules.map((each) => each.id).join('');
const [a, b, c] = [rule('a'), rule('b'), rule('c')];

test('what goes back to the server carries no type names and nothing that is not set', () => {
  const told = rule('a', {
    then: {
      ...nothing,
      __typename: 'RuleEffects',
      decision: { __typename: 'X', outcome: 'APPROVE', shopperReason: null },
    } as unknown as RuleFacts['then'],
  });
  expect(inputOf(told).then).toEqual({ decision: { outcome: 'APPROVE' } });
});

test('a rule moves to its new place', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});

test('what the server says again stays the very same object, so that its row is not drawn again', () => {
  const before = [a, b];
  expect(kept(before, [rule('a'), rule('b')])).toBe(before);
  const after = kept(before, [rule('a'), rule('b', { enabled: false })]);
  expect(after[0]).toBe(a);
  expect(after[1]?.enabled).toBe(false);
});

test('a copy is a rule of its own, whose name is short enough', () => {
  const copy = copyOf(rule('a', { name: 'x'.repeat(120) }));
  expect(copy.id).not.toBe('a');
  expect(copy.name).toHaveLength(120);
});

test('a rule takes the place of the one it was, or the place asked for', () => {
  expect(ids(withRule([a, b], rule('n'), 1))).toBe('anb');
  expect(ids(withRule([a, b], rule('n')))).toBe('abn');
  expect(withRule([a, b], rule('a', { name: 'New' }))[0]?.name).toBe('New');
});

test('two who changed different rules both get what they wanted', () => {
  const mine = rule('a', { name: 'Mine' });
  const other = rule('b', { name: 'Theirs' });
  const both = merged([a, b, c], [mine, b, c], [a, other]);
  expect(both.map((each) => each.name)).toEqual(['Mine', 'Theirs']);
  expect(clashes([a, b, c], [mine, b, c], [a, other])).toEqual([]);
});

test('what was added comes in behind its neighbour, what was removed goes', () => {
  expect(ids(merged([a, b], [a, rule('n'), b], [a, b, c]))).toBe('anbc');
  expect(ids(merged([a, b], [b], [rule('x'), a, b]))).toBe('xb');
  expect(ids(merged([a, b], [rule('n'), a, b], [a, b]))).toBe('nab');
});

test('a new order is put in as long as both have the same rules', () => {
  const other = rule('b', { name: 'Theirs' });
  expect(ids(merged([a, b, c], [c, a, b], [a, other, c]))).toBe('cab');
});

test('what I changed and another removed comes back, and both changing one rule is said', () => {
  const mine = rule('b', { name: 'Mine' });
  expect(ids(merged([a, b, c], [a, mine, c], [a, c]))).toBe('abc');
  expect(clashes([a, b], [a, mine], [a, rule('b', { name: 'Theirs' })])).toEqual(['Mine']);
});
