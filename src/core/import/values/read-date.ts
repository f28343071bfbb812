import { checkedDay, type Day } from '#core/base/dates.ts';
import { cleanCell } from './read-text.ts';

/** Whether 03/04/2024 means 3 April or 4 March. */
export type DateOrder = 'day-first' | 'month-first';

export interface DateOrderGuess {
  readonly order: DateOrder;
  /** A date that can be read both ways, if nothing in the column decides. */
  readonly undecided: string | null;
}

const HALF_OF_DAY = '(?:上午|下午|凌晨|早上|晚上|午前|午後)';
const TIME = new RegExp(
  String.raw`(?:(?<=\d)T|,?\s+|\s*${HALF_OF_DAY}\s*|(?<=[日号號]))\d{1,2}(?::\d{2}|[时時点]).*$`,
  'i',
);
/** ISO 8601 allows a time zone directly after the date, and times without colons. */
const ZONE_OR_COMPACT_TIME = /(?<=^\d{4}-?\d{2}-?\d{2})(?:Z|[-+]\d{2}:?\d{2}|T\d{4,6}.*)$/i;
const CHINESE_WEEKDAY = /\s?\(?(?:星期|周|週|礼拜)?[一二三四五六日天月火水木金土]\)?(?:曜日)?$/;
const YEAR_FIRST =
  /^(\d{4}|\d{2}(?=年))\s?([-/.年])\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号號]?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
/** Seconds or milliseconds since 1970, with ten or thirteen digits. */
const EPOCH = /^([1-4]\d{9})(?:\d{3})?$/;
const SECONDS_A_DAY = 86_400;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** Serial number of 1 January 1970: spreadsheets count days from 30 December 1899. */
const SERIAL_OF_1970 = 25_569;
/** 1954 to 2064. Other five-digit numbers are not dates. */
const SERIAL_RANGE = [20_000, 60_000] as const;
const LAST_EPOCH_YEAR = 2099;
const YEAR_RANGE = [1900, 2100] as const;
/** Least number of dates for an order: a shorter column can be sorted by chance. */
const SORTED_ENOUGH = 5;

/** English, German, Spanish, French, Portuguese and Italian, in lower case without accents. */
const MONTHS = [
  /^(?:jan(?:uary|uar|v|vier|eiro)?|janner|ene(?:ro)?|gen(?:naio)?)$/,
  /^(?:feb(?:ruary|ruar|rero|braio)?|fev(?:r|rier|ereiro)?)$/,
  /^(?:mar(?:ch|s|zo|co)?|marz|mrz|maerz)$/,
  /^(?:apr(?:il|ile)?|avr(?:il)?|abr(?:il)?)$/,
  /^(?:may|mai|mayo|maio|mag(?:gio)?)$/,
  /^(?:june?|juni|juin|junio|junho|giu(?:gno)?)$/,
  /^(?:july?|juli|juil(?:let)?|julio|julho|lug(?:lio)?)$/,
  /^(?:aug(?:ust)?|aout|ago(?:sto)?)$/,
  /^(?:sept?(?:ember|embre|iembre)?|set(?:embro|iembre|tembre)?)$/,
  /^(?:o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|ott(?:obre)?)$/,
  /^(?:nov(?:ember|embre|iembre|embro)?)$/,
  /^(?:de[cz](?:ember|embre|embro)?|dic(?:iembre|embre)?)$/,
];
const WEEKDAYS = [
  String.raw`(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?`,
  String.raw`mo|di|mi|do|fr|sa|so|\p{L}+tag|mittwoch`,
  'lunes|martes|miercoles|jueves|viernes|sabado|domingo',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  'segunda|terca|quarta|quinta|sexta|feira',
  'lunedi|martedi|mercoledi|giovedi|venerdi|domenica',
];
const FILLERS = 'de|del|of|den|der|le|il|st|nd|rd|th|er|o';
const WEEKDAY_OR_FILLER = new RegExp(`^(?:${[...WEEKDAYS, FILLERS].join('|')})$`, 'u');

/** Reads the calendar date as written, ignoring a time and its zone. Returns NaN where there is none. */
export function readDate(cell: string, order: DateOrder): Day {
  const text = withoutTime(cell);
  const first = YEAR_FIRST.exec(withoutWeekday(text)) ?? COMPACT.exec(text);
  if (first) return dayOf(fullYear(first[1]!), Number(first.at(-2)), Number(first.at(-1)));
  const last = YEAR_LAST.exec(text);
  if (last) return readYearLast(last, order);
  if (SERIAL.test(text)) return readSerial(text);
  const epoch = EPOCH.exec(text);
  if (epoch) return readEpoch(epoch);
  return readWords(text);
}

/** Guesses one order for a whole column: numbers above 12 decide, then the order of the rows, then day first. */
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

/** Exports are often sorted by date, so the reading that sorts the dates is the right one. */
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

/** Returns the day in UTC. Ten digits begin in 2001. */
function readEpoch([, seconds]: RegExpExecArray): Day {
  const day = Math.floor(Number(seconds) / SECONDS_A_DAY);
  return day <= dayOf(LAST_EPOCH_YEAR, 12, 31) ? day : NaN;
}

/**
 * Reads "3 Mar 2024", "March 3rd, 2024" and "Sunday, 3. März 2024": one month, a day, a year, and only known filler
 * words.
 */
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
  const plain = /[^\x20-\x7E]/.test(text) ? text.normalize('NFKC') : text;
  return plain.replace(TIME, '').replace(ZONE_OR_COMPACT_TIME, '');
}

/** A weekday and the sign for "day" can be the same character, so the first such sign stays with the date. */
function withoutWeekday(text: string): string {
  return /[日号號]./.test(text) ? text.replace(CHINESE_WEEKDAY, '') : text;
}

/** Two digits mean 1970 to 2069. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const [from, to] = YEAR_RANGE;
  return year >= from && year <= to ? checkedDay(year, month, dayOfMonth) : NaN;
}
