import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fieldErrors, useKey } from './act';

test('a refusal lands on the innermost field that the form has', () => {
  const refused = [{ field: ['input', 'address', 'city'], message: 'Say the city.', code: 'REQUIRED' }];
  expect(fieldErrors(refused, ['name', 'city'])).toEqual({ city: 'Say the city.' });
});

test('refusals of no known field are told together at the form', () => {
  const refused = [
    { field: null, message: 'Too many tries.', code: 'THROTTLED' },
    { field: ['other'], message: 'Wait.', code: 'INVALID' },
  ];
  expect(fieldErrors(refused, ['name'])).toEqual({ form: 'Too many tries. Wait.' });
});

test('the same words keep their key, so that saying them again changes nothing; others get another', () => {
  const { result } = renderHook(() => useKey());
  const first = result.current({ refundId: 'a', reference: '1' });
  expect(result.current({ refundId: 'a', reference: '1' })).toBe(first);
  expect(result.current({ refundId: 'a', reference: '2' })).not.toBe(first);
});
