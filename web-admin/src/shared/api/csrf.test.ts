import { expect, test } from 'vitest';
import { csrfHeader } from './csrf';

test('the token is read from among other cookies and decoded', () => {
  expect(csrfHeader('a=1; XSRF-TOKEN=q%2Bz; b=2')).toEqual({ 'X-XSRF-TOKEN': 'q+z' });
});

test('without a token no header is sent', () => {
  expect(csrfHeader('OTHER-XSRF-TOKEN=no')).toEqual({});
});
