// Cells that name a period become its first day: 2024-01, Jan 2024, 2024-W05, 2024年第5周, 2024-05-05 - 2024-05-11.

import { dayFromCalendar, mondayOnOrAfter, type Day } from '#core/base/dates.ts';
import { parseMoment } from '../platform-files/parse-moment.ts';
import { isPlaceholder } from '../values/date-column.ts';
import { guessDateOrder, readDate, type DateOrder } from '../values/read-date.ts';
import { cleanCell } from '../values/read-text.ts';

/** When each cell's period begins. */
export interface Periods {
  /** NaN where the cell names none. */
  readonly days: Float64Array;
  /** Seconds since midnight, by the file's own clock. */
  readonly seconds: Float64Array;
}

const SECONDS_A_DAY = 86_400;
const YEAR = String.raw`((?:19|20)\d{2})`;
const MONTH_AFTER_YEAR = new RegExp(String.raw`^${YEAR}(?:\s?[-/.年]\s?)?(0?[1-9]|1[0-2])月?$`);
/** Without a sign between, a month needs two digits: 20241 is none. */
const SHORT_COMPACT = /^\d{5}$/;
const MONTH_BEFORE_YEAR = new RegExp(String.raw`^(0?[1-9]|1[0-2])[-/.]${YEAR}$`);
const MONTH_IN_WORDS = new RegExp(
  String.raw`^(?:\p{L}+\.?,?[\s\-/]*(?:de )?${YEAR}|\p{L}+\.?[-'’]\d{2}|${YEAR}[\s\-/]+\p{L}+\.?)$`,
  'u',
);
const WEEKS = [
  new RegExp(String.raw`^${YEAR}[-\s]?(?:W|KW|S|week)[-\s]?(\d{1,2})$`, 'i'),
  new RegExp(String.raw`^${YEAR}年?\s?第?\s?(\d{1,2})\s?[周週]$`),
];
const WEEK_BEFORE_YEAR = new RegExp(
  String.raw`^(?:W|KW|CW|week|woche|semaine|semana)[-\s.]*(\d{1,2})[\s,/-]+${YEAR}$`,
  'i',
);
/** Before the last day of a period. */
const UNTIL = /\s+(?:[-–—~]|to|bis|au?|al)\s+|\s*[~至到]\s*/;
/** Google Trends writes an hour as 2024-10-14T03. */
const HOUR = /^(\d{4}-\d{2}-\d{2})T(\d{2})$/;

/**
 * Reads a column of periods. Day and month are told apart over all its cells.
 * @param fallback order of day and month where the cells do not show it; null: day first
 */
export function readPeriods(cells: readonly string[], fallback: DateOrder | null): Periods {
  const texts = cells.map(plain);
  const own = texts.map(monthOrWeek);
  const moments = texts.map((text) => parseMoment(text.replace(HOUR, '$1T$2:00')));
  const dates = moments.map(({ datePart }) => datePart);
  const guess = guessDateOrder([...new Set(dates)]);
  const order = guess.undecided === null ? guess.order : (fallback ?? guess.order);
  const days = Float64Array.from(own, (day, i) =>
    Number.isNaN(day) ? dayIn(dates[i]!, order) : day,
  );
  const seconds = Float64Array.from(own, (day, i) => (Number.isNaN(day) ? moments[i]!.seconds : 0));
  return { days, seconds };
}

/** Returns the moment of each period in days since 1970, with the fraction of the day. */
export function momentsOf({ days, seconds }: Periods): Float64Array {
  return days.map((day, i) => day + seconds[i]! / SECONDS_A_DAY);
}

function plain(cell: string): string {
  const text = cleanCell(cell).normalize('NFKC');
  return text.split(UNTIL, 1)[0]!.trim();
}

function dayIn(text: string, order: DateOrder): Day {
  const day = readDate(text, order);
  return isPlaceholder(day) ? NaN : day;
}

function monthOrWeek(text: string): Day {
  const after = SHORT_COMPACT.test(text) ? null : MONTH_AFTER_YEAR.exec(text);
  if (after) return dayFromCalendar(Number(after[1]), Number(after[2]), 1);
  const before = MONTH_BEFORE_YEAR.exec(text);
  if (before) return dayFromCalendar(Number(before[2]), Number(before[1]), 1);
  const week = WEEKS.map((form) => form.exec(text)).find((match) => match !== null);
  if (week) return mondayOfWeek(Number(week[1]), Number(week[2]));
  const named = WEEK_BEFORE_YEAR.exec(text);
  if (named) return mondayOfWeek(Number(named[2]), Number(named[1]));
  return MONTH_IN_WORDS.test(text) ? readDate(`1 ${text}`, 'day-first') : NaN;
}

/** Returns the Monday of an ISO 8601 week: the first one holds 4 January. */
function mondayOfWeek(year: number, week: number): Day {
  if (week < 1 || week > 53) return NaN;
  return mondayOnOrAfter(dayFromCalendar(year, 1, 4) - 6) + 7 * (week - 1);
}
