// Splits delimited text into records with PapaParse: in its fast mode where a piece of text has no quotes. Line ends
// are made even before it, so any mixture of them is accepted, and quotes that it would misread are mended before it.

import Papa from 'papaparse';
import { MOST_RECORD, QuoteMender } from './quote-mender.ts';

/**
 * Units of text that PapaParse gets at once, unless one record is longer. Each cell takes memory of its own, and the
 * garbage of small pieces costs least.
 */
const PIECE = 128 * 1024;

/** Reads records from text that arrives in parts. A record that is cut by a part's end is completed with the next. */
export class RecordReader {
  readonly #parser: Papa.Parser;
  readonly #mender: QuoteMender;
  /** Text that is not yet read. */
  #text = '';
  /** Whether a carriage return at the end of the text may be half of a line end. */
  #endsInReturn = false;
  /** Units at the beginning of the text that hold no whole record. */
  #tried = 0;
  /** Whether the quotes of the file have to be mended. They are then mended before every call of PapaParse. */
  #isMalformed = false;

  /** @param delimiter one character */
  constructor(delimiter: string) {
    this.#parser = new Papa.Parser({ delimiter, newline: '\n' });
    this.#mender = new QuoteMender(delimiter);
  }

  /** Number of records with a quote that is opened and never closed. Such quotes are read as ordinary letters. */
  get unclosedCount(): number {
    return this.#mender.unclosedCount;
  }

  /** Whether the unfinished record is longer than any may be. */
  get isTooLong(): boolean {
    return this.#tried > MOST_RECORD;
  }

  /** Yields the records that end in the text, some at a time. @param isLast whether no text follows */
  *read(text: string, isLast = false): Generator<string[][], void> {
    this.#add(text, isLast);
    // A long record is tried again only when as much has been added; otherwise the time would grow quadratically.
    while (this.#text !== '' && (isLast || this.#text.length >= 2 * this.#tried)) {
      const records = this.#take(isLast);
      if (records.length > 0) yield records;
      else if (this.#tried === this.#text.length) return;
    }
  }

  #add(text: string, isLast: boolean): void {
    const all = this.#endsInReturn ? `\r${text}` : text;
    this.#endsInReturn = !isLast && all.endsWith('\r');
    this.#text += withEvenLineEnds(this.#endsInReturn ? all.slice(0, -1) : all);
    if (isLast && this.#text !== '' && !this.#text.endsWith('\n')) this.#text += '\n';
  }

  /** Takes whole records from the beginning of the text. A record that is longer than a piece is mended first. */
  #take(isLast: boolean): string[][] {
    if (!this.#isMalformed && 2 * this.#tried <= PIECE) {
      // Whole lines only: PapaParse takes a closing quote that is cut from its line end for malformed.
      const piece = this.#text.slice(0, this.#text.lastIndexOf('\n', PIECE - 1) + 1);
      const { records, end, isMalformed } = this.#parse(piece);
      const isUnclosed = isLast && end < piece.length && piece.length === this.#text.length;
      if (!isMalformed && !isUnclosed) return this.#advance(end, PIECE, records);
      this.#isMalformed = isMalformed;
    }
    const { text, end } = this.#mender.mend(this.#text, { most: PIECE, isLast });
    return this.#advance(end, this.#text.length, this.#parse(text).records);
  }

  /** Drops what was read from the text, or remembers how much was tried in vain. */
  #advance(end: number, tried: number, records: string[][]): string[][] {
    this.#tried = end > 0 ? 0 : Math.min(tried, this.#text.length);
    this.#text = this.#text.slice(end);
    return records;
  }

  #parse(text: string): Parsed {
    const parsed = this.#parser.parse(text, 0, true) as Papa.ParseResult<string[]>;
    const { data: records, errors, meta } = parsed;
    if (text.includes('\r')) dropReturns(records);
    return { records, end: meta.cursor, isMalformed: errors.length > 0 };
  }
}

interface Parsed {
  readonly records: string[][];
  /** Where the first record begins that is not whole. */
  readonly end: number;
  readonly isMalformed: boolean;
}

/** Ends every line in a line feed, with or without a carriage return before it. */
function withEvenLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** Drops the carriage return before each line feed that ended a record. Those inside quotes stay. */
function dropReturns(records: string[][]): void {
  for (const record of records) {
    const last = record.length - 1;
    if (record[last]!.endsWith('\r')) record[last] = record[last]!.slice(0, -1);
  }
}
