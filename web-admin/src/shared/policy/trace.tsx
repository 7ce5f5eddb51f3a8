import { Tooltip } from '@mantine/core';
import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { Status } from '@/shared/ui/status';
import css from './trace.module.css';
import type { TraceFacts } from './trace-query';

const marks = {
  TRUE: { icon: IconCheck, word: 'true', look: css.true },
  FALSE: { icon: IconX, word: 'false', look: css.false },
  UNKNOWN: { icon: IconQuestionMark, word: 'unknown', look: css.unknown },
};

function Mark({ of }: { of: keyof typeof marks }) {
  const { icon: Icon, word, look } = marks[of];
  return <Icon size={15} stroke={2.6} className={look} role="img" aria-label={word} />;
}

/** The policy as it judged one item: each condition ticked, crossed or question-marked, with the value it saw. */
export function Trace({ of }: { of: TraceFacts }) {
  return (
    <ol className={css.rules}>
      {of.rules.map((rule) => (
        <li key={rule.ruleId} className={css.rule} data-truth={rule.truth}>
          <div className={css.head}>
            <Mark of={rule.truth} />
            <span>
              {rule.position}. {rule.name}
            </span>
            {!rule.enabled && <Status tone="calm">Switched off</Status>}
            {rule.isFinal && rule.truth === 'TRUE' && <Status tone="info">Final</Status>}
          </div>
          <ul className={css.conditions}>
            {rule.conditions.map((condition, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no id and never move
              <li key={at} style={{ paddingLeft: condition.depth * 16 }}>
                <Mark of={condition.truth} />
                <span>
                  {condition.sentence}
                  {condition.seen !== null && <span className={css.seen}> · saw {condition.seen}</span>}
                </span>
              </li>
            ))}
          </ul>
          <div className={css.effects}>
            {rule.effects.map((effect) => (
              <Tooltip key={effect.kind} label={effect.why} withArrow multiline maw={320}>
                <span>
                  <Status tone={effect.fate === 'WON' ? 'good' : effect.fate === 'UNDETERMINED' ? 'warn' : 'calm'}>
                    <span className={effect.fate === 'WON' || effect.fate === 'UNDETERMINED' ? undefined : css.lost}>
                      {effect.sentence}
                    </span>
                  </Status>
                </span>
              </Tooltip>
            ))}
          </div>
        </li>
      ))}
      {of.afterwards.map((line) => (
        <li key={line} className={css.rule}>
          {line}
        </li>
      ))}
    </ol>
  );
}
