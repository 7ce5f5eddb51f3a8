import type { RuleGroupType, RuleType } from 'react-querybuilder';
import type { Condition } from '../policy-query';

/** The condition as the server writes it: exactly one of the four is there. */
type Stored = {
  all?: Stored[] | null;
  any?: Stored[] | null;
  none?: Stored[] | null;
  test?: { fact: string; operator: string; values?: string[] | null } | null;
};

type Operator = Extract<Condition, { test: unknown }>['test']['operator'];

let last = 0;
const fresh = () => `c${++last}`;

function groupOf(stored: Stored): RuleGroupType | undefined {
  if (stored.all) return { id: fresh(), combinator: 'and', not: false, rules: stored.all.map(nodeOf) };
  if (stored.any) return { id: fresh(), combinator: 'or', not: false, rules: stored.any.map(nodeOf) };
  if (stored.none) return { id: fresh(), combinator: 'none', not: false, rules: stored.none.map(nodeOf) };
  return undefined;
}

function nodeOf(stored: Stored): RuleGroupType | RuleType {
  const group = groupOf(stored);
  if (group) return group;
  const test = stored.test;
  return { id: fresh(), field: test?.fact ?? '', operator: test?.operator ?? '', value: test?.values ?? [] };
}

/** For the builder, whose root is always a group. */
export function toQuery(when: unknown): RuleGroupType {
  const stored = (when ?? {}) as Stored;
  return groupOf(stored) ?? { id: fresh(), combinator: 'and', not: false, rules: stored.test ? [nodeOf(stored)] : [] };
}

/** Any value that the builder may hold, as the texts that a test takes. */
export function valuesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value];
  return list.map((each) => String(each).trim()).filter((each) => each !== '');
}

/** For the server. */
export function toCondition(query: RuleGroupType): Condition {
  const parts = query.rules.flatMap((node): Condition[] => {
    if (typeof node === 'string') return [];
    if ('rules' in node) return [toCondition(node)];
    const test = { fact: node.field, operator: node.operator as Operator, values: valuesOf(node.value) };
    return [{ test }];
  });
  if (query.combinator === 'none') return { none: parts };
  return query.combinator === 'or' ? { any: parts } : { all: parts };
}

/**
 * The condition or group that a path of the server means; such a path goes on from `when`: the name of a group, a place
 * in it, and so on, down to `test` and what is in it.
 */
export function nodeAt(query: RuleGroupType, path: readonly string[]): RuleGroupType | RuleType {
  const [group, place, ...rest] = path;
  if (!group || group === 'test' || place === undefined) return query;
  const node = query.rules[Number(place)];
  if (!node || typeof node === 'string') return query;
  return 'rules' in node ? nodeAt(node, rest) : node;
}
