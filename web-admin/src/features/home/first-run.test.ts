import { expect, test } from 'vitest';
import { type FirstRunOf, firstRun } from './first-run';

const nothing: FirstRunOf = {
  orders: false,
  rules: 0,
  contactEmail: null,
  returnAddress: false,
  ownBrand: false,
  tried: false,
  live: false,
};
const open = (of: Partial<FirstRunOf>) =>
  firstRun({ ...nothing, ...of })
    .filter((step) => !step.done)
    .map((step) => step.key);

test('a fresh account has everything before it', () => {
  expect(open({})).toEqual(['orders', 'rules', 'address', 'brand', 'try', 'live']);
});

test('an address alone is not yet where returns go and who answers', () => {
  expect(open({ returnAddress: true })).toContain('address');
  expect(open({ returnAddress: true, contactEmail: 'a@b.example' })).not.toContain('address');
});

test('an empty published policy is no rules', () => {
  expect(open({ rules: 0 })).toContain('rules');
  expect(open({ rules: 3 })).not.toContain('rules');
});
