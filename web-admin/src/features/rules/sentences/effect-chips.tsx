import { useTeam } from '@/shared/session/team';
import { Status, type Tone } from '@/shared/ui/status';
import type { RuleFacts } from '../policy-query';
import css from './sentences.module.css';

const decisionTone: Record<string, Tone> = { APPROVE: 'good', REVIEW: 'warn', REJECT: 'bad' };

type ChipsProps = { of: Pick<RuleFacts, 'effectSentences' | 'then' | 'isFinal' | 'whenSentence'> };

/** THEN, or ALWAYS, and the effects in words; the decision's chip has the decision's colour. */
export function EffectChips({ of }: ChipsProps) {
  const { decision, assignee } = of.then;
  return (
    <div className={css.chips}>
      <span className={css.keyword}>{of.whenSentence === 'always' ? 'ALWAYS' : 'THEN'}</span>
      {of.effectSentences.map((sentence, at) => (
        <Status key={sentence} tone={at === 0 && decision ? (decisionTone[decision.outcome] ?? 'calm') : 'calm'}>
          {assignee && sentence.includes(assignee) ? <Named sentence={sentence} person={assignee} /> : sentence}
        </Status>
      ))}
      {of.isFinal && <Status tone="info">and look no further</Status>}
    </div>
  );
}

/** The server knows people by id only. */
function Named({ sentence, person }: { sentence: string; person: string }) {
  const { nameOf } = useTeam();
  return sentence.replace(`“${person}”`, nameOf(person));
}
