// Turns records into columns, part by part, so that at most one part of a file is in memory.

import type { IssueLog } from './issue-log.ts';
import { aroundLost } from './lost-text.ts';
import {
  CODER_ROWS,
  hashOf,
  shapeOf,
  TEXT_BYTES,
  TextCoder,
  type CodedPart,
  type EncodeText,
} from './text-coder.ts';

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

interface RowCoderOptions {
  /** Headers of the columns to keep. */
  readonly kept: readonly string[];
  readonly log: IssueLog;
  readonly encode: EncodeText;
}

const SPACE = 0x20;
/**
 * Longest cell of a spreadsheet, in UTF-16 units:
 * https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
 */
export const LONGEST_CELL = 32_767;
/**
 * A part ends before its rows are full if they hold more. Texts that look like their own may be cut from what was read,
 * which stays in memory with them, so all cells count.
 */
export const MOST_PART_BYTES: number = 64 * 1024 ** 2;
const CELLS_SHOWN = 8;
const ROWS_SHOWN = 5;
/** Most cells, over all columns, for which the log is offered a sample. */
const LOST_SHOWN = 1_000;

/** Codes the kept columns of records into parts, and logs ragged rows, long cells and undecodable text. */
export class RowCoder {
  readonly #headers: readonly string[];
  readonly #log: IssueLog;
  /** By column in the file; null for a column that is not kept. */
  readonly #coders: readonly (TextCoder | null)[];
  #rowNumbers = new Float64Array(CODER_ROWS);
  #fingerprints = new Float64Array(CODER_ROWS);
  #partRows = 0;
  /** Memory that the rows of the part may take, in bytes. */
  #partBytes = 0;
  #parts: RowPart[] = [];
  #rowCount = 0;
  #recordsAbove: number;
  #row: number;
  #widthNotes = 0;
  #lostNotes = 0;

  constructor(
    { headers, headerRow, recordsAbove }: Heading,
    { kept, log, encode }: RowCoderOptions,
  ) {
    this.#headers = headers;
    this.#log = log;
    this.#coders = headers.map((header) => (kept.includes(header) ? new TextCoder(encode) : null));
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

  /** Adds a record with its cells as in the file. */
  add(cells: readonly string[]): void {
    for (const cell of cells) this.#partBytes += cell.length + 1;
    if (this.#recordsAbove > 0) {
      this.#recordsAbove -= 1;
      return;
    }
    this.#row += 1;
    if (cells.every(isBlank)) return;
    if (this.#isRagged(cells)) this.#noteWidth(cells);
    this.#rowNumbers[this.#partRows] = this.#row;
    this.#fingerprints[this.#partRows] = this.#codeCells(cells);
    this.#partRows += 1;
    this.#rowCount += 1;
    if (this.#partRows === CODER_ROWS || this.#partBytes > MOST_PART_BYTES) this.#endPart();
  }

  /** Returns the complete parts and forgets them; with `isLast`, the unfinished one too. */
  takeParts(isLast = false): RowPart[] {
    if (isLast && this.#partRows > 0) this.#endPart();
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #isRagged(cells: readonly string[]): boolean {
    const width = this.#headers.length;
    return cells.length < width || (cells.length > width && !cells.slice(width).every(isBlank));
  }

  /** Codes the cells of a row and returns its fingerprint. */
  #codeCells(cells: readonly string[]): number {
    let high = 0;
    let low = 0;
    for (let place = 0; place < this.#coders.length; place++) {
      const coder = this.#coders[place];
      const cell = cells[place] ?? '';
      if (coder) this.#pushCell(coder, cell, place);
      if (cell === '') continue;
      const isCoded = coder && cell.length <= LONGEST_CELL;
      const hash = isCoded ? coder.hash : hashOf(cell);
      const shape = isCoded ? coder.shape : shapeOf(cell);
      high = Math.imul(high ^ hash, 0x9e3779b1) + place;
      // One hash alone would take two different cells for equal with a chance of one in four thousand million.
      low = Math.imul(low ^ shape ^ (hash << 7), 0xc2b2ae35) + place;
    }
    return 4_294_967_296 * (low & 0x1f_ffff) + (high >>> 0);
  }

  #pushCell(coder: TextCoder, cell: string, place: number): void {
    const text = cell.length > LONGEST_CELL ? cutToUnits(cell) : cell;
    if (coder.push(text)) this.#partBytes += TEXT_BYTES;
    if (coder.hasLost) this.#noteLost(cell, place);
    if (text.length === cell.length) return;
    const column = this.#headers[place]!;
    this.#log.add({ kind: 'long-cell', severity: 'warning', column }, this.#row);
  }

  #endPart(): void {
    this.#parts.push({
      columns: this.#coders.flatMap((coder) => (coder ? [coder.takePart()] : [])),
      rowNumbers: this.#rowNumbers.slice(0, this.#partRows),
      fingerprints: this.#fingerprints.slice(0, this.#partRows),
    });
    this.#partRows = this.#partBytes = 0;
  }

  #noteLost(cell: string, place: number): void {
    const isShown = this.#lostNotes++ < LOST_SHOWN;
    const sample = isShown ? aroundLost(cell.slice(0, SAMPLE_UNITS)) : undefined;
    const column = this.#headers[place]!;
    this.#log.add({ kind: 'undecodable-text', severity: 'warning', column }, this.#row, sample);
  }

  #noteWidth(cells: readonly string[]): void {
    const isShown = this.#widthNotes++ < ROWS_SHOWN;
    const sample = isShown ? this.#beginningOfRow(cells) : undefined;
    this.#log.add({ kind: 'ragged-row', severity: 'warning' }, this.#row, sample);
  }

  #beginningOfRow(cells: readonly string[]): string {
    const shown = this.#coders
      .slice(0, CELLS_SHOWN)
      .map((coder, place) => (coder ? (cells[place] ?? '').slice(0, SAMPLE_UNITS) : '…'));
    return shown.join(' | ');
  }
}

/** More than a sample shows of a cell. */
const SAMPLE_UNITS = 1024;

/** Cuts a cell that is longer than a spreadsheet allows, without splitting a character. */
function cutToUnits(cell: string): string {
  return cell.slice(0, LONGEST_CELL).replace(/[\uD800-\uDBFF]$/, '');
}

function isBlank(cell: string): boolean {
  for (let i = 0; i < cell.length; i++) if (cell.charCodeAt(i) > SPACE) return false;
  return true;
}
