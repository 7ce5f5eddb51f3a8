import { expect, test } from 'vitest';
import type { Finding } from '../policy-query';
import { byRule, counted, factsOf } from './finding-words';

const finding = (severity: Finding['severity'], ruleId?: string, words = severity as string): Finding => ({
  kind: 'OVERLAP',
  severity,
  rules: ruleId ? [{ position: 1, ruleId, name: ruleId }] : [],
  paths: [],
  mayGo: false,
  words,
  witness: null,
});

test('findings are counted by how much they matter; what is not there is not said', () => {
  expect(counted([finding('HINT'), finding('ERROR'), finding('HINT')])).toBe('1 error and 2 hints');
  expect(counted([finding('ERROR'), finding('WARNING'), finding('HINT')])).toBe('1 error, 1 warning and 1 hint');
  expect(counted([])).toBe('');
});

test('a finding stands at the rule to change first, and one about no rule at none', () => {
  const marks = byRule([finding('ERROR', 'a'), finding('HINT', 'a'), finding('HINT')], new Map());
  expect([...marks.keys()]).toEqual(['a']);
  expect(marks.get('a')).toHaveLength(2);
});

test('a rule of which the same is said again keeps its list, so that its row is not drawn again', () => {
  const before = byRule([finding('ERROR', 'a'), finding('HINT', 'b')], new Map());
  const after = byRule([finding('ERROR', 'a'), finding('HINT', 'b', 'other words')], before);
  expect(after.get('a')).toBe(before.get('a'));
  expect(after.get('b')).not.toBe(before.get('b'));
});

test('an invented item goes to Try as it is', () => {
  const witness = [{ fact: 'shopper.tags', values: ['VIP', 'risk'], label: 'tags', seen: '“VIP”, “risk”' }];
  expect(factsOf(witness)).toEqual({ 'shopper.tags': ['VIP', 'risk'] });
});
