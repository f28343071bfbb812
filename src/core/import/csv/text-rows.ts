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
export function textRowsOf(parts: readonly RowPart[], read: PartsRead): TextRows {
  const joiner = new RowJoiner(read);
  for (const part of parts) joiner.add(part);
  return joiner.rows();
}

/** Joins the parts of a file as they come. Of each part it holds its new texts and its codes, not its bytes. */
export class RowJoiner {
  readonly #read: PartsRead;
  readonly #columns: readonly TextJoiner[];
  readonly #rowNumbers: Float64Array[] = [];
  readonly #fingerprints: Float64Array[] = [];

  constructor(read: PartsRead) {
    this.#read = read;
    this.#columns = read.kept.map(() => new TextJoiner(read.decode));
  }

  add({ columns, rowNumbers, fingerprints }: RowPart): void {
    for (const [i, column] of this.#columns.entries()) column.add(columns[i]!);
    this.#rowNumbers.push(rowNumbers);
    this.#fingerprints.push(fingerprints);
  }

  rows(): TextRows {
    const { headers, kept } = this.#read;
    return {
      headers,
      columns: new Map(kept.map((header, i) => [header, this.#columns[i]!.column()])),
      rowNumbers: joinNumbers(this.#rowNumbers),
      fingerprints: joinNumbers(this.#fingerprints),
    };
  }
}

class TextJoiner {
  readonly #decode: DecodeText;
  readonly #places = new Map<string, number>();
  readonly #codes: Uint32Array[] = [];

  constructor(decode: DecodeText) {
    this.#decode = decode;
  }

  add(part: CodedPart): void {
    const texts = textsOf(part, this.#decode);
    const placeOf = Uint32Array.from(texts, (text) => placeIn(this.#places, text));
    this.#codes.push(Uint32Array.from(part.codes, (code) => placeOf[code]!));
  }

  column(): CodedColumn {
    const codes = new Uint32Array(this.#codes.reduce((count, each) => count + each.length, 0));
    let at = 0;
    for (const each of this.#codes) {
      codes.set(each, at);
      at += each.length;
    }
    return { texts: [...this.#places.keys()], codes };
  }
}

/** Joins the parts of a column in order, with each distinct text once. */
export function joinTextParts(parts: readonly CodedPart[], decode: DecodeText): CodedColumn {
  const joiner = new TextJoiner(decode);
  for (const part of parts) joiner.add(part);
  return joiner.column();
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
