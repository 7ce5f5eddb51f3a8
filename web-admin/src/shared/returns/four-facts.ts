import type { Tone } from '@/shared/ui/status';

/** The four facts about a return, never mixed: what was decided, where the parcel is, what came, what was paid back. */
export type FactState = {
  name: 'Decision' | 'Parcel' | 'Goods' | 'Money';
  text: string;
  tone: Tone;
  filled: 0 | 0.5 | 1;
};

export type FourFactsOf = {
  decision: string;
  items: readonly {
    quantity: number;
    decision: string;
    keepItem: boolean;
    goods: { received: number; expected: number; missing: number };
  }[];
  parcels: readonly { state: string }[];
  refunds: readonly { state: string }[];
};

const decisions: Record<string, Omit<FactState, 'name'>> = {
  IN_REVIEW: { text: 'waits for a person', tone: 'warn', filled: 0.5 },
  WAITING_FOR_SHOPPER: { text: 'waits for the shopper', tone: 'warn', filled: 0.5 },
  APPROVED: { text: 'approved', tone: 'good', filled: 1 },
  PARTLY_APPROVED: { text: 'partly approved', tone: 'good', filled: 1 },
  REJECTED: { text: 'rejected', tone: 'bad', filled: 1 },
  CANCELED: { text: 'canceled', tone: 'calm', filled: 1 },
  EXPIRED: { text: 'expired', tone: 'calm', filled: 1 },
};

function parcelOf(states: readonly string[]): Omit<FactState, 'name'> {
  if (states.length === 0) return { text: 'none yet', tone: 'calm', filled: 0 };
  if (states.some((state) => state === 'LOST')) return { text: 'lost', tone: 'bad', filled: 1 };
  if (states.some((state) => state === 'EXCEPTION')) return { text: 'has a problem', tone: 'bad', filled: 0.5 };
  if (states.every((state) => state === 'NOT_REQUIRED')) return { text: 'not needed', tone: 'calm', filled: 1 };
  if (states.every((state) => state === 'DELIVERED' || state === 'NOT_REQUIRED'))
    return { text: 'delivered to you', tone: 'good', filled: 1 };
  if (states.some((state) => state === 'IN_TRANSIT' || state === 'DELIVERED'))
    return { text: 'on its way', tone: 'info', filled: 0.5 };
  return { text: 'not yet sent', tone: 'calm', filled: 0 };
}

function goodsOf(items: FourFactsOf['items']): Omit<FactState, 'name'> {
  const travelling = items.filter((item) => item.decision === 'APPROVED' && !item.keepItem);
  const wanted = travelling.reduce((sum, item) => sum + item.quantity, 0);
  const received = items.reduce((sum, item) => sum + item.goods.received, 0);
  const missing = items.reduce((sum, item) => sum + item.goods.missing, 0);
  if (missing > 0) return { text: `${missing} missing`, tone: 'bad', filled: 1 };
  if (wanted > 0 && received >= wanted) return { text: `${received} of ${wanted} received`, tone: 'good', filled: 1 };
  if (received > 0)
    return { text: wanted ? `${received} of ${wanted} received` : `${received} received`, tone: 'info', filled: 0.5 };
  return { text: 'nothing received', tone: 'calm', filled: 0 };
}

function moneyOf(states: readonly string[]): Omit<FactState, 'name'> {
  const live = states.filter((state) => state !== 'CANCELED' && state !== 'ESTIMATED');
  if (live.length === 0) return { text: 'nothing due', tone: 'calm', filled: 0 };
  if (live.includes('FAILED')) return { text: 'a refund failed', tone: 'bad', filled: 0.5 };
  if (live.every((state) => state === 'ISSUED')) return { text: 'refunded', tone: 'good', filled: 1 };
  if (live.includes('ISSUED')) return { text: 'partly refunded', tone: 'info', filled: 0.5 };
  return { text: 'refund due', tone: 'warn', filled: 0.5 };
}

export function fourFacts(of: FourFactsOf): FactState[] {
  return [
    { name: 'Decision', ...(decisions[of.decision] ?? { text: of.decision, tone: 'calm', filled: 0 }) },
    { name: 'Parcel', ...parcelOf(of.parcels.map((parcel) => parcel.state)) },
    { name: 'Goods', ...goodsOf(of.items) },
    { name: 'Money', ...moneyOf(of.refunds.map((refund) => refund.state)) },
  ];
}
