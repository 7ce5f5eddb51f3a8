import type { Tone } from '@/shared/ui/status';

export type PolicyOutcome = 'APPROVE' | 'REVIEW' | 'REJECT';

export const outcomes: PolicyOutcome[] = ['APPROVE', 'REVIEW', 'REJECT'];
export const outcomeWords: Record<PolicyOutcome, string> = {
  APPROVE: 'Approved',
  REVIEW: 'Goes to review',
  REJECT: 'Rejected',
};
export const outcomeTones: Record<PolicyOutcome, Tone> = { APPROVE: 'good', REVIEW: 'warn', REJECT: 'bad' };
