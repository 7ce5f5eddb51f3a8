import { expect, test } from 'vitest';
import type { Fact } from '../policy-query';
import { factTitle, filled, knownFacts } from './fact-words';

const fact = (key: string, type: Fact['type'], label = 'the order value') => ({ key, type, label }) as Fact;
const facts = new Map(
  [fact('order.value', 'MONEY'), fact('item.tags', 'TEXTS'), fact('item.sku', 'TEXT')].map((one) => [one.key, one]),
);

test('a form names facts without article, and days as days', () => {
  expect(factTitle({ label: 'the order value', type: 'MONEY' })).toBe('Order value');
  expect(factTitle({ label: 'a gift card', type: 'FLAG' })).toBe('Gift card');
  expect(factTitle({ label: 'delivery', type: 'DAYS' })).toBe('Days since delivery');
});

test('what is left empty is unknown, but a list is known to be empty', () => {
  const rows = [
    { key: 'order.value', values: ['99.00'] },
    { key: 'item.sku', values: [' '] },
    { key: 'item.tags', values: [] },
    { key: 'gone.fact', values: ['x'] },
  ];
  expect(filled(rows, facts)).toEqual({ 'order.value': ['99.00'], 'item.tags': [] });
});

test('of a trace only what is known can be tried again', () => {
  expect(
    knownFacts([
      { key: 'item.sku', values: ['A'] },
      { key: 'order.value', values: null },
    ]),
  ).toEqual({ 'item.sku': ['A'] });
});
