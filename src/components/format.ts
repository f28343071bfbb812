// Values → text for people, in the language on screen. A missing or unmeasurable value is "–", never NaN.

import { yearOf } from '#core/dates.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';
import { getLocale } from '#messages/runtime';
import { moneyUnit, withUnit } from './money-unit.ts';
import { presentYear } from './shown-for.ts';

export const MISSING = '–';
/** Word joiner on both sides, so that a range never breaks over two lines. */
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
const fewDecimals = number({ maximumFractionDigits: 2 });
const days = date({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDays = date({ day: 'numeric', month: 'short' });
const shortDaysOfYears = date({ day: 'numeric', month: 'short', year: 'numeric' });
const longDays = date({ day: 'numeric', month: 'long' });
const weekdays = date({ weekday: 'long' });
const shortWeekdays = date({ weekday: 'short' });
const months = date({ month: 'short', year: 'numeric' });
const monthNames = date({ month: 'short' });
/** Moments happen in the seller's own time zone; calendar days have none. */
const moments = inEachLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }),
);
const lists = inEachLanguage((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

export function formatCount(value: Maybe): string {
  return written(value, wholeNumbers);
}

/** Two significant figures: more would claim to know what a forecast does not. */
export function formatUnits(value: Maybe): string {
  if (!isNumber(value)) return MISSING;
  return signed(wholeNumbers().format(Number(Math.round(value).toPrecision(2))));
}

/** "290 units", as far as they can be known. */
export function countedUnits(value: Maybe): string {
  const text = formatUnits(value);
  return isNumber(value) ? m.format_units({ count: Math.round(value), text }) : text;
}

/** Three significant figures at most, in the shop's own currency where it is known; no more than two below ten. */
export function formatMoney(value: Maybe): string {
  return isNumber(value) ? withUnit(amountOf(value)) : MISSING;
}

function amountOf(value: Maybe): string {
  if (!isNumber(value)) return MISSING;
  if (Math.abs(value) < 10) return signed(twoFigures().format(value));
  return signed(wholeNumbers().format(Number(value.toPrecision(3))));
}

/** A price as it would stand on a label, in the shop's own currency where it is known. */
export function formatPrice(value: Maybe): string {
  return isNumber(value) ? withUnit(priceOf(value)) : MISSING;
}

function priceOf(value: Maybe): string {
  return written(value, moneyUnit().decimals === 0 ? wholeNumbers : cents);
}

/** Formats of money without its unit, which stands once in a range. */
const AMOUNTS = new Map<Format, Format>([
  [formatMoney, amountOf],
  [formatPrice, priceOf],
]);

/** The same digits, where a unit stands beside them already. */
export function withoutUnit(format: Format): Format {
  return AMOUNTS.get(format) ?? format;
}

/** "4.30": what is no money, or money of another shop. */
export function formatHundredths(value: Maybe): string {
  return written(value, cents);
}

export function formatPercent(fraction: Maybe): string {
  return written(fraction, percents);
}

/** To a tenth of a percent, where shares are compared or add up. */
export function formatFinePercent(fraction: Maybe): string {
  return written(fraction, finePercents);
}

export function formatDecimal(value: Maybe): string {
  return written(value, fewDecimals);
}

/** "× 1.12": how many times as much. */
export function formatFactor(factor: Maybe): string {
  return isNumber(factor) ? `×${NO_BREAK}${written(factor, cents)}` : MISSING;
}

/** As it was entered, however small: "0.00001", "1,000". */
export function formatFigures(value: Maybe): string {
  return written(value, allFigures);
}

/** Two significant figures, however small: "0.00072". */
export function formatRough(value: Maybe): string {
  return written(value, twoFigures);
}

export function formatRange(low: Maybe, high: Maybe, format: Format): string {
  if (!isNumber(low) || !isNumber(high)) return MISSING;
  const [from, to] = [format(low), format(high)];
  if (from === to) return from;
  // A dash beside a minus cannot be read.
  if (low < 0) return m.format_span({ from, to });
  const amount = AMOUNTS.get(format);
  return amount ? withUnit(amount(low) + RANGE_DASH + amount(high)) : `${from}${RANGE_DASH}${to}`;
}

/** "26 Mar–22 Apr"; years that are needed stand once. */
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

/** "910 more" or "120 less": a difference is said in words, with its size. */
export function formatDifference(value: Maybe, format: Format): string {
  if (!isNumber(value)) return MISSING;
  const size = format(Math.abs(value));
  if (size === format(0)) return m.format_about_the_same();
  return value > 0 ? m.format_more({ size }) : m.format_less({ size });
}

export function formatDay(day: Maybe): string {
  return isNumber(day) ? days().format(day * DAY_MS) : MISSING;
}

/** "8 Mar", and of another year than the present one "8 Mar 2027". */
export function formatShortDay(day: Maybe): string {
  if (!isNumber(day)) return MISSING;
  return isOfPresentYear(day)
    ? formatDayOfYear(day)
    : shortDaysOfYears()
        .format(day * DAY_MS)
        .replaceAll(' ', NO_BREAK);
}

/** "8 Mar", whatever the year. */
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

/** "Monday 8 March", "3月8日（周一）", with the year where it is another than the present one. */
export function formatWeekday(day: Maybe): string {
  if (!isNumber(day)) return MISSING;
  const names = getLocale() === 'zh' ? shortWeekdays() : weekdays();
  return m.format_weekday({
    weekday: names.format(day * DAY_MS),
    day: (isOfPresentYear(day) ? longDays() : days()).format(day * DAY_MS),
  });
}

export function formatMonth(day: Maybe): string {
  return isNumber(day) ? months().format(day * DAY_MS) : MISSING;
}

export function formatMonthName(day: Maybe): string {
  return isNumber(day) ? monthNames().format(day * DAY_MS) : MISSING;
}

export function formatMoment(epochMs: Maybe): string {
  return isNumber(epochMs) ? moments().format(epochMs).replace(' at ', ', ') : MISSING;
}

/** "1 min 10 s": seconds are rounded to fives above twenty, so that a countdown does not flicker. */
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

export function formatFileSize(bytes: Maybe): string {
  if (!isNumber(bytes)) return MISSING;
  if (bytes < 1000) return m.format_bytes({ count: wholeNumbers().format(bytes) });
  if (bytes < 1e6) return `${threeFigures().format(bytes / 1e3)} kB`;
  return `${threeFigures().format(bytes / 1e6)} MB`;
}

/** "1 launch", "2,000 launches". */
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

/** "first four weeks", or as many days as outcomes are counted over. */
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

/** "a, b and c"; the Chinese word between them is set apart from Latin letters and numbers. */
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

/** A true minus, and no minus before a zero. */
function signed(text: string): string {
  return /^-0([.,]0*)?%?$/.test(text) ? text.slice(1) : text.replace('-', MINUS);
}

/** Made when first needed, and once a language: Intl formats are slow to make. */
function inEachLanguage<Format>(make: (tag: string) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const tag = languageTag();
    const format = made.get(tag) ?? make(tag);
    made.set(tag, format);
    return format;
  };
}
