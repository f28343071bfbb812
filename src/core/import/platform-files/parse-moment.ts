import { cleanCell } from '../values/read-text.ts';
import { offsetOfName } from './time-zone.ts';

/** A text split into the part that `readDate` reads and the time after it. */
export interface WrittenMoment {
  readonly datePart: string;
  /** Seconds since midnight; 0 if no time is written. */
  readonly seconds: number;
  readonly hasTime: boolean;
  /** Minutes ahead of UTC; null if no zone is written. */
  readonly offset: number | null;
}

const SECONDS_A_DAY = 86_400;
/** Most exports use one of these forms, so they take a short cut. */
const PLAIN =
  /^(\d{1,4}[-/]\d{1,2}[-/]\d{1,4})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([-+]\d{2}):?(\d{2}))?$/;
const CLOCK =
  /(?<![-+:.\d])(\d{1,2})(?::(\d{2})|[时時点](?:(\d{1,2})分?)?)(?:[:分]?(\d{1,2})(?:[.,]\d+)?秒?)?/;
const COMPACT_CLOCK = /(?<=\d)T(\d{2})(\d{2})(\d{2})?/i;
const BEHIND_CLOCK =
  /^(?:\s*([ap])\.?\s?m\b\.?)?\s*\(?(?:(?:UTC|GMT)?\s?([-+])(\d{1,2})(?::?(\d{2}))?|([A-Z]{1,5})\b)?/i;
const FIRST_HALF = /\s*(?:上午|凌晨|早上|午前)\s*$/;
const SECOND_HALF = /\s*(?:下午|晚上|午後)\s*$/;
const BETWEEN = /(?:[,\s]+|(?<=\d)T)$/i;
const EPOCH = /^([1-4]\d{9})(?:\d{3})?$/;
const SERIAL = /^(\d{5})(\.\d+)$/;
const MOST_HOURS_OFF = 14;

/**
 * Splits a cell into date, time and zone. It reads clock times, ISO 8601, seconds since 1970 and spreadsheet serial
 * numbers.
 */
export function parseMoment(cell: string): WrittenMoment {
  const plain = PLAIN.exec(cell);
  if (plain) return ofPlain(plain);
  const clean = cleanCell(cell);
  const text = /[^\x20-\x7E]/.test(clean) ? clean.normalize('NFKC') : clean;
  return ofNumber(text) ?? ofClock(text) ?? ofCompactClock(text) ?? dayOnly(text);
}

/** Returns the seconds since midnight of a time without a date; NaN where there is none. */
export function readTimeOfDay(cell: string): number {
  const { hasTime, seconds } = parseMoment(cell);
  return hasTime ? seconds : NaN;
}

function ofPlain([, datePart, hours, minutes, seconds, zoneHours, zoneMinutes]: RegExpExecArray) {
  const offset =
    zoneHours === undefined ? null : offsetOf(zoneHours[0], zoneHours.slice(1), zoneMinutes);
  return timed(datePart!, { hours, minutes, seconds }, offset);
}

/** Reads seconds or milliseconds since 1970, or a spreadsheet's day number with its fraction. */
function ofNumber(text: string): WrittenMoment | null {
  const epoch = EPOCH.exec(text);
  if (epoch)
    return { datePart: text, seconds: Number(epoch[1]) % SECONDS_A_DAY, hasTime: true, offset: 0 };
  const serial = SERIAL.exec(text);
  if (!serial) return null;
  const seconds = Math.min(SECONDS_A_DAY - 1, Math.round(Number(serial[2]) * SECONDS_A_DAY));
  return { datePart: serial[1]!, seconds, hasTime: true, offset: null };
}

function ofClock(text: string): WrittenMoment | null {
  const clock = CLOCK.exec(text);
  if (!clock) return null;
  const before = text.slice(0, clock.index);
  const behind = BEHIND_CLOCK.exec(text.slice(clock.index + clock[0].length)) ?? [];
  const [, half, sign, zoneHours, zoneMinutes, name] = behind;
  const offset =
    zoneHours === undefined ? offsetOfName(name ?? '') : offsetOf(sign, zoneHours, zoneMinutes);
  const halfOfDay = half?.toLowerCase() ?? halfWrittenBefore(before);
  return timed(
    before.replace(halfOfDay === 'p' ? SECOND_HALF : FIRST_HALF, '').replace(BETWEEN, ''),
    {
      hours: String(hoursOfDay(Number(clock[1]), halfOfDay)),
      minutes: clock[2] ?? clock[3],
      seconds: clock[4],
    },
    offset ?? null,
  );
}

function ofCompactClock(text: string): WrittenMoment | null {
  const clock = COMPACT_CLOCK.exec(text);
  if (!clock) return null;
  const [, sign, zoneHours, zoneMinutes, name] =
    BEHIND_CLOCK.exec(text.slice(clock.index + clock[0].length))?.slice(1) ?? [];
  const offset =
    zoneHours === undefined ? offsetOfName(name ?? '') : offsetOf(sign, zoneHours, zoneMinutes);
  const [, hours, minutes, seconds] = clock;
  return timed(text.slice(0, clock.index), { hours, minutes, seconds }, offset ?? null);
}

interface ClockParts {
  readonly hours: string | undefined;
  readonly minutes: string | undefined;
  readonly seconds: string | undefined;
}

/** Ignores an impossible time and keeps the date. */
function timed(datePart: string, parts: ClockParts, offset: number | null): WrittenMoment {
  const hours = Number(parts.hours ?? 0);
  const minutes = Number(parts.minutes ?? 0);
  const seconds = Number(parts.seconds ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 60) return dayOnly(datePart);
  const sinceMidnight = Math.min(SECONDS_A_DAY - 1, hours * 3600 + minutes * 60 + seconds);
  return { datePart, seconds: sinceMidnight, hasTime: true, offset };
}

function dayOnly(datePart: string): WrittenMoment {
  return { datePart, seconds: 0, hasTime: false, offset: null };
}

function halfWrittenBefore(before: string): string | undefined {
  if (FIRST_HALF.test(before)) return 'a';
  return SECOND_HALF.test(before) ? 'p' : undefined;
}

/** 12 AM is midnight and 12 PM noon. Hours above 12 already count from midnight. */
function hoursOfDay(hours: number, half: string | undefined): number {
  if (half === undefined || hours > 12) return hours;
  return (hours % 12) + (half === 'p' ? 12 : 0);
}

function offsetOf(
  sign: string | undefined,
  hours: string,
  minutes: string | undefined,
): number | null {
  if (Number(hours) > MOST_HOURS_OFF) return null;
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}
