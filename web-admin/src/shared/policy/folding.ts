import type { RuleTrace } from './trace-query';

/** Rules as they are shown: one by one, or a run of them that set nothing, in one line. */
export type Fold = { rule: RuleTrace } | { run: RuleTrace[] };

const shortestRun = 4;

/** Set something, or left something open. */
export function matters(rule: RuleTrace): boolean {
  return rule.effects.some((effect) => effect.fate === 'WON' || effect.fate === 'UNDETERMINED');
}

/** What to say at a rule that differs from another trace; quiet when there is nothing to compare it with. */
export type Mark = { word: string; quiet: boolean };
export type Marks = ReadonlyMap<string, Mark>;

/** Folds runs of rules that set nothing and carry the same quiet mark, or none; a short run is not worth a fold. */
export function folded(rules: readonly RuleTrace[], marks: Marks = new Map()): Fold[] {
  const folds: Fold[] = [];
  let run: RuleTrace[] = [];
  const markOf = (rule: RuleTrace | undefined) => (rule ? marks.get(rule.ruleId) : undefined);
  const close = () => {
    if (run.length >= shortestRun) folds.push({ run });
    else folds.push(...run.map((rule) => ({ rule })));
    run = [];
  };
  for (const rule of rules) {
    const mark = markOf(rule);
    if (matters(rule) || (mark && !mark.quiet)) {
      close();
      folds.push({ rule });
    } else {
      if (markOf(run[0])?.word !== mark?.word) close();
      run.push(rule);
    }
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
function difference(rule: RuleTrace, other: RuleTrace): string | undefined {
  if (rule.sentence !== other.sentence || rule.isFinal !== other.isFinal) return 'Changed';
  if (rule.enabled !== other.enabled) return rule.enabled ? 'Switched on' : 'Switched off';
  if (rule.truth !== other.truth) return 'Comes out differently';
  // What neither holds nor is open sets nothing, for whatever reason.
  if (rule.truth === 'FALSE' || !rule.enabled) return undefined;
  const fates = (one: RuleTrace) => one.effects.map((effect) => effect.fate).join();
  return fates(rule) === fates(other) ? undefined : 'Counts differently';
}

/** What to mark in one trace when it stands beside another, by rule. */
export function differences(
  rules: readonly RuleTrace[],
  others: readonly RuleTrace[],
  missing: string,
): Map<string, Mark> {
  const byId = new Map(others.map((rule) => [rule.ruleId, rule]));
  return new Map(
    rules.flatMap((rule): [string, Mark][] => {
      const other = byId.get(rule.ruleId);
      const word = other ? difference(rule, other) : missing;
      return word ? [[rule.ruleId, { word, quiet: !other }]] : [];
    }),
  );
}
