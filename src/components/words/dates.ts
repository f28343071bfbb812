// Formats days, moments and durations as text in the language on screen. A missing value becomes "–".

import { dayAt, yearOf, type Day } from '#core/base/dates.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { inEachLanguage } from './in-each-language.ts';
import { formatCount, isNumber, MISSING, NO_BREAK, RANGE_DASH, type Maybe } from './numbers.ts';
import { presentYear } from './shown-for.ts';

const DAY_MS = 86_400_000;

const date = (options: Intl.DateTimeFormatOptions) =>
  inEachLanguage((tag) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }));

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

/** Returns the calendar day of a moment in the seller's time zone. */
export function dayOfMoment(epochMs: number): Day {
  return dayAt(epochMs, new Date(epochMs).getTimezoneOffset());
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

/** Returns "first four weeks" for the usual horizon, else the first days over which outcomes are counted. */
export function horizonWords(days: number = HORIZON_DAYS): string {
  return days === HORIZON_DAYS
    ? m.format_first_weeks()
    : m.format_first_days({ days: formatCount(days) });
}
