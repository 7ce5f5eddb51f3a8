import { IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import { Status } from '@/shared/ui/status';
import { matters } from './folding';
import css from './trace.module.css';
import type { RuleTrace, TraceFacts } from './trace-query';

const marks = {
  TRUE: { icon: IconCheck, word: 'true', look: css.true },
  FALSE: { icon: IconX, word: 'false', look: css.false },
  UNKNOWN: { icon: IconQuestionMark, word: 'unknown', look: css.unknown },
};

function Mark({ of }: { of: keyof typeof marks }) {
  const { icon: Icon, word, look } = marks[of];
  return <Icon size={15} stroke={2.6} className={look} role="img" aria-label={word} />;
}

type Fate = RuleTrace['effects'][number]['fate'];

const fates: Record<Fate, { word: string; icon: typeof IconCheck; look: string | undefined }> = {
  WON: { word: 'set', icon: IconCheck, look: css.true },
  UNDETERMINED: { word: 'left open', icon: IconQuestionMark, look: css.unknown },
  OVERRIDDEN: { word: 'too late', icon: IconMinus, look: css.seen },
  NOT_TRUE: { word: 'not set', icon: IconMinus, look: css.seen },
  BEHIND_UNKNOWN: { word: 'not reached', icon: IconMinus, look: css.seen },
  BEHIND_FINAL: { word: 'not reached', icon: IconMinus, look: css.seen },
  SWITCHED_OFF: { word: 'not set', icon: IconMinus, look: css.seen },
};

/** What a closed rule says of itself in a word or two. */
function inShort(rule: RuleTrace): string {
  if (!rule.enabled) return 'switched off';
  const won = rule.effects.filter((effect) => effect.fate === 'WON');
  if (won.length > 0) return won.map((effect) => effect.sentence).join(', ');
  if (rule.effects.some((effect) => effect.fate === 'UNDETERMINED')) return 'nobody can say';
  if (rule.truth === 'FALSE') return 'does not hold';
  return rule.truth === 'TRUE' ? 'holds, but changes nothing' : 'not reached';
}

/** One rule: closed a line, open every condition with the value it saw and what became of each effect. */
export function RuleOfTrace({ rule, mark }: { rule: RuleTrace; mark?: string | undefined }) {
  return (
    <li className={css.rule} data-truth={rule.truth}>
      <details open={matters(rule)}>
        <summary className={css.head}>
          {rule.enabled ? (
            <Mark of={rule.truth} />
          ) : (
            <IconMinus size={15} stroke={2.6} className={css.seen} role="img" aria-label="switched off" />
          )}
          <span className={css.line}>
            <span className={css.name}>
              {rule.position}. {rule.name}
            </span>
            {mark && <Status tone="info">{mark}</Status>}
            {rule.isFinal && rule.truth === 'TRUE' && rule.enabled && <Status tone="calm">Final</Status>}
            <span className={css.short}>{inShort(rule)}</span>
          </span>
        </summary>
        <ul className={css.conditions} aria-label="Conditions">
          {rule.conditions.length === 1 && rule.conditions[0]?.factKey === null ? (
            <li className={css.seen}>Always: it has no conditions.</li>
          ) : (
            rule.conditions.map((condition, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no id and never move
              <li key={at} style={{ paddingLeft: condition.depth * 16 }}>
                <Mark of={condition.truth} />
                <span>
                  {condition.sentence}
                  {condition.seen !== null && <span className={css.seen}> · saw {condition.seen}</span>}
                </span>
              </li>
            ))
          )}
        </ul>
        <ul className={css.effects} aria-label="What it sets">
          {rule.effects.map((effect) => {
            const { word, icon: Icon, look } = fates[effect.fate];
            return (
              <li key={effect.kind} data-fate={effect.fate}>
                <Icon size={15} stroke={2.4} className={look} aria-hidden />
                <span>
                  <b>{effect.sentence}</b>: {word}. <span className={css.seen}>{effect.why}.</span>
                </span>
              </li>
            );
          })}
        </ul>
      </details>
    </li>
  );
}

/** Every fact as it was seen: what was known, and what nobody could say. */
export function FactsSeen({ of }: { of: TraceFacts['facts'] }) {
  const known = of.filter((fact) => fact.value !== null);
  const unknown = of.filter((fact) => fact.value === null);
  return (
    <details className={css.facts}>
      <summary className={css.fold}>
        Every fact it saw ({known.length} known, {unknown.length} unknown)
      </summary>
      <dl>
        {known.map((fact) => (
          <div key={fact.key}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {unknown.length > 0 && (
        <p>
          <b>Nobody could say:</b> {unknown.map((fact) => fact.label).join(', ')}.
        </p>
      )}
    </details>
  );
}
