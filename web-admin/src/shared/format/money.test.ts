import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { amountOf, amountWanted, moneyText, percentOf, plainAmount, readAmount } from './money';

test('money keeps every cent of an amount that no floating-point number holds', () => {
  expect(moneyText({ amount: '9007199254740993.01', currencyCode: 'EUR' }, 'en')).toBe('€9,007,199,254,740,993.01');
});

test('money shows as many decimals as its currency has', () => {
  expect(moneyText({ amount: '1200', currencyCode: 'JPY' }, 'en')).toBe('¥1,200');
  expect(moneyText({ amount: '1.5', currencyCode: 'KWD' }, 'en')).toContain('1.500');
});

// ICU 78.2 (CLDR 48), 2026-11-29: left alone, Intl says RSD 1,300 and HUF 13.
test.each(['RSD', 'HUF', 'IDR', 'COP', 'PKR', 'ALL', 'IQD', 'MGA', 'LAK'])(
  '%s keeps the digits that were sent',
  (code) => {
    expect(moneyText({ amount: '1299.50', currencyCode: code }, 'en')).toContain('1,299.50');
    expect(moneyText({ amount: '12.5', currencyCode: code }, 'en')).toContain('12.5');
  },
);

test('a unit price finer than a cent is shown as it is', () => {
  expect(moneyText({ amount: '8.2645', currencyCode: 'EUR' }, 'en')).toBe('€8.2645');
});

test('the browser writes every amount as pages and mails do', () => {
  const table = readFileSync(resolve('../modules/kernel/src/test/resources/amounts-as-written.tsv'), 'utf8');
  const rows = table.split('\n').filter((row) => row && !row.startsWith('#'));
  expect(rows.length).toBeGreaterThan(500);
  const otherwise = rows.filter((row) => {
    const [locale = '', currencyCode = '', amount = '', text] = row.split('\t');
    return moneyText({ amount, currencyCode }, locale).replaceAll('\u00a0', '␣').replaceAll('\u202f', '⍽') !== text;
  });
  expect(otherwise).toEqual([]);
});

test('an amount that is typed is read without a floating-point number', () => {
  expect(['1,5', ' 20.00 ', '0.00', '0', '1e3', '-1', '9007199254740993.01'].map((typed) => amountOf(typed))).toEqual([
    '1.5',
    '20.00',
    null,
    null,
    null,
    null,
    '9007199254740993.01',
  ]);
});

test('an amount is read as its currency writes it', () => {
  expect(amountOf('10,000', 0)).toBe('10000');
  expect(amountOf('1,500', 3)).toBeNull();
  expect(amountOf('1.500', 3)).toBe('1.500');
});

test('a part of an amount has the decimals of its currency', () => {
  expect(percentOf({ amount: '100.00', currencyCode: 'EUR' }, 5)).toBe('5.00');
  expect(percentOf({ amount: '10000', currencyCode: 'JPY' }, 5)).toBe('500');
  expect(percentOf({ amount: '30.000', currencyCode: 'KWD' }, 5)).toBe('1.500');
  expect(percentOf({ amount: '30.000', currencyCode: 'KWD' }, 200)).toBe('60.000');
  expect(percentOf({ amount: '0.05', currencyCode: 'EUR' }, 20)).toBe('0.01');
});

test('a comma is what it is where the currency leaves no doubt', () => {
  expect(plainAmount('80,5', 2)).toBe('80.5');
  expect(plainAmount('80,', 2)).toBe('80.');
  expect(plainAmount('1,049.90', 2)).toBe('1,049.90');
  expect(plainAmount('80,50', 0)).toBe('80,50');
  expect(plainAmount('10000,000', 0)).toBe('10000000');
  expect(plainAmount('10,000', 0)).toBe('10000');
  expect(plainAmount('10.5', 0)).toBe('10.5');
  expect(plainAmount('1,500', 3)).toBe('1,500');
  expect(plainAmount('1.500', 3)).toBe('1.500');
  expect(plainAmount('1.500', 2)).toBe('1,500');
});

test('an amount is read to the last sign, or not at all', () => {
  expect(readAmount(' -12,50 ', 2)).toBe('-12.50');
  expect(readAmount('4.', 2)).toBe('4');
  expect(readAmount('-10,000', 0)).toBe('-10000');
  expect(readAmount('1.250', 3)).toBe('1.250');
  for (const doubtful of ['1,500', '1.500', '1.234,50', '4.905', '--1', '', 'ten'])
    expect(readAmount(doubtful, 2)).toBeNull();
  expect(readAmount('1,500', 3)).toBeNull();
  expect(amountWanted('KWD', 3)).toMatch(/in KWD.*5\.000/);
});
