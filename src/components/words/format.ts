// Formats values as text in the language on screen. A missing or non-finite value becomes "–", never NaN.

import { yearOf } from '#core/base/dates.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';
import { getLocale } from '#messages/runtime';
import { moneyUnit, withUnit } from './money-unit.ts';
import { presentYear } from './shown-for.ts';

export const MISSING = '–';
/** En dash with a word joiner on both sides, so that a range never breaks over two lines. */
const RANGE_DASH = '\u2060–\u2060';
const MINUS = '−';
const NO_BREAK = '\u00A0';
const DAY_MS = 86_400_000;

type Maybe = number | null | undefined;
type Format = (value: Maybe) => string;

const number = (options: Intl.NumberFormatOptions) =>
  inEachLanguage((tag) => new Intl.NumberFormat(tag, options));
const date = (options: Intl.DateTimeFormatOptions) =>
  inEachLanguage((tag) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }));

const wholeNumbers = number({ maximumFractionDigits: 0 });
const twoFigures = number({ maximumSignificantDigits: 2 });
const threeFigures = number({ maximumSignificantDigits: 3 });
const cents = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const percents = number({ style: 'percent', maximumFractionDigits: 0 });
const finePercents = number({ style: 'percent', maximumFractionDigits: 1 });
const allFigures = number({ maximumSignificantDigits: 6 });
const oneDecimal = number({ maximumFractionDigits: 1 });
const fewDecimals = number({ maximumFractionDigits: 2 });
const days = date({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDays = date({ day: 'numeric', month: 'short' });
const shortDaysOfYears = date({ day: 'numeric', month: 'short', year: 'numeric' });
const longDays = date({ day: 'numeric', month: 'long' });
const weekdays = date({ weekday: 'long' });
const shortWeekdays = date({ weekday: 'short' });
const months = date({ month: 'short', year: 'numeric' });
const monthNames = date({ month: 'short' });
/** Moments are shown in the seller's own time zone; calendar days have none. */
const moments = inEachLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }),
);
const lists = inEachLanguage((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

/** Formats a number rounded to a whole number, with separators for thousands. */
export function formatCount(value: Maybe): string {
  return written(value, wholeNumbers);
}

/** Formats a number of units to two significant figures: more would suggest a precision that forecasts do not have. */
export function formatUnits(value: Maybe): string {
  if (!isNumber(value)) return MISSING;
  return signed(wholeNumbers().format(Number(Math.round(value).toPrecision(2))));
}

/** Returns a number of units with its noun, such as "290 units", to two significant figures. */
export function countedUnits(value: Maybe): string {
  const text = formatUnits(value);
  return isNumber(value) ? m.format_units({ count: Math.round(value), text }) : text;
}

/**
 * Formats an amount to at most three significant figures, or two below ten. Adds the shop's currency where it is known.
 */
export function formatMoney(value: Maybe): string {
  return isNumber(value) ? withUnit(amountOf(value)) : MISSING;
}

function amountOf(value: Maybe): string {
  if (!isNumber(value)) return MISSING;
  if (Math.abs(value) < 10) return signed(twoFigures().format(value));
  return signed(wholeNumbers().format(Number(value.toPrecision(3))));
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

/** Formats of money with their versions without the unit, which a range shows only once. */
const AMOUNTS = new Map<Format, Format>([
  [formatMoney, amountOf],
  [formatPrice, priceOf],
]);

/**
 * Returns a money format without its currency, for places that already show the currency. Returns any other format as
 * it is.
 */
export function withoutUnit(format: Format): Format {
  return AMOUNTS.get(format) ?? format;
}

/** Formats a number with two decimals, such as "4.30", for values that are not money, or are money of another shop. */
export function formatHundredths(value: Maybe): string {
  return written(value, cents);
}

/** Formats a fraction as a whole percentage. */
export function formatPercent(fraction: Maybe): string {
  return written(fraction, percents);
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

/** Formats a range such as "€1,320–3,310", with the currency once. Ends that read alike become one value. */
export function formatRange(low: Maybe, high: Maybe, format: Format): string {
  if (!isNumber(low) || !isNumber(high)) return MISSING;
  const [from, to] = [format(low), format(high)];
  if (from === to) return from;
  // A dash next to a minus sign is hard to read.
  if (low < 0) return m.format_span({ from, to });
  const amount = AMOUNTS.get(format);
  return amount ? withUnit(amount(low) + RANGE_DASH + amount(high)) : `${from}${RANGE_DASH}${to}`;
}

/**
 * Formats a range of days, such as "26 Mar–22 Apr". A year other than the present one is added, only once if both days
 * share it.
 */
export function formatDayRange(from: Maybe, to: Maybe): string {
  if (!isNumber(from) || !isNumber(to)) return MISSING;
  if (from === to) return formatShortDay(from);
  const shared = yearOf(from) === yearOf(to);
  const isYearFirst = getLocale() === 'zh';
  return [
    shared && !isYearFirst ? formatDayOfYear(from) : formatShortDay(from),
    shared && isYearFirst ? formatDayOfYear(to) : formatShortDay(to),
  ].join(RANGE_DASH);
}

/** Formats a difference in words, with its size: "910 more", "120 less", or "about the same" if it rounds to zero. */
export function formatDifference(value: Maybe, format: Format): string {
  if (!isNumber(value)) return MISSING;
  const size = format(Math.abs(value));
  if (size === format(0)) return m.format_about_the_same();
  return value > 0 ? m.format_more({ size }) : m.format_less({ size });
}

/** Formats a day such as "8 March 2026". */
export function formatDay(day: Maybe): string {
  return isNumber(day) ? days().format(day * DAY_MS) : MISSING;
}

/** Formats a day as "8 Mar", or as "8 Mar 2027" if it lies in another year than the present one. */
export function formatShortDay(day: Maybe): string {
  if (!isNumber(day)) return MISSING;
  return isOfPresentYear(day)
    ? formatDayOfYear(day)
    : shortDaysOfYears()
        .format(day * DAY_MS)
        .replaceAll(' ', NO_BREAK);
}

/** Formats a day as "8 Mar", whatever the year. */
export function formatDayOfYear(day: Maybe): string {
  return isNumber(day)
    ? shortDays()
        .format(day * DAY_MS)
        .replace(' ', NO_BREAK)
    : MISSING;
}

function isOfPresentYear(day: number): boolean {
  const present = presentYear();
  return present === null || yearOf(day) === present;
}

/** Formats a day as "Monday 8 March" or "3月8日（周一）", with the year if it is not the present one. */
export function formatWeekday(day: Maybe): string {
  if (!isNumber(day)) return MISSING;
  const names = getLocale() === 'zh' ? shortWeekdays() : weekdays();
  return m.format_weekday({
    weekday: names.format(day * DAY_MS),
    day: (isOfPresentYear(day) ? longDays() : days()).format(day * DAY_MS),
  });
}

/** Formats the month of a day, such as "Mar 2026". */
export function formatMonth(day: Maybe): string {
  return isNumber(day) ? months().format(day * DAY_MS) : MISSING;
}

/** Formats the month of a day without the year, such as "Mar". */
export function formatMonthName(day: Maybe): string {
  return isNumber(day) ? monthNames().format(day * DAY_MS) : MISSING;
}

/** Formats a moment (milliseconds since 1970) as date and time in the seller's time zone. */
export function formatMoment(epochMs: Maybe): string {
  return isNumber(epochMs) ? moments().format(epochMs).replace(' at ', ', ') : MISSING;
}

/**
 * Formats seconds such as "1 min 10 s", at least one second. Above 20 seconds, rounds to fives, so that a countdown
 * does not flicker.
 */
export function formatDuration(seconds: Maybe): string {
  if (!isNumber(seconds)) return MISSING;
  const rounded = seconds > 20 ? Math.round(seconds / 5) * 5 : Math.max(1, Math.round(seconds));
  const minutes = Math.floor(rounded / 60);
  const rest = rounded % 60;
  return [
    minutes > 0 && m.format_minutes({ count: minutes }),
    rest > 0 && m.format_seconds({ count: rest }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Formats a file size in bytes, kB or MB, where 1 kB is 1,000 bytes. */
export function formatFileSize(bytes: Maybe): string {
  if (!isNumber(bytes)) return MISSING;
  if (bytes < 1000) return m.format_bytes({ count: wholeNumbers().format(bytes) });
  if (bytes < 1e6) return `${threeFigures().format(bytes / 1e3)} kB`;
  return `${threeFigures().format(bytes / 1e6)} MB`;
}

/** Returns "1 launch" or "2,000 launches". */
export function countedLaunches(count: number): string {
  return m.format_launches({ count, text: formatCount(count) });
}

export function countedProducts(count: number): string {
  return m.format_products({ count, text: formatCount(count) });
}

export function countedNewProducts(count: number): string {
  return m.format_new_products({ count, text: formatCount(count) });
}

export function countedPlans(count: number): string {
  return m.format_plans({ count, text: formatCount(count) });
}

export function countedChannels(count: number): string {
  return m.format_channels({ count, text: formatCount(count) });
}

export function countedCategories(count: number): string {
  return m.format_categories({ count, text: formatCount(count) });
}

/** Returns "first four weeks" for the usual horizon, else the first days over which outcomes are counted. */
export function horizonWords(days: number = HORIZON_DAYS): string {
  return days === HORIZON_DAYS
    ? m.format_first_weeks()
    : m.format_first_days({ days: formatCount(days) });
}

export function countedMonths(count: number): string {
  return m.format_months({ count, text: formatCount(count) });
}

export function countedDatasets(count: number): string {
  return m.format_datasets({ count, text: formatCount(count) });
}

/** Joins items as "a, b and c". In Chinese, the conjunction is set apart from Latin letters and digits by spaces. */
export function listed(items: readonly string[]): string {
  const parts = lists().formatToParts(items);
  return parts
    .map(({ type, value }, i) => {
      if (type !== 'literal' || !/\p{Script=Han}/u.test(value)) return value;
      const [before = '', after = ''] = [parts[i - 1]?.value, parts[i + 1]?.value];
      return `${/[a-z0-9]$/i.test(before) ? ' ' : ''}${value}${/^[a-z0-9]/i.test(after) ? ' ' : ''}`;
    })
    .join('');
}

function isNumber(value: Maybe): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function written(value: Maybe, format: () => Intl.NumberFormat): string {
  return isNumber(value) ? signed(format().format(value)) : MISSING;
}

/** Replaces the hyphen by a true minus sign, and removes the minus before zero. */
function signed(text: string): string {
  return /^-0([.,]0*)?%?$/.test(text) ? text.slice(1) : text.replace('-', MINUS);
}

/** Creates a format when it is first needed, once per language, because Intl formats are slow to create. */
function inEachLanguage<Format>(make: (tag: string) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const tag = languageTag();
    const format = made.get(tag) ?? make(tag);
    made.set(tag, format);
    return format;
  };
}
