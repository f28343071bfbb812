import { checkedDay, type Day } from '../dates.ts';
import { cleanCell } from './read-text.ts';

/** How 03/04/2024 is meant: the third of April or the fourth of March. */
export type DateOrder = 'day-first' | 'month-first';

export interface DateOrderGuess {
  readonly order: DateOrder;
  /** A date that can be read both ways, where nothing in the column decides. */
  readonly undecided: string | null;
}

const TIME = /(?:T|,?\s+)\d{1,2}:\d{2}.*$/i;
const YEAR_FIRST = /^(\d{4})\s?([-/.年])\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** Spreadsheets count days from 30 December 1899. */
const SERIAL_OF_1970 = 25_569;
/** 1954 to 2064: other five-digit numbers are not taken for dates. */
const SERIAL_RANGE = [20_000, 60_000] as const;
const YEAR_RANGE = [1900, 2100] as const;
/** A shorter column can look sorted by chance. */
const SORTED_ENOUGH = 5;

const MONTHS = [
  /^(?:jan(?:uary|uar|v|vier)?|janner|ene(?:ro)?)$/,
  /^(?:feb(?:ruary|ruar|rero)?|fev(?:r|rier)?)$/,
  /^(?:mar(?:ch|s|zo)?|marz|mrz|maerz)$/,
  /^(?:apr(?:il)?|avr(?:il)?|abr(?:il)?)$/,
  /^(?:may|mai|mayo)$/,
  /^(?:june?|juni|juin|junio)$/,
  /^(?:july?|juli|juil(?:let)?|julio)$/,
  /^(?:aug(?:ust)?|aout|ago(?:sto)?)$/,
  /^(?:sept?(?:ember|embre|iembre)?)$/,
  /^(?:o[ck]t(?:ober|obre|ubre)?)$/,
  /^(?:nov(?:ember|embre|iembre)?)$/,
  /^(?:de[cz](?:ember|embre)?|dic(?:iembre)?)$/,
];
const WEEKDAY_OR_FILLER =
  /^(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|mo|di|mi|do|fr|sa|so|\p{L}+tag|mittwoch|de|del|of|den|der|le|st|nd|rd|th|er)$/u;

/** The calendar date as it is written, whatever the time zone of a time behind it; NaN where there is none. */
export function readDate(cell: string, order: DateOrder): Day {
  const text = withoutTime(cell);
  const first = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (first) return dayOf(Number(first[1]), Number(first.at(-2)), Number(first.at(-1)));
  const last = YEAR_LAST.exec(text);
  if (last) return readYearLast(last, order);
  if (SERIAL.test(text)) return readSerial(text);
  return readWords(text);
}

/** One order for a whole column: what cannot be a month decides, else the order of the rows, else day first. */
export function guessDateOrder(cells: readonly string[]): DateOrderGuess {
  const open: string[] = [];
  const votes = { 'day-first': 0, 'month-first': 0 };
  for (const cell of cells) {
    const vote = orderVote(cell);
    if (vote === 'open') open.push(cell);
    else if (vote) votes[vote] += 1;
  }
  if (votes['day-first'] !== votes['month-first']) {
    const monthFirst = votes['month-first'] > votes['day-first'];
    return { order: monthFirst ? 'month-first' : 'day-first', undecided: null };
  }
  const sorted = sortedOrder(open);
  return { order: sorted ?? 'day-first', undecided: sorted ? null : (open[0] ?? null) };
}

function orderVote(cell: string): DateOrder | 'open' | null {
  const [match, first, separator, second] = YEAR_LAST.exec(withoutTime(cell)) ?? [];
  if (match === undefined || separator === '.' || first === second) return null;
  if (Number(first) > 12) return 'day-first';
  return Number(second) > 12 ? 'month-first' : 'open';
}

/** Exports are often in order of date: the reading that keeps them so is the right one. */
function sortedOrder(cells: readonly string[]): DateOrder | null {
  if (cells.length < SORTED_ENOUGH) return null;
  const dayFirst = isSorted(cells.map((cell) => readDate(cell, 'day-first')));
  const monthFirst = isSorted(cells.map((cell) => readDate(cell, 'month-first')));
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day-first' : 'month-first';
}

function isSorted(days: readonly Day[]): boolean {
  const steps = days.slice(1).map((day, i) => Math.sign(day - days[i]!));
  return !steps.includes(1) || !steps.includes(-1);
}

function readYearLast([, first, separator, second, year]: RegExpExecArray, order: DateOrder): Day {
  const dayFirst = separator === '.' || order === 'day-first';
  const [dayOfMonth, month] = dayFirst ? [first, second] : [second, first];
  return dayOf(fullYear(year!), Number(month), Number(dayOfMonth));
}

function readSerial(text: string): Day {
  const serial = Math.floor(Number(text));
  const [from, to] = SERIAL_RANGE;
  return serial >= from && serial <= to ? serial - SERIAL_OF_1970 : NaN;
}

/** "3 Mar 2024", "March 3rd, 2024", "Sunday, 3. März 2024": one month, a day, a year, and words that say nothing more. */
function readWords(text: string): Day {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const months: number[] = [];
  const numbers: string[] = [];
  for (const [part] of plain.matchAll(/\d+|\p{L}+/gu)) {
    const month = MONTHS.findIndex((name) => name.test(part)) + 1;
    if (month > 0) months.push(month);
    else if (/^\d/.test(part)) numbers.push(part);
    else if (!WEEKDAY_OR_FILLER.test(part)) return NaN;
  }
  if (months.length !== 1 || numbers.length !== 2) return NaN;
  const [first, second] = numbers as [string, string];
  const yearFirst = first.length === 4;
  return dayOf(
    fullYear(yearFirst ? first : second),
    months[0]!,
    Number(yearFirst ? second : first),
  );
}

function withoutTime(cell: string): string {
  const text = cleanCell(cell);
  return (/[^\x20-\x7E]/.test(text) ? text.normalize('NFKC') : text).replace(TIME, '');
}

/** Two digits: 1970 to 2069. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const [from, to] = YEAR_RANGE;
  return year >= from && year <= to ? checkedDay(year, month, dayOfMonth) : NaN;
}
