import { sentence } from '@/shared/format/words';

type Counted = { goods: { expected: number; received: number } };

const words: Record<string, string> = {
  NOT_REQUIRED: 'Nothing is sent',
  AWAITING_LABEL: 'Not on its way yet',
  LABEL_READY: 'Ready to be sent',
  DELIVERED: 'Delivered to you',
  EXCEPTION: 'Held up',
};

/** Where a parcel is; one that was unpacked although no carrier ever told of it has come all the same. */
export function parcelWords(state: string, items: readonly Counted[]): string {
  const silent = state === 'AWAITING_LABEL' || state === 'LABEL_READY';
  const came = items.some(({ goods }) => goods.received > 0) && items.every(({ goods }) => goods.expected === 0);
  if (silent && came) return 'Came without news of a carrier';
  return words[state] ?? sentence(state);
}
