import type { RuleGroupType } from 'react-querybuilder';
import { expect, test } from 'vitest';
import { nodeAt, toCondition, toQuery, valuesOf } from './condition';

const value = { test: { fact: 'order.value', operator: 'LESS_THAN', values: ['100.00'] } };
const reason = { test: { fact: 'item.reason.group', operator: 'ONE_OF', values: ['SIZE', 'DEFECT'] } };

test.each([
  ['all', { all: [value, reason] }],
  ['nested', { all: [value, { any: [reason, { none: [value] }] }] }],
  ['always', { all: [] }],
])('what the server stored comes back from the builder unchanged: %s', (_, when) => {
  expect(toCondition(toQuery(when))).toEqual(when);
});

test('a lone test gets a group around it, which means the same', () => {
  expect(toCondition(toQuery(value))).toEqual({ all: [value] });
});

test('a path of the server leads to the condition it means, or to the group that holds what is not there', () => {
  const query = toQuery({ all: [value, { any: [reason, { none: [value] }] }] });
  const inner = query.rules[1] as RuleGroupType;
  expect(nodeAt(query, ['all', '0', 'test', 'values'])).toBe(query.rules[0]);
  expect(nodeAt(query, ['all', '1', 'any', '0', 'test', 'values', '1'])).toBe(inner.rules[0]);
  expect(nodeAt(query, ['all', '1', 'any', '1', 'none', '0'])).toBe((inner.rules[1] as RuleGroupType).rules[0]);
  expect(nodeAt(query, ['all', '1', 'any'])).toBe(inner);
  expect(nodeAt(query, ['all', '7'])).toBe(query);
});

test('values are texts whatever the builder made of them', () => {
  expect(valuesOf(14)).toEqual(['14']);
  expect(valuesOf([' a ', '', 'b'])).toEqual(['a', 'b']);
  expect(valuesOf(undefined)).toEqual([]);
});
