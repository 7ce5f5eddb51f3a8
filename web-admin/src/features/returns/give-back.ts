import { amountWanted, decimalsOf, type MoneyValue, moneyText, readAmount } from '@/shared/format/money';

export type GiveBackKind = 'SHIPPING' | 'GOODWILL';

/** What may still be given back of the team's own accord, as the server says. */
export type Room = {
  shipping: MoneyValue;
  total: MoneyValue;
  limit: MoneyValue | null;
  refusedBecause: string | null;
};

/** Minor units of what somebody typed, exactly: "4,90" is 490n; undefined for what is no amount of that precision. */
export function minor(text: string, decimals: number): bigint | undefined {
  const [whole, fraction = ''] = readAmount(text, decimals)?.split('.') ?? [];
  return whole === undefined || whole.startsWith('-') ? undefined : BigInt(whole + fraction.padEnd(decimals, '0'));
}

const unitsOf = (money: MoneyValue) => minor(money.amount, decimalsOf(money.amount)) ?? 0n;

/** The most that can be given: what is left of it, and no more than the role may. */
export function most(kind: GiveBackKind, room: Room): MoneyValue {
  const left = kind === 'SHIPPING' ? room.shipping : room.total;
  return room.limit && unitsOf(room.limit) < unitsOf(left) ? room.limit : left;
}

/** Shipping where some is left, else goodwill. */
export const firstKind = (room: Room): GiveBackKind => (unitsOf(room.shipping) > 0n ? 'SHIPPING' : 'GOODWILL');

/** All that is left of the shipping is the usual thing to give; goodwill is for a person to size. */
export function prefilled(kind: GiveBackKind, room: Room): string {
  return kind === 'SHIPPING' && unitsOf(most(kind, room)) > 0n ? most(kind, room).amount : '';
}

/** What is possible, said before anybody types. */
export function hint(kind: GiveBackKind, room: Room): string {
  const left =
    kind === 'SHIPPING'
      ? `${moneyText(room.shipping)} of the shipping is left.`
      : `${moneyText(room.total)} of what was paid is left.`;
  return room.limit ? `${left} Your role may give ${moneyText(room.limit)} on this return.` : left;
}

/** What is wrong with an amount; undefined when it can be sent. */
export function amountMistake(kind: GiveBackKind, room: Room, text: string): string | undefined {
  const decimals = decimalsOf(room.total.amount);
  const typed = minor(text, decimals);
  const limit = most(kind, room);
  if (typed === undefined) return amountWanted(room.total.currencyCode, decimals);
  if (typed === 0n) return 'Give more than nothing.';
  if (typed > unitsOf(limit)) return `Give at most ${moneyText(limit)}.`;
  return undefined;
}
