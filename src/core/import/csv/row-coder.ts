// Turns records into columns, part by part, so that at most one part of a file is in memory.

import type { IssueLog } from './issue-log.ts';
import { aroundLost } from './lost-text.ts';
import { hashOf, type RecordSink } from './record-scanner.ts';
import { CODER_ROWS, TEXT_BYTES, TextCoder, type CodedPart } from './text-coder.ts';

export interface Heading {
  readonly headers: readonly string[];
  /** Row number of the header, as in a spreadsheet. */
  readonly headerRow: number;
  /** Number of records up to and including the header. */
  readonly recordsAbove: number;
}

/** A block of rows of a file, without blank ones. */
export interface RowPart {
  /** In the order of the columns that are kept. */
  readonly columns: readonly CodedPart[];
  /** Row numbers as in a spreadsheet: blank rows count, and a line break inside quotes starts no row. */
  readonly rowNumbers: Float64Array;
  /** Equal where rows are equal in every cell, including columns that are not kept. */
  readonly fingerprints: Float64Array;
}

/** Decodes UTF-8 bytes. */
export type DecodeText = (bytes: Uint8Array) => string;

interface RowCoderOptions {
  /** Headers of the columns to keep. */
  readonly kept: readonly string[];
  readonly log: IssueLog;
  readonly decode: DecodeText;
}

const SPACE = 0x20;
/**
 * Longest cell of a spreadsheet, in UTF-16 units:
 * https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
 */
export const LONGEST_CELL = 32_767;
/** Most UTF-8 bytes of one UTF-16 unit. */
const MOST_UNIT_BYTES = 3;
/** A part whose texts take more ends before its rows are full. */
export const MOST_PART_BYTES: number = 64 * 1024 ** 2;
const CELLS_SHOWN = 8;
const ROWS_SHOWN = 5;
/** Most cells, over all columns, for which the log is offered a sample. */
const LOST_SHOWN = 1_000;

/** Codes the kept columns of scanned records into parts, and logs ragged rows, long cells and undecodable text. */
export class RowCoder implements RecordSink {
  readonly #headers: readonly string[];
  readonly #width: number;
  readonly #log: IssueLog;
  readonly #decode: DecodeText;
  /** By column in the file; null for a column that is not kept. */
  readonly #coders: readonly (TextCoder | null)[];
  /** Where this row's cells lie. They are coded when the row is complete and known to have content. */
  readonly #sources: Uint8Array[];
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #hashes: Int32Array;
  #rowNumbers = new Float64Array(CODER_ROWS);
  #fingerprints = new Float64Array(CODER_ROWS);
  #partRows = 0;
  /** Upper estimate of the memory of the part's texts, in bytes. */
  #partBytes = 0;
  #parts: RowPart[] = [];
  #rowCount = 0;
  #recordsAbove: number;
  #row: number;
  #isBlank = true;
  #hasMore = false;
  #widthNotes = 0;
  #lostNotes = 0;
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
    this.#sources = headers.map(() => NOTHING);
    this.#starts = new Int32Array(headers.length);
    this.#ends = new Int32Array(headers.length);
    this.#hashes = new Int32Array(headers.length);
    this.#recordsAbove = recordsAbove;
    this.#row = headerRow;
  }

  /** Number of rows with content so far. */
  get rowCount(): number {
    return this.#rowCount;
  }

  /** Row number of the row being read, as in a spreadsheet. */
  get openRow(): number {
    return Math.max(1, this.#row - this.#recordsAbove + 1);
  }

  cell(place: number, bytes: Uint8Array, start: number, end: number, hash: number): void {
    if (this.#recordsAbove > 0) return;
    if (place === 0) {
      this.#isBlank = true;
      this.#hasMore = false;
      this.#high = this.#low = 0;
    }
    const isEmpty = isBlank(bytes, start, end);
    if (!isEmpty) this.#isBlank = false;
    if (place >= this.#width) {
      if (!isEmpty) this.#hasMore = true;
      return;
    }
    if (end > start) {
      this.#high = Math.imul(this.#high ^ hash, 0x9e3779b1) + place;
      // One hash alone would take two different cells for equal with a chance of one in four thousand million.
      const shape = Math.imul(end - start, 0x85ebca6b) ^ (bytes[start]! << 8) ^ bytes[end - 1]!;
      this.#low = Math.imul(this.#low ^ shape ^ (hash << 7), 0xc2b2ae35) + place;
    }
    this.#sources[place] = bytes;
    this.#starts[place] = start;
    this.#ends[place] = end;
    this.#hashes[place] = hash;
  }

  endRecord(cellCount: number): void {
    if (this.#recordsAbove > 0) {
      this.#recordsAbove -= 1;
      return;
    }
    this.#row += 1;
    if (this.#isBlank) return;
    if (cellCount < this.#width || this.#hasMore) this.#noteWidth(cellCount);
    for (let place = 0; place < this.#width; place++) {
      const coder = this.#coders[place];
      if (!coder) continue;
      if (place >= cellCount || this.#starts[place] === this.#ends[place]) coder.pushEmpty();
      else {
        this.#pushCell(coder, place);
        if (coder.hasLost) this.#noteLost(place);
      }
    }
    this.#rowNumbers[this.#partRows] = this.#row;
    this.#fingerprints[this.#partRows] =
      4_294_967_296 * (this.#low & 0x1f_ffff) + (this.#high >>> 0);
    this.#partRows += 1;
    this.#rowCount += 1;
    if (this.#partRows === CODER_ROWS || this.#holdsMuch()) this.#endPart();
  }

  /** Returns the complete parts and forgets them; with `isLast`, the unfinished one too. */
  takeParts(isLast = false): RowPart[] {
    if (isLast && this.#partRows > 0) this.#endPart();
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #pushCell(coder: TextCoder, place: number): void {
    const bytes = this.#sources[place]!;
    const start = this.#starts[place]!;
    const end = this.#ends[place]!;
    if (end - start <= LONGEST_CELL) {
      this.#partBytes += end - start + TEXT_BYTES;
      coder.push(bytes, start, end, this.#hashes[place]!);
      return;
    }
    const cut = endOfUnits(bytes, start, end);
    this.#partBytes += cut - start + TEXT_BYTES;
    coder.push(bytes, start, cut, hashOf(bytes, start, cut));
    if (cut === end) return;
    const column = this.#headers[place]!;
    this.#log.add({ kind: 'long-cell', severity: 'warning', column }, this.#row);
  }

  /**
   * Most texts repeat, so the sum over the cells is only an upper estimate. The exact size is computed when it exceeds
   * the limit.
   */
  #holdsMuch(): boolean {
    if (this.#partBytes <= MOST_PART_BYTES) return false;
    this.#partBytes = 0;
    for (const coder of this.#coders) this.#partBytes += coder?.heldBytes ?? 0;
    return this.#partBytes > MOST_PART_BYTES;
  }

  #endPart(): void {
    this.#parts.push({
      columns: this.#coders.flatMap((coder) => (coder ? [coder.takePart()] : [])),
      rowNumbers: this.#rowNumbers.slice(0, this.#partRows),
      fingerprints: this.#fingerprints.slice(0, this.#partRows),
    });
    this.#partRows = this.#partBytes = 0;
  }

  #noteLost(place: number): void {
    const isShown = this.#lostNotes++ < LOST_SHOWN;
    const sample = isShown ? aroundLost(this.#beginningOf(place)) : undefined;
    const column = this.#headers[place]!;
    this.#log.add({ kind: 'undecodable-text', severity: 'warning', column }, this.#row, sample);
  }

  #noteWidth(cellCount: number): void {
    const isShown = this.#widthNotes++ < ROWS_SHOWN;
    const sample = isShown ? this.#beginningOfRow(cellCount) : undefined;
    this.#log.add({ kind: 'ragged-row', severity: 'warning' }, this.#row, sample);
  }

  #beginningOfRow(cellCount: number): string {
    const cells = this.#coders.slice(0, CELLS_SHOWN).map((coder, place) => {
      if (!coder) return '…';
      return place < cellCount ? this.#beginningOf(place) : '';
    });
    return cells.join(' | ');
  }

  #beginningOf(place: number): string {
    const start = this.#starts[place]!;
    const end = Math.min(this.#ends[place]!, start + SAMPLE_BYTES);
    return this.#decode(this.#sources[place]!.subarray(start, end));
  }
}

const NOTHING = new Uint8Array();
/** More than a sample shows of a cell. */
const SAMPLE_BYTES = 1024;

/** Returns where to cut a cell that is longer than a spreadsheet allows, without splitting a character. */
function endOfUnits(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  // Bytes that are not UTF-8 must not make a cell longer than text can be.
  const most = Math.min(end, start + MOST_UNIT_BYTES * LONGEST_CELL);
  for (let at = start; at < most; at++) {
    const byte = bytes[at]!;
    // Only the first byte of a character counts. A character of four bytes takes two units.
    units += (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
    if (units > LONGEST_CELL) return at;
  }
  return most;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! > SPACE) return false;
  return true;
}
