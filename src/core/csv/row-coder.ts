// Records → columns, part by part, so that no more than a part of a file is ever in memory.

import type { IssueLog } from './issue-log.ts';
import { hashOf, type RecordSink } from './record-scanner.ts';
import { CODER_ROWS, TextCoder, type CodedPart } from './text-coder.ts';

export interface Heading {
  readonly headers: readonly string[];
  /** As a spreadsheet counts. */
  readonly headerRow: number;
  /** Records up to and with the header. */
  readonly recordsAbove: number;
}

/** Some rows of a file that have any content. */
export interface RowPart {
  /** In the order of the columns that are kept. */
  readonly columns: readonly CodedPart[];
  /** As a spreadsheet counts: blank rows count, and a line break inside quotes starts no row. */
  readonly rowNumbers: Float64Array;
  /** Equal where rows are equal in every cell, also in columns that are not kept. */
  readonly fingerprints: Float64Array;
}

/** UTF-8 → text. */
export type DecodeText = (bytes: Uint8Array) => string;

interface RowCoderOptions {
  /** Headers of the columns to keep. */
  readonly kept: readonly string[];
  readonly log: IssueLog;
  readonly decode: DecodeText;
}

const SPACE = 0x20;
/** Spreadsheets hold no more in a cell: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST_CELL_BYTES = 32_767;
const CELLS_SHOWN = 8;
const ROWS_SHOWN = 5;

export class RowCoder implements RecordSink {
  readonly #headers: readonly string[];
  readonly #width: number;
  readonly #log: IssueLog;
  readonly #decode: DecodeText;
  /** Per place in the file; null for a column that is not kept. */
  readonly #coders: readonly (TextCoder | null)[];
  readonly #codes: Int32Array;
  #rowNumbers = new Float64Array(CODER_ROWS);
  #fingerprints = new Float64Array(CODER_ROWS);
  #partRows = 0;
  #parts: RowPart[] = [];
  #rowCount = 0;
  #recordsAbove: number;
  #row: number;
  #isBlank = true;
  #hasMore = false;
  #widthNotes = 0;
  /** Places of this row's cells that were cut off. */
  readonly #longCells = new Set<number>();
  #high = 0;
  #low = 0;

  constructor(
    { headers, headerRow, recordsAbove }: Heading,
    { kept, log, decode }: RowCoderOptions,
  ) {
    this.#headers = headers;
    this.#width = headers.length;
    this.#log = log;
    this.#decode = decode;
    this.#coders = headers.map((header) => (kept.includes(header) ? new TextCoder() : null));
    this.#codes = new Int32Array(headers.length);
    this.#recordsAbove = recordsAbove;
    this.#row = headerRow;
  }

  /** Rows with content so far. */
  get rowCount(): number {
    return this.#rowCount;
  }

  cell(place: number, bytes: Uint8Array, start: number, end: number, hash: number): void {
    if (this.#recordsAbove > 0) return;
    if (place === 0) {
      this.#isBlank = true;
      this.#hasMore = false;
      this.#high = this.#low = 0;
      if (this.#longCells.size > 0) this.#longCells.clear();
    }
    const isEmpty = isBlank(bytes, start, end);
    if (!isEmpty) this.#isBlank = false;
    if (place >= this.#width) {
      if (!isEmpty) this.#hasMore = true;
      return;
    }
    if (end > start) {
      this.#high = Math.imul(this.#high ^ hash, 0x9e3779b1) + place;
      // One hash alone would take two cells for one among four thousand million.
      const shape = Math.imul(end - start, 0x85ebca6b) ^ (bytes[start]! << 8) ^ bytes[end - 1]!;
      this.#low = Math.imul(this.#low ^ shape ^ (hash << 7), 0xc2b2ae35) + place;
    }
    const coder = this.#coders[place];
    if (!coder) return;
    if (end - start <= LONGEST_CELL_BYTES) this.#codes[place] = coder.code(bytes, start, end, hash);
    else this.#codes[place] = this.#codeBeginning(place, bytes, start);
  }

  /** Of a cell that is longer than any can be. */
  #codeBeginning(place: number, bytes: Uint8Array, start: number): number {
    const end = endOfCharacter(bytes, start + LONGEST_CELL_BYTES);
    this.#longCells.add(place);
    return this.#coders[place]!.code(bytes, start, end, hashOf(bytes, start, end));
  }

  endRecord(cellCount: number): void {
    if (this.#recordsAbove > 0) {
      this.#recordsAbove -= 1;
      return;
    }
    this.#row += 1;
    if (this.#longCells.size > 0) this.#noteLongCells();
    if (this.#isBlank) return;
    for (let place = cellCount; place < this.#width; place++) {
      const coder = this.#coders[place];
      if (coder) this.#codes[place] = coder.emptyCode();
    }
    if (cellCount < this.#width || this.#hasMore) this.#noteWidth();
    for (let place = 0; place < this.#width; place++)
      this.#coders[place]?.push(this.#codes[place]!);
    this.#rowNumbers[this.#partRows] = this.#row;
    this.#fingerprints[this.#partRows] =
      4_294_967_296 * (this.#low & 0x1f_ffff) + (this.#high >>> 0);
    this.#partRows += 1;
    this.#rowCount += 1;
    if (this.#partRows === CODER_ROWS) this.#endPart();
  }

  /** The parts that are complete; with `isLast` all that is left. */
  takeParts(isLast = false): RowPart[] {
    if (isLast && this.#partRows > 0) this.#endPart();
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #endPart(): void {
    this.#parts.push({
      columns: this.#coders.flatMap((coder) => (coder ? [coder.takePart()] : [])),
      rowNumbers: this.#rowNumbers.slice(0, this.#partRows),
      fingerprints: this.#fingerprints.slice(0, this.#partRows),
    });
    this.#partRows = 0;
  }

  #noteLongCells(): void {
    for (const place of this.#longCells) {
      const column = this.#headers[place]!;
      this.#log.add({ kind: 'long-cell', severity: 'warning', column }, this.#row);
    }
    this.#longCells.clear();
  }

  #noteWidth(): void {
    const isShown = this.#widthNotes++ < ROWS_SHOWN;
    const sample = isShown ? this.#beginningOfRow() : undefined;
    this.#log.add({ kind: 'ragged-row', severity: 'warning' }, this.#row, sample);
  }

  #beginningOfRow(): string {
    const cells = this.#coders
      .slice(0, CELLS_SHOWN)
      .map((coder, place) => (coder ? this.#decode(coder.textOf(this.#codes[place]!)) : '…'));
    return cells.join(' | ');
  }
}

/** At most `end`, where no character of UTF-8 is torn apart. */
function endOfCharacter(bytes: Uint8Array, end: number): number {
  let at = end;
  while ((bytes[at]! & 0xc0) === 0x80) at -= 1;
  return at;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! > SPACE) return false;
  return true;
}
