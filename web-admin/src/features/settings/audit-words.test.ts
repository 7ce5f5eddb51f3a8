import { expect, test } from 'vitest';
import { deedWords, detailWords } from './audit-words';

test('a deed is told as one would tell it, one without words still readably', () => {
  expect(deedWords('policy.published')).toBe('Published rules');
  expect(deedWords('parcel.lost-again')).toBe('Parcel lost again');
});

test('what it is about stands there without braces and codes', () => {
  expect(detailWords({ number: 3, note: 'Wider window', findings: { GAP: 2 } })).toBe(
    'Number: 3 · Note: Wider window · Findings: 2 gap',
  );
  expect(detailWords({ required: true, role: 'VIEWER', scopes: ['orders:read', 'rules:read'], before: null })).toBe(
    'Required: yes · Role: Viewer · Scopes: orders:read, rules:read',
  );
  expect(detailWords({})).toBe('');
});
