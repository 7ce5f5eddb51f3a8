import { describe, expect, test } from 'vitest';
import { amountMistake, firstKind, hint, minor, most, prefilled, type Room } from './give-back';

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });
const room = (shipping: string, total: string, limit: string | null = null): Room => ({
  shipping: eur(shipping),
  total: eur(total),
  limit: limit === null ? null : eur(limit),
  refusedBecause: null,
});

describe('what somebody types', () => {
  test.each([
    ['4.90', 2, 490n],
    ['4,90', 2, 490n],
    ['4.9', 2, 490n],
    [' 12 ', 2, 1200n],
    ['500', 0, 500n],
    ['1.250', 3, 1250n],
    ['9007199254740993.01', 2, 900719925474099301n],
  ])('%s is exact', (text, decimals, expected) => expect(minor(text, decimals)).toBe(expected));

  test.each([
    ['', 2],
    ['-5', 2],
    ['4.905', 2],
    ['1,500', 2],
    ['1.500', 2],
    ['1,500', 3],
    ['1.5', 0],
    ['five', 2],
    ['1.234,50', 2],
  ])('%s is no amount', (text, decimals) => expect(minor(text, decimals)).toBeUndefined());
});

test('what is left of the shipping is filled in; goodwill is for a person to size', () => {
  expect(prefilled('SHIPPING', room('9.00', '80.00'))).toBe('9.00');
  expect(prefilled('SHIPPING', room('9.00', '80.00', '5.00'))).toBe('5.00');
  expect(prefilled('SHIPPING', room('0.00', '80.00'))).toBe('');
  expect(prefilled('GOODWILL', room('9.00', '80.00'))).toBe('');
});

test('the dialog opens at shipping only where some is left', () => {
  expect(firstKind(room('9.00', '80.00'))).toBe('SHIPPING');
  expect(firstKind(room('0.00', '80.00'))).toBe('GOODWILL');
});

test('the smaller of what is left and what the role may is the most', () => {
  expect(most('GOODWILL', room('9.00', '80.00', '10.00')).amount).toBe('10.00');
  expect(most('SHIPPING', room('9.00', '80.00', '10.00')).amount).toBe('9.00');
});

test('the limit is said before anybody types', () => {
  expect(hint('GOODWILL', room('9.00', '80.00', '10.00'))).toMatch(/80\.00.*left.*role.*10\.00/);
  expect(hint('SHIPPING', room('9.00', '80.00'))).not.toMatch(/role/);
});

test('a mistake is told at the field', () => {
  expect(amountMistake('SHIPPING', room('9.00', '80.00'), '9.00')).toBeUndefined();
  expect(amountMistake('SHIPPING', room('9.00', '80.00'), '9.01')).toMatch(/at most .*9\.00/);
  expect(amountMistake('GOODWILL', room('9.00', '80.00', '10.00'), '10.01')).toMatch(/at most .*10\.00/);
  expect(amountMistake('GOODWILL', room('9.00', '80.00'), '0')).toMatch(/more than nothing/);
  expect(amountMistake('GOODWILL', room('9.00', '80.00'), 'ten')).toMatch(/in EUR, .*for example 5\.00/);
});
