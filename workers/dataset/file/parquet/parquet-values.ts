// Reads the values of a page of a Parquet file. Runs and codes are read here, because the package writes as many values
// as a damaged length asks for: https://parquet.apache.org/docs/file-format/data-pages/encodings/

import type { Encoding, ParquetType } from 'hyparquet';
import { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { readVarInt } from 'hyparquet/src/thrift.js';
import type { ParquetValue } from './parquet-cells.ts';

export interface ByteReader {
  readonly view: DataView<ArrayBuffer>;
  offset: number;
}

export interface PageValues {
  readonly valueAt: (place: number) => ParquetValue;
  /** Whether the values are indices of the dictionary. */
  readonly areCodes: boolean;
}

interface ValueForm {
  readonly encoding: Encoding;
  readonly type: ParquetType;
  readonly typeLength: number | undefined;
}

const LENGTH_BYTES = 4;
/**
 * Most bits of a number: with the rest of a byte, it fits into 32. A dictionary of so many texts would take all memory.
 */
const MOST_BITS = 24;

/** Returns a reader at the beginning of these bytes. */
export function readerOf({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): ByteReader {
  return { view: new DataView(buffer, byteOffset, byteLength), offset: 0 };
}

/** Reads the values of a page; null where the encoding is not known. */
export function readValues(reader: ByteReader, count: number, form: ValueForm): PageValues | null {
  return READ[form.encoding]?.(reader, count, form) ?? null;
}

type ReadPage = (reader: ByteReader, count: number, form: ValueForm) => PageValues;

const READ: Readonly<Partial<Record<Encoding, ReadPage>>> = {
  PLAIN: (reader, count, form) => ({
    ...{ valueAt: plainValues(reader, count, form), areCodes: false },
  }),
  PLAIN_DICTIONARY: codes,
  RLE_DICTIONARY: codes,
  RLE: (reader, count) => {
    reader.offset += LENGTH_BYTES; // length of the runs
    return valuesIn(Array.from(readRuns(reader, 1, count), (bit) => bit === 1));
  },
  BYTE_STREAM_SPLIT: (reader, count, { type, typeLength }) =>
    valuesIn(byteStreamSplit(reader, count, type, typeLength) as ArrayLike<ParquetValue>),
  DELTA_BINARY_PACKED: (reader, count, { type }) => {
    const numbers = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
    if (count > 0) deltaBinaryUnpack(reader, count, numbers);
    return valuesIn<ParquetValue>(numbers);
  },
  DELTA_LENGTH_BYTE_ARRAY: (reader, count) => texts(reader, count, deltaLengthByteArray),
  DELTA_BYTE_ARRAY: (reader, count) => texts(reader, count, deltaByteArray),
};

function codes(reader: ByteReader, count: number): PageValues {
  const width = count === 0 ? 0 : reader.view.getUint8(reader.offset++);
  return { ...valuesIn(readRuns(reader, width, count)), areCodes: true };
}

function texts(reader: ByteReader, count: number, read: typeof deltaByteArray): PageValues {
  const bytes = new Array<Uint8Array>(count);
  if (count > 0) read(reader, count, bytes);
  return valuesIn(bytes);
}

function valuesIn<T extends ParquetValue>(values: ArrayLike<T>): PageValues {
  return { valueAt: (place) => values[place]!, areCodes: false };
}

/**
 * Returns access to plain values. Of texts only the positions are noted: as objects, a million would take ten times
 * their letters.
 */
export function plainValues(
  reader: ByteReader,
  count: number,
  { type, typeLength }: Omit<ValueForm, 'encoding'>,
): PageValues['valueAt'] {
  const { view } = reader;
  if (type !== 'BYTE_ARRAY') {
    const values = readPlain(reader, type, count, typeLength) as ArrayLike<ParquetValue>;
    return (place) => values[place]!;
  }
  const starts = new Uint32Array(count + 1);
  for (let place = 0; place < count; place++) {
    starts[place] = reader.offset + LENGTH_BYTES;
    reader.offset = starts[place]! + view.getUint32(reader.offset, true);
  }
  if (reader.offset > view.byteLength) throw new Error('expected more letters, got the end');
  starts[count] = reader.offset + LENGTH_BYTES;
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  return (place) => bytes.subarray(starts[place], starts[place + 1]! - LENGTH_BYTES);
}

/**
 * Reads numbers of `width` bits: runs of one number, or groups of eight packed numbers. Ends at `count`, whatever
 * length the last run states.
 */
export function readRuns(reader: ByteReader, width: number, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  if (width > MOST_BITS) throw new Error(`expected numbers of ${MOST_BITS} bits, got ${width}`);
  for (let at = 0; width > 0 && at < count;) {
    const head = readVarInt(reader) >>> 0;
    const end = Math.min(count, at + (head >>> 1) * (head & 1 ? 8 : 1));
    if (end === at) throw new Error('expected a run of numbers, got an empty one');
    if (head & 1) unpackBits(reader, width, numbers.subarray(at, end));
    else numbers.fill(repeated(reader, width), at, end);
    at = end;
  }
  return numbers;
}

function repeated(reader: ByteReader, width: number): number {
  let value = 0;
  for (let shift = 0; shift < width; shift += 8)
    value |= reader.view.getUint8(reader.offset++) << shift;
  return value;
}

/** Unpacks numbers, lowest bits first, and skips the padding of the last eight. */
function unpackBits(reader: ByteReader, width: number, into: Uint32Array): void {
  const { view } = reader;
  const begin = reader.offset;
  const mask = 2 ** width - 1;
  let [bits, held] = [0, 0];
  for (let i = 0; i < into.length; i++) {
    for (; held < width; held += 8) bits |= view.getUint8(reader.offset++) << held;
    into[i] = bits & mask;
    bits >>>= width;
    held -= width;
  }
  reader.offset = begin + Math.ceil(into.length / 8) * width;
}
