import { expect, test } from 'vitest';
import { leftWords } from './recovery-codes';

test('how many codes are left is told in words', () => {
  expect(leftWords(10)).toBe('10 left');
  expect(leftWords(1)).toBe('1 left');
  expect(leftWords(0)).toBe('None left');
});
