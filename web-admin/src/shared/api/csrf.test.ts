import { expect, test } from 'vitest';
import { csrfHeader } from './csrf';

test('the token is read from among other cookies and decoded', () => {
  expect(csrfHeader('a=1; XSRF-TOKEN=q%2Bz; b=2')).toEqual({ 'X-XSRF-TOKEN': 'q+z' });
});

test('by https the token of this host counts, not one that a neighbour planted', () => {
  expect(csrfHeader('XSRF-TOKEN=planted; __Host-XSRF-TOKEN=ours')).toEqual({ 'X-XSRF-TOKEN': 'ours' });
});

test('without a token no header is sent', () => {
  expect(csrfHeader('OTHER-XSRF-TOKEN=no')).toEqual({});
});
