import { expect, test } from 'vitest';
import { isAmount, outsideWords, rateWords } from './outside';

const order = { lines: [{ id: 'l', title: 'Linen shirt' }], tenders: [{ id: 't', label: 'Visa' }] };
const of = (kind: string, more = {}) => ({ kind, orderLineId: null, quantity: null, tenderId: null, ...more });

test('what the shop gave back itself says for what, as far as it is told', () => {
  expect(outsideWords(of('GOODS', { orderLineId: 'l', quantity: 2, tenderId: 't' }), order)).toBe(
    '2 × Linen shirt, to Visa',
  );
  expect(outsideWords(of('GOODS', { orderLineId: 'gone' }), order)).toBe('Goods');
  expect(outsideWords(of('SHIPPING'), order)).toBe('Shipping');
  expect(outsideWords(of('OTHER'), order)).toBe('Neither goods nor shipping');
});

test('nothing is no amount in any currency', () => {
  const amounts = ['0', '0.00', '0.000', '-0.02', '12.00'];
  expect(amounts.map((amount) => isAmount({ amount, currencyCode: 'CHF' }))).toEqual([false, false, false, true, true]);
});

test('an exchange rate is told in words, where there is one', () => {
  const total = { amount: '10.00', currencyCode: 'USD' };
  expect(rateWords({ exchangeRate: '0.92', total }, 'EUR')).toBe('1 USD = 0.92 EUR');
  expect(rateWords({ exchangeRate: null, total }, 'EUR')).toBeUndefined();
});
