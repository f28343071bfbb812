import { codedColumn, type CodedColumn } from './coded-column.ts';
import type { IssueLog } from './issue-log.ts';
import { cleanCell } from './read-text.ts';

/** The rows of a file that have any content, as columns of text. */
export interface TextRows {
  readonly headers: readonly string[];
  /** The columns that were asked for, by header; cells as they stand in the file. */
  readonly columns: ReadonlyMap<string, CodedColumn>;
  /** As a spreadsheet counts: the header is row 1, blank rows count, and a line break inside quotes starts no row. */
  readonly rowNumbers: readonly number[];
  /** Equal where rows are equal in every cell, also in columns that nobody asked for. */
  readonly fingerprints: readonly number[];
}

export interface Heading {
  readonly headers: readonly string[];
  /** 1, unless other lines stand above the header. */
  readonly headerRow: number;
}

/** Takes the records of a file one by one, so that only the columns that are needed are ever in memory. */
export class TextRowCollector {
  readonly #headers: readonly string[];
  readonly #log: IssueLog;
  readonly #columns: { readonly index: number; readonly cells: string[] }[];
  readonly #rowNumbers: number[] = [];
  readonly #fingerprints: number[] = [];
  #row: number;

  constructor({ headers, headerRow }: Heading, wanted: readonly string[], log: IssueLog) {
    this.#headers = headers;
    this.#log = log;
    this.#row = headerRow;
    this.#columns = wanted.map((header) => ({ index: headers.indexOf(header), cells: [] }));
  }

  get rowCount(): number {
    return this.#rowNumbers.length;
  }

  /** Blank rows are counted, because a spreadsheet shows them, and are nothing else. */
  add(record: readonly string[]): void {
    this.#row += 1;
    const cells = record.map(cleanCell);
    if (cells.every((cell) => cell === '')) return;
    this.#checkWidth(cells);
    this.#rowNumbers.push(this.#row);
    this.#fingerprints.push(fingerprint(cells.slice(0, this.#headers.length)));
    for (const { index, cells: column } of this.#columns) column.push(cells[index] ?? '');
  }

  rows(): TextRows {
    return {
      headers: this.#headers,
      columns: new Map(
        this.#columns.map(({ index, cells }) => [this.#headers[index]!, codedColumn(cells)]),
      ),
      rowNumbers: this.#rowNumbers,
      fingerprints: this.#fingerprints,
    };
  }

  #checkWidth(cells: readonly string[]): void {
    const width = this.#headers.length;
    const isLonger = cells.slice(width).some((cell) => cell !== '');
    if (cells.length >= width && !isLonger) return;
    this.#log.add({ kind: 'ragged-row', severity: 'warning' }, this.#row, cells.join(' | '));
  }
}

/**
 * 53 bits of the cells (cyrb53, public domain, github.com/bryc/code): two different rows among a million share one
 * with a chance of 1 in 18,000, and a row costs eight bytes instead of its text.
 */
export function fingerprint(cells: readonly string[]): number {
  const text = cells.join('\u001F');
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (low & 0x1f_ffff) + (high >>> 0);
}
