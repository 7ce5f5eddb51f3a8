export type MoneyValue = { amount: string; currencyCode: string };

/**
 * Money in the reader's locale. The decimal string goes to Intl as it is, never through a floating-point number, so that
 * 9007199254740993.01 stays what it is.
 */
export function moneyText(money: MoneyValue, locale?: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currencyCode });
  return format.format(money.amount as unknown as number);
}

export function isNegative(money: MoneyValue): boolean {
  return money.amount.startsWith('-');
}
