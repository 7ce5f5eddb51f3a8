import { expect, test } from 'vitest';
import { tryAddress } from './address';

test('an address names an order, a decision or a case, and nothing else of it counts', () => {
  expect(tryAddress({ order: 'o1', decision: '', q: 'x' })).toEqual({ order: 'o1' });
  expect(tryAddress({ decision: 'd1' })).toEqual({ decision: 'd1' });
});

test('the facts of a case are lists of words, an empty list is known to be empty', () => {
  expect(tryAddress({ facts: { 'order.value': ['99.00'], 'item.tags': [] } })).toEqual({
    facts: { 'order.value': ['99.00'], 'item.tags': [] },
  });
});

test('nonsense in an address is left out', () => {
  expect(tryAddress({ facts: 'x', order: 7 })).toEqual({});
  expect(tryAddress({ facts: { 'item.quantity': [2], 'item.sku': 'A' } })).toEqual({
    facts: { 'item.quantity': ['2'] },
  });
  expect(tryAddress({ facts: [] })).toEqual({});
});
