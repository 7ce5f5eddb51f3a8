import { expect, test } from 'vitest';
import { offeredLocale } from './places';
import { relativeTime } from './time';
import { count, listed, sentence } from './words';

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
