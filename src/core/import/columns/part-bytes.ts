// Packs a part of a column into one buffer:
//   texts    [rowCount u32] [textCount u32] [length u32 × textCount] [byteCount u32] [UTF-8 …] [codes …]
//   numbers  [rowCount u32] [valueCount u32] [value f64 × valueCount] [codes …]
// If codes would not be shorter, valueCount is 0 and one f64 per row follows.

import type { CodedPart } from '../csv/text-coder.ts';
import { packCodes, unpackCodes } from './code-bytes.ts';

/** Packs a coded part of a text column. */
export function packTextPart({ lengths, bytes, codes }: CodedPart): ArrayBuffer {
  const packed = packCodes(codes);
  const wordCount = 3 + lengths.length;
  const buffer = new ArrayBuffer(4 * wordCount + bytes.length + packed.length);
  const words = new Uint32Array(buffer, 0, wordCount);
  words.set([codes.length, lengths.length]);
  words.set(lengths, 2);
  words[wordCount - 1] = bytes.length;
  new Uint8Array(buffer, 4 * wordCount).set(bytes);
  new Uint8Array(buffer, 4 * wordCount + bytes.length).set(packed);
  return buffer;
}

/** Unpacks a buffer of `packTextPart`. */
export function unpackTextPart(buffer: ArrayBuffer): CodedPart {
  const [rowCount, textCount] = new Uint32Array(buffer, 0, 2) as unknown as [number, number];
  const from = 12 + 4 * textCount;
  const byteCount = new Uint32Array(buffer, from - 4, 1)[0]!;
  return {
    lengths: new Uint32Array(buffer, 8, textCount),
    bytes: new Uint8Array(buffer, from, byteCount),
    codes: unpackCodes(new Uint8Array(buffer, from + byteCount), rowCount),
  };
}

/** Packs numbers, as distinct values with codes if that is shorter. */
export function packNumberPart(values: Float64Array): ArrayBuffer {
  const places = new Map<number, number>();
  const codes = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const known = places.get(values[i]!);
    if (known === undefined && 4 * places.size > values.length) return packPlain(values);
    codes[i] = known ?? places.size;
    if (known === undefined) places.set(values[i]!, places.size);
  }
  const packed = packCodes(codes);
  const buffer = new ArrayBuffer(8 + 8 * places.size + packed.length);
  new Uint32Array(buffer, 0, 2).set([values.length, places.size]);
  new Float64Array(buffer, 8, places.size).set([...places.keys()]);
  new Uint8Array(buffer, 8 + 8 * places.size).set(packed);
  return buffer;
}

function packPlain(values: Float64Array): ArrayBuffer {
  const buffer = new ArrayBuffer(8 + 8 * values.length);
  new Uint32Array(buffer, 0, 1)[0] = values.length;
  new Float64Array(buffer, 8).set(values);
  return buffer;
}

/** Unpacks a buffer of `packNumberPart`. */
export function unpackNumberPart(buffer: ArrayBuffer): Float64Array {
  const [rowCount, valueCount] = new Uint32Array(buffer, 0, 2) as unknown as [number, number];
  if (valueCount === 0) return new Float64Array(buffer, 8, rowCount);
  const values = new Float64Array(buffer, 8, valueCount);
  const codes = unpackCodes(new Uint8Array(buffer, 8 + 8 * valueCount), rowCount);
  return Float64Array.from(codes, (code) => values[code]!);
}
