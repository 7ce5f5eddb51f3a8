import { expect, test } from 'vitest';
import type { RuleFacts } from '../policy-query';
import { forTheEye, isIn, withRecipe } from './recipe-place';

const rule = (id: string, name = id) => ({ id, name }) as RuleFacts;
const recipe = (key: string) => ({ key, rule: rule('', `Recipe ${key}`) });
const order = ['rights', 'defects', 'risk', 'vip'].map(recipe);
const put = (rules: RuleFacts[], key: string) =>
  withRecipe(rules, order.find((each) => each.key === key) ?? recipe(key), order).map((each) => each.id);

test('a recipe comes to its place in the safe order, wherever the others stand', () => {
  expect(put([rule('own'), rule('risk'), rule('other')], 'vip')).toEqual(['own', 'risk', 'vip', 'other']);
  expect(put([rule('own'), rule('vip')], 'risk')).toEqual(['own', 'risk', 'vip']);
  expect(put([rule('own')], 'risk')).toEqual(['own', 'risk']);
});

test('statutory rights come before everything that is not a recipe', () => {
  expect(put([rule('own')], 'rights')).toEqual(['rights', 'own']);
});

test('a recipe is known again under another name, and by its name when it came in before', () => {
  expect(isIn([rule('vip', 'Our best')], recipe('vip'))).toBe(true);
  expect(isIn([rule('x', 'Recipe vip')], recipe('vip'))).toBe(true);
  expect(isIn([rule('x')], recipe('vip'))).toBe(false);
});

test('the two recipes that everybody asks for are shown first', () => {
  const keys = ['risk', 'review-defect-or-high-value', 'approve-wrong-size'].map(recipe);
  expect(forTheEye(keys).map((each) => each.key)).toEqual([
    'approve-wrong-size',
    'review-defect-or-high-value',
    'risk',
  ]);
});
