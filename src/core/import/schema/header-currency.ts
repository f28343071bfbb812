// Reads the currency that headers name where the cells are bare numbers: "Ad spend (GBP)", "price_usd", 售价（元）.

import { currencyOf, isCurrencyCode, isSameCurrency, type Currency } from '#core/base/currency.ts';

/** Currency names in words, tried in this order, since 人民元 and 美元 end alike. */
const NAMES: readonly (readonly [name: RegExp, currency: Currency])[] = [
  [/人民[币元幣]/gu, 'CNY'],
  [/美[元金]|米ドル/gu, 'USD'],
  [/欧元|歐元|ユーロ|(?<!\p{L})euros?(?!\p{L})/giu, 'EUR'],
  [/英[镑鎊]|ポンド|(?<!\p{L})(?:pounds|sterling)(?!\p{L})/giu, 'GBP'],
  [/日[元圆圓]|(?<!\p{L})yen(?!\p{L})/giu, 'JPY'],
  [/港[元币幣]/gu, 'HKD'],
  [/加元/gu, 'CAD'],
  [/澳元/gu, 'AUD'],
  [/新元/gu, 'SGD'],
  [/[韩韓]元/gu, 'KRW'],
  [/台[币幣]/gu, 'TWD'],
  [/ドル|(?<!\p{L})dollars?(?!\p{L})/giu, '$'],
  [/(?<!\p{L})reais(?!\p{L})/giu, 'BRL'],
];
/** 元 means money only at the end of a word: 单元 is a unit, 元件 a part. */
const NO_MONEY = /[单單]元|元(?=\p{Script=Han})/gu;
/** Codes that are also English words, as in "Pen price" and "Try". */
const WORDS: ReadonlySet<Currency> = new Set(['COP', 'MAD', 'PEN', 'PHP', 'RON', 'RUB', 'TRY']);

/**
 * Returns the currency that a header names. Returns null if it names none, or several that cannot be the same money.
 */
export function headerCurrency(header: string): Currency | null {
  let text = header.normalize('NFKC').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  const found = codesIn(text);
  for (const [name, currency] of NAMES) {
    const rest = text.replace(name, ' ');
    if (rest !== text) found.push(currency);
    text = rest;
  }
  // Codes are already found, in upper or lower case.
  const sign = currencyOf(text.replace(NO_MONEY, ' ').replace(/[A-Z]{3,}/g, ' '));
  return agreedCurrency(sign === null ? found : [...found, sign]);
}

/**
 * Returns the one currency that all names can mean, preferably as a code. Returns null for no names and for names that
 * differ.
 */
export function agreedCurrency(currencies: readonly Currency[]): Currency | null {
  const differ = currencies.some((one) => currencies.some((other) => !isSameCurrency(one, other)));
  if (differ) return null;
  return currencies.find(isCurrencyCode) ?? currencies[0] ?? null;
}

function codesIn(header: string): Currency[] {
  const isShouted = header === header.toUpperCase();
  return (header.match(/\p{Script=Latin}+/gu) ?? []).flatMap((word) => {
    const code = word.toUpperCase();
    if (!isCurrencyCode(code)) return [];
    if (WORDS.has(code) && (isShouted || word !== code)) return [];
    return [code === 'RMB' ? 'CNY' : code];
  });
}
