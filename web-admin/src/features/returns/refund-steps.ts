export type RefundAction = 'paid' | 'failed' | 'retry' | 'adjust' | 'tender' | 'cancel';

type Refund = {
  state: string;
  held: boolean;
  outcomeUnknown: boolean;
  needsPersonBecause: string | null;
  waterfall: { tenders: readonly unknown[] };
};

/** Nobody knows where the money goes: until a person says it, it cannot be paid. */
const needsMeans = (of: Refund) => of.needsPersonBecause !== null && of.waterfall.tenders.length === 0;

/** What can be done with a refund now, the first thing to do first; nothing that the server would refuse. */
export function refundSteps(of: Refund): RefundAction[] {
  if (of.outcomeUnknown) return ['paid', 'failed'];
  if (of.state === 'FAILED') return ['retry', 'cancel'];
  if (of.state !== 'DUE') return [];
  if (of.held) return ['adjust', 'cancel'];
  if (needsMeans(of)) return ['tender', 'adjust', 'cancel'];
  return of.needsPersonBecause
    ? ['paid', 'tender', 'adjust', 'failed', 'cancel']
    : ['paid', 'adjust', 'failed', 'cancel'];
}
