import { placeIn, type CodedColumn } from './coded-column.ts';
import type { RowPart } from './row-coder.ts';
import type { CodedPart } from './text-coder.ts';

/** Decodes UTF-8 bytes. */
export type DecodeText = (bytes: Uint8Array) => string;

/** The rows of a file that have any content, as columns of text. */
export interface TextRows {
  readonly headers: readonly string[];
  /** The requested columns by header, with cells as in the file. */
  readonly columns: ReadonlyMap<string, CodedColumn>;
  /**
   * Row numbers as in a spreadsheet: the header is row 1, blank rows count, and a line break inside quotes starts no
   * row.
   */
  readonly rowNumbers: Float64Array;
  /** Equal where rows are equal in every cell, including columns that were not requested. */
  readonly fingerprints: Float64Array;
}

interface PartsRead {
  readonly headers: readonly string[];
  /** Headers of the parts' columns. */
  readonly kept: readonly string[];
  readonly decode: DecodeText;
}

/** Joins the parts of a file into columns of text. */
export function textRowsOf(
  parts: readonly RowPart[],
  { headers, kept, decode }: PartsRead,
): TextRows {
  const columns = kept.map((header, i): [string, CodedColumn] => [
    header,
    joinTextParts(
      parts.map((part) => part.columns[i]!),
      decode,
    ),
  ]);
  return {
    headers,
    columns: new Map(columns),
    rowNumbers: joinNumbers(parts.map((part) => part.rowNumbers)),
    fingerprints: joinNumbers(parts.map((part) => part.fingerprints)),
  };
}

/** Joins the parts of a column in order, with each distinct text once. */
export function joinTextParts(parts: readonly CodedPart[], decode: DecodeText): CodedColumn {
  const places = new Map<string, number>();
  const codes = new Uint32Array(parts.reduce((count, part) => count + part.codes.length, 0));
  let row = 0;
  for (const part of parts) {
    const placeOf = Uint32Array.from(textsOf(part, decode), (text) => placeIn(places, text));
    for (const code of part.codes) codes[row++] = placeOf[code]!;
  }
  return { texts: [...places.keys()], codes };
}

/** Concatenates arrays of numbers. */
export function joinNumbers(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((count, part) => count + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function textsOf({ lengths, bytes }: CodedPart, decode: DecodeText): string[] {
  let at = 0;
  return Array.from(lengths, (length) => {
    at += length;
    return decode(bytes.subarray(at - length, at));
  });
}
