import type { MoneyValue } from '@/shared/format/money';

/** Anything but nothing. */
export const isAmount = (money: MoneyValue): boolean => /[1-9]/.test(money.amount);

type Outside = { kind: string; orderLineId: string | null; quantity: number | null; tenderId: string | null };
type Bought = {
  lines: readonly { id: string; title: string }[];
  tenders: readonly { id: string; label: string }[];
};

/** What the shop gave money back for, and to which means, as far as it said so. */
export function outsideWords(refund: Outside, order: Bought): string {
  const line = order.lines.find((each) => each.id === refund.orderLineId);
  const tender = order.tenders.find((each) => each.id === refund.tenderId);
  const goods = line ? `${refund.quantity ? `${refund.quantity} × ` : ''}${line.title}` : 'Goods';
  const what = refund.kind === 'GOODS' ? goods : refund.kind === 'SHIPPING' ? 'Shipping' : 'Neither goods nor shipping';
  return tender ? `${what}, to ${tender.label}` : what;
}

/** `1 USD = 0.92 EUR`: how the shop's own amounts reach an order in another currency; nothing where it is not told. */
export function rateWords(
  order: { exchangeRate: string | null; total: MoneyValue },
  shop: string | undefined,
): string | undefined {
  return order.exchangeRate && shop ? `1 ${order.total.currencyCode} = ${order.exchangeRate} ${shop}` : undefined;
}
