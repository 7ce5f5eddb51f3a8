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
 * two, `10,000` is ten thousand of none. Of three nobody knows what `1,500` is, so it stays for the server to refuse; of two
 * `1.500` may be meant as one and a half thousand, so it is made to be refused.
 */
export function plainAmount(typed: string, decimals: number): string {
  if (decimals === 0) return /^\d+(,\d{3})+$/.test(typed) ? typed.replaceAll(',', '') : typed;
  if (decimals < 3 && /^\d+\.\d{3}$/.test(typed)) return typed.replace('.', ',');
  return decimals > 2 ? typed : typed.replace(/^(\d+),(?=\d{0,2}$)/, '$1.');
}

/** A rate in per cent, of two decimals. */
export const plainRate = (typed: string): string => plainAmount(typed, 2);

/**
 * `-1,5` or ` 20.00 ` as the API reads it; null for what is no amount, or could be two: of two decimals, `1.500` is as likely one
 * and a half thousand.
 */
export function readAmount(typed: string, decimals: number): string | null {
  const [, sign = '', text = ''] = /^(-?)(.*)$/.exec(typed.trim()) ?? [];
  const found = /^(\d+)(?:\.(\d*))?$/.exec(plainAmount(text, decimals));
  if (!found || (found[2]?.length ?? 0) > decimals) return null;
  return sign + found[1] + (found[2] ? `.${found[2]}` : '');
}

/** The same, and null for what is not above nothing. */
export function amountOf(typed: string, decimals = 2): string | null {
  const read = readAmount(typed, decimals);
  return read !== null && /[1-9]/.test(read) && !read.startsWith('-') ? read : null;
}

/** What to say where an amount cannot be read. */
export function amountWanted(currency: string, decimals: number): string {
  return `Give an amount in ${currency}, without marks between thousands, for example ${decimals === 0 ? '5' : `5.${'0'.repeat(decimals)}`}.`;
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
