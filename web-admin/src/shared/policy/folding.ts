import type { RuleTrace } from './trace-query';

/** Rules as they are shown: one by one, or a run of them that set nothing, in one line. */
export type Fold = { rule: RuleTrace } | { run: RuleTrace[] };

const shortestRun = 4;

/** Set something, or left something open. */
export function matters(rule: RuleTrace): boolean {
  return rule.effects.some((effect) => effect.fate === 'WON' || effect.fate === 'UNDETERMINED');
}

/** Folds runs of rules that neither matter nor are marked; a short run is not worth a fold. */
export function folded(rules: readonly RuleTrace[], marked: (rule: RuleTrace) => boolean): Fold[] {
  const folds: Fold[] = [];
  let run: RuleTrace[] = [];
  const close = () => {
    if (run.length >= shortestRun) folds.push({ run });
    else folds.push(...run.map((rule) => ({ rule })));
    run = [];
  };
  for (const rule of rules) {
    if (matters(rule) || marked(rule)) {
      close();
      folds.push({ rule });
    } else run.push(rule);
  }
  close();
  return folds;
}

/** `no condition of theirs held`, in words that are true of the whole run. */
export function runWords(run: readonly RuleTrace[]): string {
  if (run.every((rule) => !rule.enabled)) return 'switched off';
  if (run.every((rule) => rule.truth === 'FALSE')) return 'conditions do not hold';
  return 'set nothing here';
}

/** How one rule of a trace differs from the same rule of another; undefined when it does not. */
export function difference(rule: RuleTrace, other: RuleTrace | undefined, missing: string): string | undefined {
  if (!other) return missing;
  if (rule.sentence !== other.sentence || rule.isFinal !== other.isFinal) return 'Reads otherwise';
  if (rule.enabled !== other.enabled) return rule.enabled ? 'Switched on' : 'Switched off';
  if (rule.truth !== other.truth) return 'Comes out otherwise';
  const fates = (one: RuleTrace) => one.effects.map((effect) => effect.fate).join();
  return fates(rule) === fates(other) ? undefined : 'Counts otherwise';
}

/** What to mark in one trace when it stands beside another, by rule. */
export function differences(
  rules: readonly RuleTrace[],
  others: readonly RuleTrace[],
  missing: string,
): Map<string, string> {
  const byId = new Map(others.map((rule) => [rule.ruleId, rule]));
  return new Map(
    rules.flatMap((rule): [string, string][] => {
      const found = difference(rule, byId.get(rule.ruleId), missing);
      return found ? [[rule.ruleId, found]] : [];
    }),
  );
}
