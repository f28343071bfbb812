// Writes values of a Parquet file as text, as a data warehouse writes them to CSV.

import type { ParquetType, SchemaElement } from 'hyparquet';
import {
  clockText,
  dayText,
  decimalText,
  momentText,
  numberText,
  shortestFloat,
  utcText,
  type TimeUnit,
} from '../value-text.ts';

/** A value as it lies in the file, before any conversion. */
export type ParquetValue = number | bigint | boolean | Uint8Array;
export type CellText = (value: ParquetValue) => string;

/** Julian day of 1970-01-01; the oldest timestamps count Julian days. */
const JULIAN_1970 = 2_440_588n;
const NANOS_A_DAY = 86_400_000_000_000n;

const decoder = new TextDecoder();

/**
 * Returns how to write values of a column, or null where they have no text: raw bytes of fixed length, geometries,
 * durations.
 */
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
  DOUBLE: (value) => numberText(value as number),
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

/** Times in files written before 2018, which have no logical types. */
const TIMES_OF_OLD: Readonly<Record<string, CellText>> = {
  DATE: dayOf,
  TIME_MILLIS: moments('MILLIS', clockText),
  TIME_MICROS: moments('MICROS', clockText),
  TIMESTAMP_MILLIS: moments('MILLIS', momentText),
  TIMESTAMP_MICROS: moments('MICROS', momentText),
};

function moments(unit: TimeUnit, write: (time: bigint, unit: TimeUnit) => string): CellText {
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
    return decimalText(whole, scale);
  };
}

/** Reads a signed integer; the first byte is the highest. */
function signedWhole(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(8 * bytes.length, value);
}

/** Returns nanoseconds since 1970 from an INT96: eight bytes of the day's nanoseconds, then four of the day. */
function oldNanos(value: bigint): bigint {
  return ((value >> 64n) - JULIAN_1970) * NANOS_A_DAY + BigInt.asUintN(64, value);
}

function uuidText(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
