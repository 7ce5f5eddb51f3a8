import { expect, test } from 'vitest';
import { slugOf } from './sign-up';

test.each([
  ['Nørd & Söhne GmbH', 'nord-sohne-gmbh'],
  ['  --Straße 12-- ', 'strasse-12'],
  ['日本', ''],
  [`${'a'.repeat(39)}-bcd`, 'a'.repeat(39)],
])('the portal address made from %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
