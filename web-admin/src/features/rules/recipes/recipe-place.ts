import type { Rules } from '../draft/draft';
import type { RuleFacts } from '../policy-query';

type Recipe = { key: string; rule: RuleFacts };

/** The mission's own two come first to the eye; the order in which they are safe is another one. */
const FIRST = ['approve-wrong-size', 'review-defect-or-high-value'];

export function forTheEye<R extends { key: string }>(recipes: readonly R[]): R[] {
  const rank = (recipe: R) => (FIRST.includes(recipe.key) ? FIRST.indexOf(recipe.key) : FIRST.length);
  return [...recipes].sort((one, other) => rank(one) - rank(other));
}

/** A recipe's rule keeps the recipe's key as its id, so that it is known again under any name. */
export function isIn(rules: Rules, recipe: Recipe): boolean {
  return rules.some((rule) => rule.id === recipe.key || rule.name === recipe.rule.name);
}

/**
 * The rules with the recipe at its place in the safe order: behind the nearest recipe before it that is there, else before
 * the nearest after it, else at the end.
 */
export function withRecipe(rules: Rules, recipe: Recipe, inOrder: readonly Recipe[]): Rules {
  const mine = inOrder.findIndex((each) => each.key === recipe.key);
  const placeOf = (each: Recipe) => rules.findIndex((rule) => rule.id === each.key || rule.name === each.rule.name);
  const before = inOrder
    .slice(0, mine)
    .map(placeOf)
    .filter((at) => at >= 0)
    .at(-1);
  const after = inOrder
    .slice(mine + 1)
    .map(placeOf)
    .find((at) => at >= 0);
  const at = before !== undefined ? before + 1 : (after ?? (mine < 2 ? 0 : rules.length));
  const rule: RuleFacts = { ...recipe.rule, id: recipe.key };
  return [...rules.slice(0, at), rule, ...rules.slice(at)];
}
