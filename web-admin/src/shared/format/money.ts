export type MoneyValue = { amount: string; currencyCode: string };

/**
 * Money as English writes it unless told otherwise: the admin is in English, and the server's sentences beside an amount
 * (Money in the kernel) write it the same. With every digit that was sent: Intl drops decimals of RSD, HUF and others by how coins
 * are paid in cash. The decimal string goes to Intl as it is, never through a floating-point number, so that
 * 9007199254740993.01 stays what it is. Pages and mails write the same (AmountText in the kernel, held by one table).
 */
export function moneyText(money: MoneyValue, locale = 'en'): string {
  const digits = Math.max(usualDigits(money.currencyCode), decimalsOf(money.amount));
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currencyCode,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format
    .formatToParts(money.amount as unknown as number)
    .map((part) => (part.type === 'group' && part.value === "'" ? '’' : part.value))
    .join('');
}

export function isNegative(money: MoneyValue): boolean {
  return money.amount.startsWith('-');
}

/**
 * What somebody is typing, with a dot where decimals begin, as amounts of so many decimals are written: `80,5` is 80.5 of
 * two, `10,000` is ten thousand of none. Of three nobody knows what `1,500` is, so it stays for the server to refuse.
 */
export function plainAmount(typed: string, decimals: number): string {
  if (decimals === 0) return /^\d+(,\d{3})+$/.test(typed) ? typed.replaceAll(',', '') : typed;
  return decimals > 2 ? typed : typed.replace(/^(\d+),(?=\d{0,2}$)/, '$1.');
}

/** A rate in per cent, of two decimals. */
export const plainRate = (typed: string): string => plainAmount(typed, 2);

/** `1,5` or ` 20.00 ` as the API reads it; null for what is no amount above nothing. */
export function amountOf(typed: string, decimals = 2): string | null {
  const plain = plainAmount(typed.trim(), decimals);
  return /^\d+(\.\d+)?$/.test(plain) && /[1-9]/.test(plain) ? plain : null;
}

/**
 * So many per cent of an amount, as somebody would type it: 5 % of €100.00 is `5.00`, of ¥10,000 `500`, of KWD 30.000
 * `1.500`. What is finer than the currency's coins is left out.
 */
export function percentOf(money: MoneyValue, percent: number): string {
  const decimals = decimalsOf(money.amount);
  const coins = (BigInt(money.amount.replace('.', '')) * BigInt(percent)) / 100n;
  const digits = coins.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export const decimalsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

const usualDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
