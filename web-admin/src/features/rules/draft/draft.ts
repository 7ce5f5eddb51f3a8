import type { Effects, RuleFacts, RuleInput } from '../policy-query';

export type Rules = readonly RuleFacts[];

/** Without the type names that the cache added, and without what a rule does not set. */
function bare<T>(value: T): T {
  if (Array.isArray(value)) return value.map(bare) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([name, inner]) => name !== '__typename' && inner !== null);
  return Object.fromEntries(entries.map(([name, inner]) => [name, bare(inner)])) as T;
}

const inputs = new WeakMap<RuleFacts, RuleInput>();

/** A rule as the server told it, as it wants it back; worked out once a rule, which never changes in place. */
export function inputOf(rule: RuleFacts): RuleInput {
  const known = inputs.get(rule);
  if (known) return known;
  const input: RuleInput = {
    id: rule.id,
    name: rule.name,
    enabled: rule.enabled,
    isFinal: rule.isFinal,
    when: bare(rule.when) as RuleInput['when'],
    then: bare(rule.then) as Effects,
  };
  inputs.set(rule, input);
  return input;
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [taken] = next.splice(from, 1);
  if (taken !== undefined) next.splice(to, 0, taken);
  return next;
}

/** The rules as told, but the very objects that stood there wherever nothing differs: their rows need no new look. */
export function kept(before: Rules, told: Rules): Rules {
  const known = new Map(before.map((rule) => [rule.id, rule]));
  const rules = told.map((rule) => {
    const old = known.get(rule.id);
    return old && isSame(old, rule) ? old : rule;
  });
  return rules.length === before.length && rules.every((rule, at) => rule === before[at]) ? before : rules;
}

function isSame(one: RuleFacts, other: RuleFacts): boolean {
  return one.sentence === other.sentence && JSON.stringify(inputOf(one)) === JSON.stringify(inputOf(other));
}

/** The same rule once more, as a new one with an id of its own. */
export function copyOf(rule: RuleFacts): RuleFacts {
  return { ...rule, id: crypto.randomUUID(), name: `${rule.name.slice(0, 113)} (copy)` };
}

/** With the rule in the place of the one of its id; behind all others when there is none. */
export function withRule(rules: Rules, rule: RuleFacts, at = rules.length): Rules {
  if (rules.some((each) => each.id === rule.id)) return rules.map((each) => (each.id === rule.id ? rule : each));
  return [...rules.slice(0, at), rule, ...rules.slice(at)];
}

export function without(rules: Rules, id: string): Rules {
  return rules.filter((rule) => rule.id !== id);
}
