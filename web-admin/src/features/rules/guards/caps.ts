import { amountOf, moneyText } from '@/shared/format/money';
import { count } from '@/shared/format/words';

/** The caps as somebody is typing them; a cap that is off has no value. */
export type Caps = {
  approvals: number | null;
  amount: string | null;
  days: number;
  currency: string;
  decimals?: number;
};

/** What the caps do, in a sentence; for a value that is not finished it stays general. */
export function capsSentence({ approvals, amount, days, currency, decimals }: Caps): string {
  if (approvals === null && amount === null)
    return 'No cap is on. The rules alone say how much is approved for one shopper.';
  const period = `in ${count(days, 'day')}`;
  const parts: string[] = [];
  if (approvals !== null) parts.push(count(approvals, 'return'));
  if (amount !== null) {
    const plain = amountOf(amount, decimals);
    const money = plain ? moneyText({ amount: plain, currencyCode: currency }) : 'the amount that you give';
    parts.push(approvals === null ? `goods worth ${money}` : `together worth at most ${money}`);
  }
  const what = parts.join(', ');
  return `The rules approve at most ${what} of one shopper ${period} on their own. What is above goes to a person, who sees these numbers.`;
}
