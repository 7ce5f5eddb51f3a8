import { listed } from '@/shared/format/words';
import { outcomeWords } from './outcome';
import type { Tried } from './tried-query';

type Said = Pick<Tried, 'outcome' | 'effects' | 'shopperReason'>;

/** Whether a shopper would notice no difference at all: decision, their reason and everything attached. */
export function saysTheSame(live: Said, draft: Said): boolean {
  return (
    live.outcome === draft.outcome &&
    live.shopperReason === draft.shopperReason &&
    onlyIn(live, draft).length + onlyIn(draft, live).length === 0
  );
}

function onlyIn(one: Said, other: Said): string[] {
  return one.effects.filter((effect) => !other.effects.includes(effect));
}

/** In a sentence or two what the draft changes about one item. */
export function compared(live: Said, draft: Said): string {
  const decision =
    live.outcome === draft.outcome
      ? `${outcomeWords[live.outcome]} now and by the draft`
      : `${outcomeWords[live.outcome]} now, ${outcomeWords[draft.outcome]} by the draft`;
  if (saysTheSame(live, draft)) return `No change: ${decision}.`;
  const gone = onlyIn(live, draft);
  const added = onlyIn(draft, live);
  const details = [
    gone.length > 0 ? `Only now: ${listed(gone)}.` : '',
    added.length > 0 ? `Only by the draft: ${listed(added)}.` : '',
    live.outcome === draft.outcome && live.shopperReason !== draft.shopperReason
      ? 'The shopper reads another reason.'
      : '',
  ];
  const lead = live.outcome === draft.outcome ? 'The same decision, but not the same terms' : 'The draft changes this';
  return [`${lead}: ${decision}.`, ...details].filter(Boolean).join(' ');
}
