import { guessDateOrder, readDate, type DateOrder } from '../values/read-date.ts';
import { numbersAt, placeIn } from '../csv/coded-column.ts';
import { TimeZone } from './time-zone.ts';
import { readTimeOfDay, parseMoment } from './parse-moment.ts';

const SECONDS_A_DAY = 86_400;

export interface ClockChoice {
  /** null: guessed from the texts. */
  readonly dateOrder: DateOrder | null;
  /** IANA name of the zone into which times with a written zone are converted. null: as written. */
  readonly timeZone: string | null;
}

/**
 * Converts texts of times to days since 1970 with their fraction, in the shop's time zone and to the second. Returns
 * NaN where there is none. A text without a zone is taken as written.
 */
export function wallClocks(
  texts: readonly string[],
  { dateOrder, timeZone }: ClockChoice,
): Float64Array {
  const { places, dateParts, seconds, offsets } = takenApart(texts);
  const order = dateOrder ?? guessDateOrder(dateParts).order;
  const days = Float64Array.from(dateParts, (part) => readDate(part, order));
  const zone = timeZone === null ? null : new TimeZone(timeZone);
  return numbersAt(days, places).map((day, i) => {
    const written = day * SECONDS_A_DAY + seconds[i]!;
    const epoch = written - offsets[i]! * 60;
    if (zone === null || Number.isNaN(epoch)) return written / SECONDS_A_DAY;
    return (epoch + zone.offsetAt(epoch)) / SECONDS_A_DAY;
  });
}

interface MomentsTakenApart {
  readonly dateParts: readonly string[];
  /** For each text, the index of its date among the date parts. */
  readonly places: Uint32Array;
  readonly seconds: Float64Array;
  /** Minutes ahead of UTC; NaN if no zone is written. */
  readonly offsets: Float64Array;
}

/** Many times share a date, so few distinct dates have to be read. */
function takenApart(texts: readonly string[]): MomentsTakenApart {
  const placeOf = new Map<string, number>();
  const places = new Uint32Array(texts.length);
  const seconds = new Float64Array(texts.length);
  const offsets = new Float64Array(texts.length);
  texts.forEach((text, i) => {
    const moment = parseMoment(text);
    places[i] = placeIn(placeOf, moment.datePart);
    seconds[i] = moment.seconds;
    offsets[i] = moment.offset ?? NaN;
  });
  return { dateParts: [...placeOf.keys()], places, seconds, offsets };
}

/** Reads times without dates as fractions of a day; NaN where there is none. */
export function timesOfDay(texts: readonly string[]): Float64Array {
  return Float64Array.from(texts, (text) => readTimeOfDay(text) / SECONDS_A_DAY);
}
