import type { RuleGroupType, RuleType } from 'react-querybuilder';
import type { Condition } from './policy-query';

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
  if (stored.none) return { id: fresh(), combinator: 'or', not: true, rules: stored.none.map(nodeOf) };
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

/** For the server. "Not all of these" has no name of its own there: it is none of [all of these]. */
export function toCondition(query: RuleGroupType): Condition {
  const parts = query.rules.flatMap((node): Condition[] => {
    if (typeof node === 'string') return [];
    if ('rules' in node) return [toCondition(node)];
    return [
      {
        test: {
          fact: node.field,
          operator: node.operator as Operator,
          values: valuesOf(node.value),
        },
      },
    ];
  });
  if (query.combinator === 'or') return query.not ? { none: parts } : { any: parts };
  return query.not ? { none: [{ all: parts }] } : { all: parts };
}
