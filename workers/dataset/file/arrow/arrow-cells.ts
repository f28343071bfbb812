// Writes values of an Arrow file as text, in the same form as those of a Parquet file.

import { DateUnit, Precision, Type, type Batch, type DataType } from '@uwdata/flechette';
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

/** Writes the value at a place of a batch as text; the place must hold a value. */
export type TextAt = (batch: Batch<unknown>, place: number) => string;

const UNITS: readonly TimeUnit[] = ['SECONDS', 'MILLIS', 'MICROS', 'NANOS'];
const DAY_MS = 86_400_000n;
const TEXT_TYPES: ReadonlySet<number> = new Set([Type.Utf8, Type.LargeUtf8, Type.Utf8View]);
const VIEW_BYTES = 16;
const DECIMAL_BITS = 64;

/** Returns how to write values of a type, or null where they have no text: lists, maps, raw bytes, durations. */
export function textOfType(type: DataType): TextAt | null {
  if (TEXT_TYPES.has(type.typeId)) return (batch, place) => batch.value(place) as string;
  if (type.typeId === Type.Null) return () => '';
  if (type.typeId === Type.Bool || type.typeId === Type.Int)
    return (batch, place) => String(batch.value(place));
  if (type.typeId === Type.Float)
    return type.precision === Precision.DOUBLE
      ? (batch, place) => numberText(batch.value(place) as number)
      : (batch, place) => shortestFloat(batch.value(place) as number);
  if (type.typeId !== Type.Decimal) return timeOfType(type);
  return (batch, place) => decimalText(BigInt(batch.value(place) as bigint | number), type.scale);
}

function timeOfType(type: DataType): TextAt | null {
  if (type.typeId === Type.Date)
    return type.unit === DateUnit.DAY
      ? (batch, place) => dayText(Number(batch.values[place]))
      : (batch, place) => dayText(Number(rawAt(batch, place) / DAY_MS));
  if (type.typeId === Type.Time)
    return (batch, place) => clockText(rawAt(batch, place), UNITS[type.unit]!);
  if (type.typeId !== Type.Timestamp) return null;
  const write = (type.timezone as string | null | undefined) ? utcText : momentText;
  return (batch, place) => write(rawAt(batch, place), UNITS[type.unit]!);
}

/** Returns the raw value; the package's own conversion loses precision finer than a millisecond. */
function rawAt({ values }: Batch<unknown>, place: number): bigint {
  return BigInt(values[place]!);
}

/** Buffers of a batch. Those that a type does not have are undefined, although the package's types say otherwise. */
interface Buffers extends Pick<Batch<unknown>, 'type'> {
  readonly validity?: Uint8Array;
  readonly values?: ArrayLike<unknown>;
  readonly offsets?: ArrayLike<unknown>;
}

/** Returns whether a batch may hold nulls; a negative count of nulls means that it is not known. */
export function hasNulls({ nullCount, validity }: Batch<unknown>): boolean {
  return nullCount !== 0 && (validity as Uint8Array | undefined) !== undefined;
}

/** Throws where a batch or one of its buffers holds fewer rows than `rowCount`. */
export function requireRows(batch: Batch<unknown>, rowCount: number): void {
  const { type, validity, values, offsets } = batch as Buffers;
  const held = [
    validity && hasNulls(batch) ? 8 * validity.length : rowCount,
    offsets ? offsets.length - 1 : rowCount,
    values && !offsets ? values.length / valuesEach(type) : rowCount,
  ];
  if (batch.length < rowCount || !held.every((count) => count >= rowCount))
    throw new Error(`expected ${rowCount} rows in a batch, got ${Math.min(batch.length, ...held)}`);
}

/** Returns how many entries of `values` one row takes. */
function valuesEach(type: DataType): number {
  if (type.typeId === Type.Bool) return 1 / 8;
  if (type.typeId === Type.Utf8View) return VIEW_BYTES;
  return type.typeId === Type.Decimal ? Math.max(1, type.bitWidth / DECIMAL_BITS) : 1;
}
