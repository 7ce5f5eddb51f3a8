import { expect, test } from 'vitest';
import { toCondition, toQuery, valuesOf } from './condition';

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

test('not all of them is none of all of them', () => {
  const query = { ...toQuery({ all: [value, reason] }), not: true };
  expect(toCondition(query)).toEqual({ none: [{ all: [value, reason] }] });
});

test('values are texts whatever the builder made of them', () => {
  expect(valuesOf(14)).toEqual(['14']);
  expect(valuesOf([' a ', '', 'b'])).toEqual(['a', 'b']);
  expect(valuesOf(undefined)).toEqual([]);
});
