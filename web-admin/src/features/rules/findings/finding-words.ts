import { count, listed } from '@/shared/format/words';
import type { Tone } from '@/shared/ui/status';
import type { Finding } from '../policy-query';

const titles: Record<Finding['kind'], string> = {
  CONTRADICTORY_CONDITION: 'Contradicts itself',
  NEVER_MATCHES: 'Never matches',
  SHADOWED: 'Never does anything',
  EFFECT_ALWAYS_OVERRIDDEN: 'Part of it is never used',
  OVERLAP: 'Overlaps',
  GAP: 'Not every item is decided',
  ALWAYS_UNKNOWN: 'Can never be known',
  STATUTORY_RISK: 'Touches a statutory right',
};

const tones: Record<Finding['severity'], Tone> = { ERROR: 'bad', WARNING: 'warn', HINT: 'info' };

export const titleOf = (finding: Finding): string => titles[finding.kind];
export const toneOf = (finding: Finding): Tone => tones[finding.severity];

/** The finding stands at the rule that is to be changed first. */
export const ruleOf = (finding: Finding): string | undefined => finding.rules[0]?.ruleId;

/** "1 error, 2 warnings and 4 hints"; nothing found is nothing said. */
export function counted(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']) => findings.filter((each) => each.severity === severity).length;
  const parts = [
    [of('ERROR'), 'error'],
    [of('WARNING'), 'warning'],
    [of('HINT'), 'hint'],
  ] as const;
  return listed(parts.filter(([n]) => n > 0).map(([n, one]) => count(n, one)));
}

/** What "Try" takes over: the invented item of a finding. */
export function factsOf(witness: NonNullable<Finding['witness']>): Record<string, string[]> {
  return Object.fromEntries(witness.map((each) => [each.fact, [...each.values]]));
}

/** By rule, and the same list as before for a rule of which nothing new is said, so that its row is not drawn again. */
export function byRule(findings: readonly Finding[], before: Map<string, readonly Finding[]>) {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const rule = ruleOf(finding);
    if (rule) found.set(rule, [...(found.get(rule) ?? []), finding]);
  }
  const marks = new Map<string, readonly Finding[]>();
  for (const [rule, list] of found) {
    const old = before.get(rule);
    marks.set(rule, old && JSON.stringify(old) === JSON.stringify(list) ? old : list);
  }
  return marks;
}
