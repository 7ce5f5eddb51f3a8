import { expect, test } from 'vitest';
import { percent, tellings } from './telling';

const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

test('changes are told in sentences with money, the most frequent first, and what stays is not told', () => {
  const outcomes = [
    { live: 'APPROVE', draft: 'APPROVE', count: 900, value: euros('1.00') },
    { live: 'APPROVE', draft: 'REJECT', count: 1, value: euros('39.00') },
    { live: 'REVIEW', draft: 'APPROVE', count: 23, value: euros('1204.00') },
    { live: 'REJECT', draft: 'APPROVE', count: 0, value: euros('0.00') },
  ] as const;
  expect(tellings({ outcomes: [...outcomes] }, 'en')).toEqual([
    '23 items sent to review now would be approved: €1,204.00',
    '1 item approved now would be rejected: €39.00',
  ]);
});

test('progress is never told as done before it is, and nothing to judge is no error', () => {
  expect(percent({ state: 'RUNNING', judged: 9_999, total: 10_000 })).toBe(99);
  expect(percent({ state: 'RUNNING', judged: 0, total: 0 })).toBe(0);
  expect(percent({ state: 'DONE', judged: 0, total: 0 })).toBe(100);
});
