import { expect, test } from 'vitest';
import { taxInside, textOf } from './waterfall-lines';

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });
const line = (kind: string, text: string, more = {}) => ({
  kind,
  text,
  amount: eur('10.00'),
  taxRate: null,
  includedTax: null,
  ...more,
});

test('a tax on top says its rate', () => {
  expect(textOf(line('TAX', 'Tax', { taxRate: '19' }))).toBe('Tax, 19 %');
  expect(textOf(line('SHIPPING_TAX', 'Tax on shipping', { taxRate: '7.70' }))).toBe('Tax on shipping, 7.7 %');
  expect(textOf(line('TAX', 'Tax'))).toBe('Tax');
});

test('goodwill is named by its reason', () => {
  expect(textOf(line('GOODWILL', 'It came late'))).toBe('Goodwill: It came late');
});

test('a tax inside is told where there is one', () => {
  expect(taxInside(line('ITEM', 'Shirt', { taxRate: '20', includedTax: eur('1.67') }))).toMatch(/1\.67 tax \(20 %\)/);
  expect(taxInside(line('ITEM', 'Shirt', { includedTax: eur('1.67') }))).toMatch(/1\.67 tax$/);
  expect(taxInside(line('ITEM', 'Shirt', { includedTax: eur('0.00') }))).toBeUndefined();
  expect(taxInside(line('ITEM', 'Shirt'))).toBeUndefined();
});
