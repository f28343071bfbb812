// Values of a Parquet file as text, as a warehouse writes them into CSV.

import type { ParquetType, SchemaElement } from 'hyparquet';

/** As it lies in the file, before anything is made of it. */
export type ParquetValue = number | bigint | boolean | Uint8Array;
export type CellText = (value: ParquetValue) => string;

const DAY_MS = 86_400_000;
/** https://tc39.es/ecma262/#sec-time-values-and-time-range */
const MOST_MS = 8.64e15;
const UNITS_A_SECOND = { MILLIS: 1_000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;
type Unit = keyof typeof UNITS_A_SECOND;
/** The days of 1970 in those of Julius Caesar, by which the oldest timestamps count. */
const JULIAN_1970 = 2_440_588n;
const NANOS_A_DAY = 86_400_000_000_000n;

const decoder = new TextDecoder();

/** null for what has no text: raw bytes of one length, shapes on a map, spans of time. */
export function cellTextOf(element: SchemaElement): CellText | null {
  const { converted_type: converted, logical_type: logical } = element;
  if (WITHOUT_TEXT.has(logical?.type ?? converted ?? '')) return null;
  if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') return decimals(element);
  if (logical?.type === 'UUID') return (value) => uuidText(value as Uint8Array);
  return timesOf(element) ?? unsigned(element) ?? PLAIN[element.type!];
}

const WITHOUT_TEXT: ReadonlySet<string> = new Set(['INTERVAL', 'BSON', 'GEOMETRY', 'GEOGRAPHY']);

const PLAIN: Readonly<Record<ParquetType, CellText | null>> = {
  BOOLEAN: String,
  INT32: String,
  INT64: String,
  INT96: (value) => momentText(oldNanos(value as bigint), 'NANOS'),
  FLOAT: (value) => shortestFloat(value as number),
  DOUBLE: (value) => (Number.isNaN(value) ? '' : String(value)),
  BYTE_ARRAY: (value) => decoder.decode(value as Uint8Array),
  FIXED_LEN_BYTE_ARRAY: null,
};

function timesOf({ converted_type: converted, logical_type: logical }: SchemaElement) {
  if (!logical) return TIMES_OF_OLD[converted ?? ''] ?? null;
  if (logical.type === 'TIMESTAMP')
    return moments(logical.unit, logical.isAdjustedToUTC ? utcText : momentText);
  if (logical.type === 'TIME') return moments(logical.unit, clockText);
  return logical.type === 'DATE' ? dayOf : null;
}

const dayOf: CellText = (value) => dayText(Number(value));

/** How files tell that were written before 2018. */
const TIMES_OF_OLD: Readonly<Record<string, CellText>> = {
  DATE: dayOf,
  TIME_MILLIS: moments('MILLIS', clockText),
  TIME_MICROS: moments('MICROS', clockText),
  TIMESTAMP_MILLIS: moments('MILLIS', momentText),
  TIMESTAMP_MICROS: moments('MICROS', momentText),
};

function moments(unit: Unit, write: (time: bigint, unit: Unit) => string): CellText {
  return (value) => write(BigInt(value as number | bigint), unit);
}

function unsigned({ type, converted_type: converted, logical_type: logical }: SchemaElement) {
  const isUnsigned =
    converted?.startsWith('UINT_') === true || (logical?.type === 'INTEGER' && !logical.isSigned);
  if (!isUnsigned) return null;
  return type === 'INT64'
    ? (value: ParquetValue) => String(BigInt.asUintN(64, value as bigint))
    : (value: ParquetValue) => String((value as number) >>> 0);
}

function decimals({ scale: stored, logical_type: logical }: SchemaElement): CellText {
  const scale = stored ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
  return (value) => {
    const whole = value instanceof Uint8Array ? signedWhole(value) : BigInt(value);
    const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
    const sign = whole < 0n ? '-' : '';
    if (scale === 0) return sign + digits;
    return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  };
}

/** The first byte is the highest. */
function signedWhole(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(8 * bytes.length, value);
}

/** Lines of orders share few days, and each takes long to write. */
const dayTexts = new Map<number, string>();
const MOST_DAY_TEXTS = 10_000;

function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const ms = day * DAY_MS;
  const text = Math.abs(ms) <= MOST_MS ? new Date(ms).toISOString().split('T')[0]! : '';
  if (dayTexts.size === MOST_DAY_TEXTS) dayTexts.clear();
  dayTexts.set(day, text);
  return text;
}

function utcText(sinceEpoch: bigint, unit: Unit): string {
  const text = momentText(sinceEpoch, unit);
  return text === '' ? '' : `${text}+00:00`;
}

function momentText(sinceEpoch: bigint, unit: Unit): string {
  const aDay = 86_400n * UNITS_A_SECOND[unit];
  const inDay = ((sinceEpoch % aDay) + aDay) % aDay;
  const day = dayText(Number((sinceEpoch - inDay) / aDay));
  return day === '' ? '' : `${day} ${clockText(inDay, unit)}`;
}

function clockText(sinceMidnight: bigint, unit: Unit): string {
  const perSecond = UNITS_A_SECOND[unit];
  const seconds = Number(sinceMidnight / perSecond);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const rest = sinceMidnight % perSecond;
  if (rest === 0n) return clock;
  const digits = String(rest).padStart(String(perSecond).length - 1, '0');
  return `${clock}.${digits.replace(/0+$/, '')}`;
}

/** Eight bytes of the day's nanoseconds, then four of the day. */
function oldNanos(value: bigint): bigint {
  return ((value >> 64n) - JULIAN_1970) * NANOS_A_DAY + BigInt.asUintN(64, value);
}

/** 0.1 in four bytes is 0.1, not 0.10000000149011612. */
function shortestFloat(value: number): string {
  if (Number.isNaN(value)) return '';
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

function uuidText(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
