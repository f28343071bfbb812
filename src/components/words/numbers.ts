// Formats numbers as text in the language on screen. A missing or non-finite value becomes "–", never NaN.

import { m } from '#messages';
import { inEachLanguage } from './in-each-language.ts';

export type Maybe = number | null | undefined;
export type Format = (value: Maybe) => string;

export const MISSING = '–';
export const MINUS = '−';
export const NO_BREAK = '\u00A0';
/** En dash with a word joiner on both sides, so that a range never breaks over two lines. */
export const RANGE_DASH = '\u2060–\u2060';

const number = (options: Intl.NumberFormatOptions) =>
  inEachLanguage((tag) => new Intl.NumberFormat(tag, options));

export const wholeNumbers = number({ maximumFractionDigits: 0 });
export const twoFigures = number({ maximumSignificantDigits: 2 });
const threeFigures = number({ maximumSignificantDigits: 3 });
export const cents = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const percents = number({ style: 'percent', maximumFractionDigits: 0 });
const finePercents = number({ style: 'percent', maximumFractionDigits: 1 });
const allFigures = number({ maximumSignificantDigits: 6 });
const oneDecimal = number({ maximumFractionDigits: 1 });
const tenths = number({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const fewDecimals = number({ maximumFractionDigits: 2 });

/** Formats a number rounded to a whole number, with separators for thousands. */
export function formatCount(value: Maybe): string {
  return written(value, wholeNumbers);
}

/** Formats a number of units to two significant figures: more would suggest a precision that forecasts do not have. */
export function formatUnits(value: Maybe): string {
  if (!isNumber(value)) return MISSING;
  return signed(wholeNumbers().format(Number(Math.round(value).toPrecision(2))));
}

/** Formats a number with two decimals, such as "4.30", for values that are not money, or are money of another shop. */
export function formatHundredths(value: Maybe): string {
  return written(value, cents);
}

/** Formats a number with one decimal, such as "4.0": ratings, which are not known any better. */
export function formatTenths(value: Maybe): string {
  return written(value, tenths);
}

/** Formats a fraction as a whole percentage. */
export function formatPercent(fraction: Maybe): string {
  return written(fraction, percents);
}

/** Formats a change as a percentage with its sign; one that rounds to nothing has none. */
export function formatChange(fraction: number): string {
  const text = formatPercent(fraction);
  return fraction > 0 && text !== formatPercent(0) ? `+${text}` : text;
}

/** Formats a fraction as a percentage with at most one decimal, for shares that are compared or add up. */
export function formatFinePercent(fraction: Maybe): string {
  return written(fraction, finePercents);
}

/** Formats a fraction, or a difference of two, as percentage points, with at most one decimal and without a unit. */
export function formatPoints(fraction: Maybe): string {
  return isNumber(fraction) ? written(100 * fraction, oneDecimal) : MISSING;
}

/** Formats a number with at most two decimals. */
export function formatDecimal(value: Maybe): string {
  return written(value, fewDecimals);
}

/** Formats a factor with two decimals, such as "× 1.12". */
export function formatFactor(factor: Maybe): string {
  return isNumber(factor) ? `×${NO_BREAK}${written(factor, cents)}` : MISSING;
}

/** Formats a number as it was entered, to at most six significant figures: "0.00001", "1,000". */
export function formatFigures(value: Maybe): string {
  return written(value, allFigures);
}

/** Formats a number to two significant figures, however small: "0.00072". */
export function formatRough(value: Maybe): string {
  return written(value, twoFigures);
}

/** Formats a file size in bytes, kB or MB, where 1 kB is 1,000 bytes. */
export function formatFileSize(bytes: Maybe): string {
  if (!isNumber(bytes)) return MISSING;
  if (bytes < 1000) return m.format_bytes({ count: wholeNumbers().format(bytes) });
  if (bytes < 1e6) return `${threeFigures().format(bytes / 1e3)} kB`;
  return `${threeFigures().format(bytes / 1e6)} MB`;
}

export function isNumber(value: Maybe): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function written(value: Maybe, format: () => Intl.NumberFormat): string {
  return isNumber(value) ? signed(format().format(value)) : MISSING;
}

/** Replaces the hyphen by a true minus sign, and removes the minus before zero. */
export function signed(text: string): string {
  return /^-0([.,]0*)?%?$/.test(text) ? text.slice(1) : text.replace('-', MINUS);
}
