import { expect, test } from 'vitest';
import { moneyText } from './money';
import { offeredLocale } from './places';
import { relativeTime } from './time';
import { count, listed, sentence } from './words';

test('money keeps every cent of an amount that no floating-point number holds', () => {
  expect(moneyText({ amount: '9007199254740993.01', currencyCode: 'EUR' }, 'en')).toBe('€9,007,199,254,740,993.01');
});

test('money shows as many decimals as its currency has', () => {
  expect(moneyText({ amount: '1200', currencyCode: 'JPY' }, 'en')).toBe('¥1,200');
  expect(moneyText({ amount: '1.5', currencyCode: 'KWD' }, 'en')).toContain('1.500');
});

test('time is told in the largest whole unit', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  expect(relativeTime('2026-11-23T11:59:40Z', now, 'en')).toBe('just now');
  expect(relativeTime('2026-11-22T12:00:00Z', now, 'en')).toBe('yesterday');
  expect(relativeTime('2026-11-23T15:30:00Z', now, 'en')).toBe('in 3 hours');
});

test('words for people', () => {
  expect(sentence('DELIVERED_TO_US')).toBe('Delivered to us');
  expect(count(1, 'item')).toBe('1 item');
  expect(count(1200, 'item')).toBe(`${(1200).toLocaleString()} items`);
  expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});

test("a browser's language is offered whatever its region", () => {
  expect(['fr-FR', 'ja-JP', 'de-AT', 'en-AU', 'fi'].map(offeredLocale)).toEqual(['fr', 'ja', 'de-AT', 'en', 'en']);
});
