import { expect, test } from 'vitest';
import { refusedWords } from './refused-words';

test('a mistake names the rule as people count, and the line', () => {
  const field = ['rules', '2', 'when', 'test', 'fact'];
  expect(refusedWords([{ field, message: 'Line 12: There is no such fact', code: 'INVALID' }])).toBe(
    'Rule 3, line 12: There is no such fact',
  );
});

test('what is wrong with the whole file names no rule', () => {
  const message = 'Line 4: The shop’s currency is EUR';
  expect(refusedWords([{ field: ['content', 'currency'], message, code: 'INVALID' }])).toBe(message);
  expect(refusedWords([{ field: ['rules'], message: 'Line 5: At most 200', code: 'TOO_LARGE' }])).toBe(
    'Line 5: At most 200',
  );
});

test('a draft that somebody else changed is said so', () => {
  expect(refusedWords([{ field: ['version'], message: 'stale', code: 'STALE' }])).toContain('Somebody changed');
});
