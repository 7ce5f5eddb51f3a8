/** What selects offer; names come from the browser in the reader's language. */

function named(type: 'currency' | 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

export const languageName = (code: string): string => named('language', code);

const supported = (key: 'currency' | 'timeZone'): string[] =>
  typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf(key) : [];

const common = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'DKK', 'NOK', 'PLN', 'CZK', 'CAD', 'AUD', 'JPY'];

export const currencies = [...common, ...supported('currency').filter((code) => !common.includes(code))].map(
  (code) => ({
    value: code,
    label: `${code} · ${named('currency', code)}`,
  }),
);

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const timeZones = [...new Set([here, ...supported('timeZone'), 'UTC'])];

export const locales = [
  'en',
  'en-GB',
  'en-US',
  'de',
  'de-AT',
  'de-CH',
  'fr',
  'nl',
  'it',
  'es',
  'da',
  'sv',
  'pl',
  'ja',
].map((code) => ({ value: code, label: `${named('language', code)} (${code})` }));

/** The offered language that a browser's is nearest to: fr-CA is served by fr; English where there is none. */
export function offeredLocale(browser: string): string {
  const nearest = [browser, browser.split('-')[0]].find((code) => locales.some((each) => each.value === code));
  return nearest ?? 'en';
}

const countryCodes =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK US CA AU NZ JP KR CN SG AE IN BR MX TR UA IS LI'.split(
    ' ',
  );

export const countries = countryCodes
  .map((code) => ({ value: code, label: named('region', code) }))
  .sort((a, b) => a.label.localeCompare(b.label));
