// Encodes a column of launches as a few large buffers, which a database handles far better than one object per row. A
// column that is empty throughout has none. Numbers are encoded as in part-bytes.ts. Texts are a dictionary in UTF-16
// code units (lossless, and JavaScript's own encoding) with a two-byte code per row. A chunk has no more rows than two
// bytes can distinguish.
//   [rowCount u32] [entryCount u32] [length u32 × entryCount] [code u16 × rowCount] [units u16 …]

import type { Column } from './column.ts';
import { codedColumn } from '../csv/coded-column.ts';
import { joinNumbers } from '../csv/text-rows.ts';
import { packNumberPart, unpackNumberPart } from './part-bytes.ts';

export const CHUNK_ROWS = 65_536;
/** Number of arguments that every engine accepts in one call. */
const UNITS_PER_CALL = 8_192;

/** A part of a column, as stored. */
export interface Chunk {
  readonly bytes: ArrayBuffer;
  /** Whether the bytes are plain float64 values, as numbers were stored at first. */
  readonly isPlain: boolean;
}

/** Encodes a column in chunks of at most CHUNK_ROWS rows; returns none for an empty column. */
export function encodeColumn(column: Column): ArrayBuffer[] {
  if (isEmpty(column)) return [];
  const chunks: ArrayBuffer[] = [];
  for (let start = 0; start < column.values.length; start += CHUNK_ROWS) {
    const end = start + CHUNK_ROWS;
    chunks.push(
      encodeChunk(
        column.kind === 'number'
          ? { kind: 'number', values: column.values.subarray(start, end) }
          : { kind: 'text', values: column.values.slice(start, end) },
      ),
    );
  }
  return chunks;
}

/** Encodes at most CHUNK_ROWS rows of a column, empty or not. */
export function encodeChunk(column: Column): ArrayBuffer {
  return column.kind === 'number' ? packNumberPart(column.values) : encodeTexts(column.values);
}

/** Decodes the chunks of a column in order. */
export function decodeColumn(kind: Column['kind'], chunks: readonly Chunk[]): Column {
  if (kind === 'text') return { kind, values: chunks.flatMap(({ bytes }) => decodeTexts(bytes)) };
  const parts = chunks.map(({ bytes, isPlain }) =>
    isPlain ? new Float64Array(bytes) : unpackNumberPart(bytes),
  );
  return { kind, values: joinNumbers(parts) };
}

function isEmpty(column: Column): boolean {
  return column.kind === 'number'
    ? column.values.every(Number.isNaN)
    : column.values.every((text) => text === '');
}

function encodeTexts(texts: readonly string[]): ArrayBuffer {
  const { texts: entries, codes } = codedColumn(texts);
  const unitCount = entries.reduce((count, entry) => count + entry.length, 0);
  const buffer = new ArrayBuffer(8 + 4 * entries.length + 2 * (texts.length + unitCount));
  new Uint32Array(buffer, 0, 2).set([texts.length, entries.length]);
  const { lengths, codeOf, units } = textParts(buffer);
  codeOf.set(codes);
  let offset = 0;
  entries.forEach((entry, code) => {
    lengths[code] = entry.length;
    for (let i = 0; i < entry.length; i++) units[offset++] = entry.charCodeAt(i);
  });
  return buffer;
}

function decodeTexts(buffer: ArrayBuffer): string[] {
  const { lengths, codeOf, units } = textParts(buffer);
  let offset = 0;
  const entries = Array.from(lengths, (length) => {
    offset += length;
    return textOf(units.subarray(offset - length, offset));
  });
  return Array.from(codeOf, (code) => entries[code]!);
}

function textParts(buffer: ArrayBuffer): {
  lengths: Uint32Array;
  codeOf: Uint16Array;
  units: Uint16Array;
} {
  const [rowCount, entryCount] = new Uint32Array(buffer, 0, 2) as unknown as [number, number];
  const codesAt = 8 + 4 * entryCount;
  return {
    lengths: new Uint32Array(buffer, 8, entryCount),
    codeOf: new Uint16Array(buffer, codesAt, rowCount),
    units: new Uint16Array(buffer, codesAt + 2 * rowCount),
  };
}

function textOf(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += UNITS_PER_CALL) {
    text += String.fromCharCode(...units.subarray(i, i + UNITS_PER_CALL));
  }
  return text;
}
