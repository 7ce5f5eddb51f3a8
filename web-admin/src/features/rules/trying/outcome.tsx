import { Status, type Tone } from '@/shared/ui/status';
import type { Outcome } from './tried-query';

const looks: Record<Outcome, { tone: Tone; word: string }> = {
  APPROVE: { tone: 'good', word: 'Approved' },
  REVIEW: { tone: 'warn', word: 'Goes to review' },
  REJECT: { tone: 'bad', word: 'Rejected' },
};

/** In the middle of a sentence: `… would be approved`. */
export const outcomeWords: Record<Outcome, string> = {
  APPROVE: 'approved',
  REVIEW: 'sent to review',
  REJECT: 'rejected',
};

export const outcomeChoices = [
  { value: 'APPROVE', label: 'Approved' },
  { value: 'REVIEW', label: 'Sent to review' },
  { value: 'REJECT', label: 'Rejected' },
] as const;

export function OutcomeMark({ of }: { of: Outcome }) {
  return <Status tone={looks[of].tone}>{looks[of].word}</Status>;
}
