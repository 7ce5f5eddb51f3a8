import type { MoneyValue } from '@/shared/format/money';
import { moneyText } from '@/shared/format/money';

export type GiveBackKind = 'SHIPPING' | 'GOODWILL';

/** What may still be given back of the team's own accord, as the server says. */
export type Room = {
  shipping: MoneyValue;
  total: MoneyValue;
  limit: MoneyValue | null;
  refusedBecause: string | null;
};

const decimalsOf = (money: MoneyValue) => money.amount.split('.')[1]?.length ?? 0;

/** Minor units of what somebody typed, exactly: "4,90" is 490n; undefined for what is no amount of that precision. */
export function minor(text: string, decimals: number): bigint | undefined {
  const found = /^([0-9]+)(?:[.,]([0-9]*))?$/.exec(text.trim());
  const fraction = found?.[2]?.replace(/0+$/, '') ?? '';
  if (!found || fraction.length > decimals) return undefined;
  return BigInt(found[1] + fraction.padEnd(decimals, '0'));
}

const unitsOf = (money: MoneyValue) => minor(money.amount, decimalsOf(money)) ?? 0n;

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
  const decimals = decimalsOf(room.total);
  const typed = minor(text, decimals);
  const limit = most(kind, room);
  if (typed === undefined) {
    const example = decimals === 0 ? '5' : `5.${'0'.repeat(decimals)}`;
    return `Give an amount in ${room.total.currencyCode}, for example ${example}.`;
  }
  if (typed === 0n) return 'Give more than nothing.';
  if (typed > unitsOf(limit)) return `Give at most ${moneyText(limit)}.`;
  return undefined;
}

/** As the server reads it. */
export const decimal = (text: string) => text.trim().replace(',', '.').replace(/\.$/, '');
