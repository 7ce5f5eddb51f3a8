import { expect, test } from 'vitest';
import { changes, inputOf, moved } from './draft';
import type { RuleFacts } from './policy-query';

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
const kinds = (live: RuleFacts[], draft: RuleFacts[]) => changes(live, draft).map((change) => change.kind);

test('nothing changed is nothing told', () => {
  expect(kinds([rule('a'), rule('b')], [rule('a'), rule('b')])).toEqual([]);
});

test('what came, went, was reworded and switched is told', () => {
  const live = [rule('a'), rule('b')];
  const draft = [rule('b', { sentence: 'IF other THEN …', enabled: false }), rule('c')];
  expect(kinds(live, draft)).toEqual(['removed', 'switched', 'changed', 'added']);
});

test('only a changed order among those that stay is a move', () => {
  expect(kinds([rule('a'), rule('b')], [rule('n'), rule('a'), rule('b')])).toEqual(['added']);
  expect(kinds([rule('a'), rule('b')], [rule('b'), rule('a')])).toEqual(['moved', 'moved']);
});

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
