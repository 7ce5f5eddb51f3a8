import { expect, test } from 'vitest';
import { fieldErrors } from './act';

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
