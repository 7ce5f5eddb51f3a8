import { type MoneyValue, moneyText } from '@/shared/format/money';

export type WaterfallLine = {
  kind: string;
  text: string;
  amount: MoneyValue;
  taxRate: string | null;
  includedTax: MoneyValue | null;
};

/** Taxes that came on top stand under what they belong to. */
export const isTax = (line: Pick<WaterfallLine, 'kind'>) => line.kind === 'TAX' || line.kind === 'SHIPPING_TAX';

/** `19`, `7.7`: no zeros behind that say nothing. */
const percent = (rate: string) => (rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate);

/** What staff gave of their own accord is named by why they gave it; a tax says its rate. */
export function textOf(line: WaterfallLine): string {
  if (line.kind === 'GOODWILL') return `Goodwill: ${line.text}`;
  return isTax(line) && line.taxRate ? `${line.text}, ${percent(line.taxRate)} %` : line.text;
}

/** The tax inside an amount, where prices include it. */
export function taxInside(line: WaterfallLine): string | undefined {
  if (!line.includedTax || !/[1-9]/.test(line.includedTax.amount)) return undefined;
  const rate = line.taxRate ? ` (${percent(line.taxRate)} %)` : '';
  return `includes ${moneyText(line.includedTax)} tax${rate}`;
}
