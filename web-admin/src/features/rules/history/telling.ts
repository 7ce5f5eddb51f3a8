import { moneyText } from '@/shared/format/money';
import { count } from '@/shared/format/words';
import type { BackTest, Cell } from './back-test-query';

export type Outcome = Cell['live'];
export const outcomes: Outcome[] = ['APPROVE', 'REVIEW', 'REJECT'];

export function isUnderWay(test: Pick<BackTest, 'state'>): boolean {
  return test.state === 'WAITING' || test.state === 'RUNNING';
}

/** Whole percents; never 100 before all is judged. */
export function percent(test: Pick<BackTest, 'judged' | 'total' | 'state'>): number {
  if (test.state === 'DONE') return 100;
  return test.total === 0 ? 0 : Math.min(99, Math.floor((test.judged / test.total) * 100));
}

const before: Record<Outcome, string> = {
  APPROVE: 'approved now',
  REVIEW: 'sent to review now',
  REJECT: 'rejected now',
};

const after: Record<Outcome, string> = {
  APPROVE: 'would be approved',
  REVIEW: 'would go to review',
  REJECT: 'would be rejected',
};

export function cellOf(test: Pick<BackTest, 'outcomes'>, live: Outcome, draft: Outcome): Cell | undefined {
  return test.outcomes.find((cell) => cell.live === live && cell.draft === draft);
}

/** `23 items sent to review now would be approved: €1,204.00`. The most frequent change first. */
export function tellings(test: Pick<BackTest, 'outcomes'>, locale?: string): string[] {
  return test.outcomes
    .filter((cell) => cell.live !== cell.draft && cell.count > 0)
    .sort((one, other) => other.count - one.count)
    .map(
      (cell) =>
        `${count(cell.count, 'item')} ${before[cell.live]} ${after[cell.draft]}: ${moneyText(cell.value, locale)}`,
    );
}

/** What became of a back-test, for lists. */
export const stateWords: Record<BackTest['state'], string> = {
  WAITING: 'About to start',
  RUNNING: 'Running',
  DONE: 'Done',
  CANCELED: 'Stopped',
  FAILED: 'Broke off',
};
