// Formats money as text in the language on screen, with the shop's currency before or after it as that language does.

import type { Currency } from '#core/base/currency.ts';
import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';
import {
  cents,
  isNumber,
  MINUS,
  MISSING,
  NO_BREAK,
  RANGE_DASH,
  signed,
  wholeNumbers,
  written,
  type Format,
  type Maybe,
} from './numbers.ts';
import { shownCurrency } from './shown-for.ts';

const ISO_4217 = /^[A-Z]{3}$/;

interface Unit {
  readonly before: string;
  readonly after: string;
  /** Number of decimals of a price. */
  readonly decimals: number;
}

const NO_UNIT: Unit = { before: '', after: '', decimals: 2 };

const known = new Map<string, Unit>();

/**
 * Formats an amount to at most three significant figures; below ten, with the currency's usual decimals. Adds the shop's
 * currency where it is known.
 */
export function formatMoney(value: Maybe): string {
  return isNumber(value) ? withUnit(amountOf(value)) : MISSING;
}

function amountOf(value: Maybe): string {
  if (!isNumber(value)) return MISSING;
  const { decimals } = moneyUnit();
  const rounded = Number(value.toFixed(decimals));
  return rounded !== 0 && Math.abs(rounded) < 10
    ? withDecimals(rounded, decimals)
    : signed(wholeNumbers().format(Number(rounded.toPrecision(3))));
}

function withDecimals(value: number, decimals: number): string {
  if (decimals === 0) return signed(wholeNumbers().format(value));
  if (decimals === 2) return signed(cents().format(value));
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return signed(new Intl.NumberFormat(languageTag(), digits).format(value));
}

/** Most decimals of an axis. */
const FINEST = 4;

/**
 * Returns the format of an axis: of money, all ticks have the currency and the same decimals, none where all are whole.
 * Any other format is returned as it is.
 */
export function axisFormat(
  format: (value: number) => string,
  ticks: readonly number[],
): (value: number) => string {
  if (format !== formatMoney) return format;
  const needed = Math.max(0, ...ticks.map((tick) => decimalsOf(Number(tick.toFixed(FINEST)))));
  const decimals = needed === 0 ? 0 : Math.max(needed, moneyUnit().decimals);
  return (value) => withUnit(withDecimals(value, decimals));
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/** Adds the shop's currency to the label of a field, where it is known: "Ad budget (£)". */
export function labelInCurrency(label: string): string {
  const { before, after } = moneyUnit();
  const unit = (before + after).trim();
  return unit === '' ? label : m.format_in_unit({ label, unit });
}

/**
 * Formats a price as on a price label: with two decimals, or none if the currency has none. Adds the shop's currency
 * where it is known.
 */
export function formatPrice(value: Maybe): string {
  return isNumber(value) ? withUnit(priceOf(value)) : MISSING;
}

function priceOf(value: Maybe): string {
  return written(value, moneyUnit().decimals === 0 ? wholeNumbers : cents);
}

/** Formats a range of prices in a currency of its own, as on price labels: "$18.00–45.00". Ends that read alike become one. */
export function formatPricesIn(currency: Currency | null, low: Maybe, high: Maybe = low): string {
  if (!isNumber(low) || !isNumber(high)) return MISSING;
  const { before, after, decimals } = unitFor(currency);
  const [from, to] = [low, high].map((value) =>
    written(value, decimals === 0 ? wholeNumbers : cents),
  );
  const range = from === to ? from : `${from}${RANGE_DASH}${to}`;
  return `${before}${range}${after}`;
}

/** Formats of money with their versions without the unit, which a range shows only once. */
export const AMOUNTS = new Map<Format, Format>([
  [formatMoney, amountOf],
  [formatPrice, priceOf],
]);

/** Returns the currency unit of the shop that is shown, or no unit where the currency is not known. */
function moneyUnit(): Unit {
  return unitFor(shownCurrency());
}

function unitFor(currency: Currency | null): Unit {
  if (currency === null) return NO_UNIT;
  const key = `${languageTag()} ${currency}`;
  const unit = known.get(key) ?? unitOf(currency);
  known.set(key, unit);
  return unit;
}

/** Adds the unit once, outside the amount or range: "€1,320–3,310", "−€5", "120 kr". */
export function withUnit(amount: string): string {
  const { before, after } = moneyUnit();
  return amount.startsWith(MINUS)
    ? MINUS + before + amount.slice(MINUS.length) + after
    : before + amount + after;
}

function unitOf(currency: Currency): Unit {
  if (!ISO_4217.test(currency)) return unitOfSign(currency);
  const format = new Intl.NumberFormat(languageTag(), {
    ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
  });
  const parts = format.formatToParts(1);
  const isDigits = ({ type }: Intl.NumberFormatPart) =>
    type === 'integer' || type === 'decimal' || type === 'fraction';
  const text = (of: Intl.NumberFormatPart[]) => of.map(({ value }) => value).join('');
  return {
    before: text(parts.slice(0, parts.findIndex(isDigits))),
    after: text(parts.slice(parts.findLastIndex(isDigits) + 1)),
    decimals: format.resolvedOptions().maximumFractionDigits ?? NO_UNIT.decimals,
  };
}

/** Returns the unit for a currency sign that is not an ISO 4217 code. A sign with letters follows the number. */
function unitOfSign(sign: string): Unit {
  return /\p{L}/u.test(sign)
    ? { ...NO_UNIT, after: NO_BREAK + sign }
    : { ...NO_UNIT, before: sign };
}
