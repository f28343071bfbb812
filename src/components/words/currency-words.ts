import { CURRENCY_CODES, isCurrencyCode, type Currency } from '#core/base/currency.ts';
import { languageTag } from '#messages/language-tag.ts';

/** Returns, for example, "British Pound (GBP)"; a currency sign is returned as it is. */
export function currencyName(currency: Currency): string {
  if (!isCurrencyCode(currency)) return currency;
  const names = new Intl.DisplayNames(languageTag(), { type: 'currency' });
  return `${names.of(currency) ?? currency} (${currency})`;
}

/** Returns all currencies to choose from, by name, the likely one first. */
export function offeredCurrencies(likely: Currency | null): Currency[] {
  const byName = new Intl.Collator(languageTag()).compare;
  const all = [...CURRENCY_CODES].sort((a, b) => byName(currencyName(a), currencyName(b)));
  return likely !== null && all.includes(likely)
    ? [likely, ...all.filter((code) => code !== likely)]
    : all;
}
