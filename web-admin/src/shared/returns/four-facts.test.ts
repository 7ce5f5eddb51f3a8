import { expect, test } from 'vitest';
import { type FourFactsOf, fourFacts } from './four-facts';

const fresh: FourFactsOf = { decision: 'IN_REVIEW', items: [], parcels: [], refunds: [] };
const item = (received: number, missing = 0) => ({
  quantity: 2,
  decision: 'APPROVED',
  keepItem: false,
  goods: { received, missing, expected: 2 - received },
});
const said = (of: Partial<FourFactsOf>) => fourFacts({ ...fresh, ...of }).map((fact) => fact.text);

test('a fresh request has only a decision to wait for', () => {
  expect(said({})).toEqual(['waits for a person', 'none yet', 'nothing received', 'nothing due']);
});

test('each fact moves on its own', () => {
  expect(
    said({ decision: 'APPROVED', items: [item(1)], parcels: [{ state: 'DELIVERED' }], refunds: [{ state: 'DUE' }] }),
  ).toEqual(['approved', 'delivered to you', '1 of 2 received', 'refund due']);
});

test('a problem outranks progress', () => {
  expect(
    said({
      items: [item(1, 1)],
      parcels: [{ state: 'LOST' }, { state: 'DELIVERED' }],
      refunds: [{ state: 'FAILED' }, { state: 'ISSUED' }],
    }),
  ).toEqual(['waits for a person', 'lost', '1 missing', 'a refund failed']);
});

test('an estimate is not money that is due', () => {
  expect(said({ refunds: [{ state: 'ESTIMATED' }] }).at(3)).toBe('nothing due');
});
