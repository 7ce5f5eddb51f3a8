import { expect, test } from 'vitest';
import { toQuery } from './condition';
import { mistakesOf, shown, unreadable } from './mistakes';

const query = toQuery({ all: [{ test: { fact: 'order.value', operator: 'LESS_THAN', values: [] } }] });
const refused = (field: string[], message = 'No.') => [{ field, message, code: 'INVALID' }];
const placesOf = (...field: string[]) => [...mistakesOf(refused(field), query).keys()];

test('a mistake stands by its condition, its effect or the name', () => {
  expect(placesOf('rules', '0', 'when', 'all', '0', 'test', 'values')).toEqual([query.rules[0]?.id]);
  expect(placesOf('rules', '0', 'when', 'all')).toEqual([query.id]);
  expect(placesOf('rules', '0', 'then', 'fee', 'rate')).toEqual(['then.fee']);
  expect(placesOf('rules', '0', 'then')).toEqual(['then']);
  expect(placesOf('rules', '0', 'name')).toEqual(['name']);
  expect(placesOf('rules')).toEqual(['']);
});

test('two mistakes in one place are both said', () => {
  const name = ['rules', '0', 'name'];
  expect(mistakesOf([...refused(name, 'One.'), ...refused(name, 'Two.')], query).get('name')).toBe('One. Two.');
});

test('nobody is told off before having typed anything', () => {
  const mistakes = mistakesOf(refused(['rules', '0', 'then', 'team']), query);
  expect(shown(mistakes, new Set(), false).size).toBe(0);
  expect(shown(mistakes, new Set(['then.team']), false).size).toBe(1);
  expect(shown(mistakes, new Set(), true).size).toBe(1);
});

test('an amount that is no number is a mistake of its effect, and not of the connection', () => {
  const found = unreadable({
    extensions: { variable: 'rules', field: ['0', 'then', 'fee', 'amount'], code: 'INVALID' },
  });
  expect(found[0]?.message).toContain('without commas');
  expect([...mistakesOf(found, query).keys()]).toEqual(['then.fee']);
  expect(unreadable({ extensions: { code: 'FORBIDDEN' } })).toEqual([]);
});
