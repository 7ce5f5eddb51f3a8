import { Status, type Tone } from '@/shared/ui/status';
import type { RuleFacts } from './policy-query';
import css from './rules.module.css';

const decisionTone: Record<string, Tone> = { APPROVE: 'good', REVIEW: 'warn', REJECT: 'bad' };

/** Effects in words; the decision's chip has the decision's colour. */
export function EffectChips({ of }: { of: Pick<RuleFacts, 'effectSentences' | 'then' | 'isFinal'> }) {
  const outcome = of.then.decision?.outcome;
  return (
    <div className={css.chips}>
      {of.effectSentences.map((sentence, at) => (
        <Status key={sentence} tone={at === 0 && outcome ? (decisionTone[outcome] ?? 'calm') : 'calm'}>
          {sentence}
        </Status>
      ))}
      {of.isFinal && <Status tone="info">Final: later rules set nothing</Status>}
    </div>
  );
}
