import { expect, test } from 'vitest';
import { allOf, decidable, decisions } from './decide';

const items = [
  { id: 'a', decision: 'IN_REVIEW', quantity: 3 },
  { id: 'b', decision: 'APPROVED', quantity: 1 },
  { id: 'c', decision: 'WAITING_FOR_SHOPPER', quantity: 1 },
];

test('what is decided already is not offered again', () => {
  expect(decidable(items).map((item) => item.id)).toEqual(['a', 'c']);
  expect(allOf(items)).toEqual({ a: 3, c: 1 });
});

test('a whole item goes without a quantity, a part with it, the rest not at all', () => {
  expect(decisions(items, { a: 2, c: 1 })).toEqual([
    { itemId: 'a', quantity: 2 },
    { itemId: 'c', quantity: null },
  ]);
  expect(decisions(items, { a: 0, c: 0 })).toEqual([]);
});
