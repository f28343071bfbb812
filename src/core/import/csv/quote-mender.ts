// Writes malformed quotes as well-formed ones. PapaParse takes everything up to the next quote that can close a cell
// into one with letters behind its closing quote, and all that follows into one whose quote is never closed.
// Spreadsheets add such letters to the cell, and rows are not lost if a quote that is never closed is a letter.

import { LONGEST_CELL } from './row-coder.ts';

/**
 * Only a search through all the following text shows that a quote is never closed. If every line had such a quote,
 * these searches would take too long. So after a few of them, a quote counts as open only until its line ends.
 */
const MOST_SEARCHED = 4;
const ALWAYS_SEARCHED = 16 * 1024 ** 2;
/**
 * Longest record, in UTF-16 units. A quote that is still open after it is never closed; a record that is still open is
 * not one.
 */
export const MOST_RECORD: number = 16 * 1024 ** 2;

interface MendOptions {
  /** No record is mended that begins behind so many units. */
  readonly most: number;
  /** Whether no text follows. */
  readonly isLast: boolean;
}

interface Mended {
  /** Whole records, with well-formed quotes. */
  readonly text: string;
  /** Where the first record begins that is not among them. */
  readonly end: number;
}

interface Reach {
  /** Where the record begins. */
  readonly at: number;
  /** Where it ends at the latest. */
  readonly within: number;
}

/** Mends the quotes of one file. Every line ends in a line feed, also the last one. */
export class QuoteMender {
  readonly #delimiter: string;
  readonly #cellEnd: RegExp;
  #unclosedCount = 0;
  #searched = 0;

  /** @param delimiter one character */
  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#cellEnd = new RegExp(`[\\${delimiter}\\n]`, 'g');
  }

  /** Number of records with a quote that is never closed. */
  get unclosedCount(): number {
    return this.#unclosedCount;
  }

  /** Mends the whole records at the beginning of a text. */
  mend(text: string, { most, isLast }: MendOptions): Mended {
    const mended: string[] = [];
    let at = 0;
    while (at < text.length && at < most) {
      const lineEnd = text.indexOf('\n', at);
      const within = this.#isHopeless(text) && lineEnd >= 0 ? lineEnd + 1 : text.length;
      const end = this.#mendRecord(text, { at, within }, mended);
      if (end >= 0) {
        at = end;
        continue;
      }
      if (!isLast && text.length - at <= MOST_RECORD) break;
      this.#searched += within - at;
      if (lineEnd < 0) break;
      this.#unclosedCount += 1;
      mended.push(this.#asLetters(text.slice(at, lineEnd)), '\n');
      at = lineEnd + 1;
    }
    return { text: mended.join(''), end: at };
  }

  /**
   * Returns whether too many units were searched in vain. A search fails only in the last units of a file, so it is
   * useless to wait for more.
   */
  #isHopeless(text: string): boolean {
    return this.#searched > Math.max(MOST_SEARCHED * text.length, ALWAYS_SEARCHED);
  }

  /** Adds one record to the mended text and returns where it ends, or -1 where it does not end. */
  #mendRecord(text: string, { at, within }: Reach, mended: string[]): number {
    const pieces: string[] = [];
    let copied = at;
    for (let cell = at; ;) {
      const close = text[cell] === '"' ? closingQuote(text, cell + 1) : cell - 1;
      if (close >= within) return -1;
      const end = this.#endOfCell(text, close + 1);
      if (end >= within) return -1;
      if (close > cell && /\S/.test(text.slice(close + 1, end))) {
        pieces.push(text.slice(copied, close), doubled(text.slice(close + 1, end)), '"');
        copied = end;
      }
      cell = end + 1;
      if (text[end] !== '\n') continue;
      mended.push(pieces.join('') + text.slice(copied, cell));
      return cell;
    }
  }

  /** Returns where the next delimiter or line end is, or the length of the text. */
  #endOfCell(text: string, from: number): number {
    this.#cellEnd.lastIndex = from;
    return this.#cellEnd.test(text) ? this.#cellEnd.lastIndex - 1 : text.length;
  }

  /** Quotes each cell of a line that begins with a quote, so that all its quotes are letters. */
  #asLetters(line: string): string {
    const cells = line.split(this.#delimiter);
    return cells
      .map((cell) => (cell.startsWith('"') ? `"${doubled(cell)}"` : cell))
      .join(this.#delimiter);
  }
}

/** Returns where the first quote is that is not doubled, or Infinity. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? Infinity : at;
}

/** Doubles quotes. Leaves out what no cell can keep, because replacing millions of quotes takes much memory. */
function doubled(letters: string): string {
  return letters.slice(0, LONGEST_CELL + 1).replaceAll('"', '""');
}
