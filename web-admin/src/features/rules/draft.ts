import type { Effects, RuleFacts, RuleInput } from './policy-query';

/** Without the type names that the cache added, and without what a rule does not set. */
function bare<T>(value: T): T {
  if (Array.isArray(value)) return value.map(bare) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([name, inner]) => name !== '__typename' && inner !== null);
  return Object.fromEntries(entries.map(([name, inner]) => [name, bare(inner)])) as T;
}

/** A rule as the server told it, as it wants it back. */
export function inputOf(rule: RuleFacts): RuleInput {
  return {
    id: rule.id,
    name: rule.name,
    enabled: rule.enabled,
    isFinal: rule.isFinal,
    when: bare(rule.when) as RuleInput['when'],
    then: bare(rule.then) as Effects,
  };
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [taken] = next.splice(from, 1);
  if (taken !== undefined) next.splice(to, 0, taken);
  return next;
}

export type Change = { kind: 'added' | 'removed' | 'changed' | 'moved' | 'switched'; text: string };

/** What publishing would change, in words: rules are the same by id. */
export function changes(live: readonly RuleFacts[], draft: readonly RuleFacts[]): Change[] {
  const told: Change[] = [];
  const before = new Map(live.map((rule) => [rule.id, rule]));
  const after = new Set(draft.map((rule) => rule.id));
  for (const rule of live) if (!after.has(rule.id)) told.push({ kind: 'removed', text: `“${rule.name}” goes.` });
  const stayed = live.filter((rule) => after.has(rule.id)).map((rule) => rule.id);
  const kept = draft.filter((rule) => before.has(rule.id)).map((rule) => rule.id);
  for (const [at, rule] of draft.entries()) {
    const old = before.get(rule.id);
    if (!old) {
      told.push({ kind: 'added', text: `“${rule.name}” comes in as number ${at + 1}: ${rule.sentence}` });
      continue;
    }
    if (old.enabled !== rule.enabled)
      told.push({ kind: 'switched', text: `“${rule.name}” is switched ${rule.enabled ? 'on' : 'off'}.` });
    if (old.name !== rule.name) told.push({ kind: 'changed', text: `“${old.name}” is now called “${rule.name}”.` });
    if (old.isFinal !== rule.isFinal)
      told.push({ kind: 'changed', text: `“${rule.name}” is ${rule.isFinal ? 'now' : 'no longer'} final.` });
    if (old.sentence !== rule.sentence)
      told.push({ kind: 'changed', text: `“${rule.name}” now reads: ${rule.sentence}` });
    if (stayed.indexOf(rule.id) !== kept.indexOf(rule.id))
      told.push({ kind: 'moved', text: `“${rule.name}” moves to number ${at + 1}.` });
  }
  return told;
}
