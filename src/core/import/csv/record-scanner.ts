// Splits bytes of delimited UTF-8 text into records. Text in other encodings is converted to UTF-8 first, so there is
// one reader. It follows RFC 4180 and, where files do not, what spreadsheets show. It accepts any mixture of line ends,
// quotes inside a cell that does not begin with one, and letters after a closing quote. A quote that is never closed
// counts as an ordinary letter.

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * Only a search through all the following text shows that a quote is never closed. If every line had such a quote,
 * these searches would take too long. So after a few of them, a quote counts as open only until its line ends.
 */
const MOST_SEARCHED = 4;
const ALWAYS_SEARCHED_BYTES = 16 * 1024 * 1024;
/** Longest record. A quote that is still open after it is never closed; a record that is still open is not one. */
export const MOST_RECORD_BYTES: number = 16 * 1024 * 1024;

/** FNV-1a hash, 32 bits. */
const HASH_START = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;

/** Receives the cells of the records. An incomplete record is started again from its first cell. */
export interface RecordSink {
  /** @param hash of the cell's bytes, which are bytes[start, end) until the record has ended */
  cell(place: number, bytes: Uint8Array, start: number, end: number, hash: number): void;
  /** Called when the cells of a record are complete. */
  endRecord(cellCount: number): void;
}

/** Scans bytes for records and passes their cells to a sink. */
export class RecordScanner {
  readonly #delimiter: number;
  readonly #sink: RecordSink;
  /** Content of the record's quoted cells that had to be rewritten. */
  #unquoted = new Uint8Array(1024);
  #unquotedLength = 0;
  /** Number of quotes that are opened and never closed. */
  #unclosedCount = 0;
  #searchedBytes = 0;

  /** @param delimiter one ASCII character */
  constructor(delimiter: string, sink: RecordSink) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#sink = sink;
  }

  get unclosedCount(): number {
    return this.#unclosedCount;
  }

  /**
   * Reads whole records and returns the number of bytes consumed. The rest must be passed again with what follows it.
   */
  scan(bytes: Uint8Array, isLast: boolean): number {
    let at = 0;
    while (at < bytes.length) {
      const within = this.#isHopeless(bytes) ? bytes.subarray(0, endOfLine(bytes, at)) : bytes;
      let next = this.#scanRecord(within, at, isLast, true);
      if (next === NEVER_CLOSED || (next === INCOMPLETE && isTooLong(bytes, at))) {
        this.#searchedBytes += within.length - at;
        next = this.#scanRecord(within, at, isLast, false);
        if (next !== INCOMPLETE) this.#unclosedCount += 1;
      }
      if (next === INCOMPLETE) return at;
      at = next;
    }
    return at;
  }

  /**
   * Returns whether too many bytes were searched in vain. A search fails only in the last bytes of a file, so it is
   * useless to wait for more.
   */
  #isHopeless(bytes: Uint8Array): boolean {
    const most = Math.max(MOST_SEARCHED * bytes.length, ALWAYS_SEARCHED_BYTES);
    return this.#searchedBytes > most;
  }

  /** Scans one record. Returns the position of the next one, or a negative status. */
  #scanRecord(bytes: Uint8Array, from: number, isLast: boolean, withQuotes: boolean): number {
    let at = from;
    this.#unquotedLength = 0;
    for (let place = 0; ; place++) {
      const isQuoted = withQuotes && at < bytes.length && bytes[at] === QUOTE;
      at = isQuoted
        ? this.#quotedCell(place, bytes, at, isLast)
        : this.#plainCell(place, bytes, at, isLast);
      if (at < 0) return at;
      if (at < bytes.length && bytes[at] === this.#delimiter) {
        at += 1;
        continue;
      }
      at = afterLineEnd(bytes, at, isLast);
      if (at >= 0) this.#sink.endRecord(place + 1);
      return at;
    }
  }

  #plainCell(place: number, bytes: Uint8Array, start: number, isLast: boolean): number {
    const delimiter = this.#delimiter;
    const end = bytes.length;
    let hash = HASH_START;
    let at = start;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === delimiter || byte === LINE_FEED || byte === RETURN) break;
      hash = Math.imul(hash ^ byte, HASH_FACTOR);
    }
    if (at === end && !isLast) return INCOMPLETE;
    this.#sink.cell(place, bytes, start, at, hash);
    return at;
  }

  /** Returns where the cell ends: at a delimiter, a line end or the end of the bytes. */
  #quotedCell(place: number, bytes: Uint8Array, from: number, isLast: boolean): number {
    const close = nextQuote(bytes, from + 1);
    if (close < 0) return isLast ? NEVER_CLOSED : INCOMPLETE;
    if (close + 1 === bytes.length && !isLast) return INCOMPLETE;
    if (this.#endsCell(bytes, close + 1)) {
      this.#sink.cell(place, bytes, from + 1, close, hashOf(bytes, from + 1, close));
      return close + 1;
    }
    return this.#untidyCell(place, bytes, from, isLast);
  }

  /** Reads a cell with doubled quotes inside, or with text after its closing quote. */
  #untidyCell(place: number, bytes: Uint8Array, from: number, isLast: boolean): number {
    const begin = this.#unquotedLength;
    let length = begin;
    let at = from + 1;
    const take = (start: number, end: number): void => {
      this.#makeRoom(length + end - start);
      this.#unquoted.set(bytes.subarray(start, end), length);
      length += end - start;
    };
    for (;;) {
      const close = nextQuote(bytes, at);
      if (close < 0) return isLast ? NEVER_CLOSED : INCOMPLETE;
      if (close + 1 === bytes.length && !isLast) return INCOMPLETE;
      if (bytes[close + 1] === QUOTE) {
        take(at, close + 1);
        at = close + 2;
        continue;
      }
      take(at, close);
      at = close + 1;
      break;
    }
    const behind = at;
    while (at < bytes.length && !this.#endsCell(bytes, at)) at += 1;
    if (at === bytes.length && !isLast) return INCOMPLETE;
    if (!isBlank(bytes, behind, at)) take(behind, at);
    this.#unquotedLength = length;
    this.#sink.cell(place, this.#unquoted, begin, length, hashOf(this.#unquoted, begin, length));
    return at;
  }

  #endsCell(bytes: Uint8Array, at: number): boolean {
    const byte = bytes[at];
    return at >= bytes.length || byte === this.#delimiter || byte === LINE_FEED || byte === RETURN;
  }

  #makeRoom(length: number): void {
    if (length <= this.#unquoted.length) return;
    // Earlier cells keep their references to the old buffer.
    const larger = new Uint8Array(2 * length);
    larger.set(this.#unquoted);
    this.#unquoted = larger;
  }
}

const INCOMPLETE = -1;
const NEVER_CLOSED = -2;

function isTooLong(bytes: Uint8Array, from: number): boolean {
  return bytes.length - from > MOST_RECORD_BYTES;
}

function afterLineEnd(bytes: Uint8Array, at: number, isLast: boolean): number {
  if (at >= bytes.length) return at;
  if (bytes[at] !== RETURN) return at + 1;
  // A carriage return at the very end may be half of a line end.
  if (at + 1 === bytes.length && !isLast) return INCOMPLETE;
  return at + (bytes[at + 1] === LINE_FEED ? 2 : 1);
}

/** Returns the hash that the scanner computes for a cell's bytes[start, end). */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_START;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, HASH_FACTOR);
  return hash;
}

function nextQuote(bytes: Uint8Array, from: number): number {
  return bytes.indexOf(QUOTE, from);
}

/** Returns where the next line begins. */
function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== RETURN) at += 1;
  return afterLineEnd(bytes, at, true);
}

/** Spaces between a closing quote and the delimiter are ignored. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== 0x20 && bytes[i] !== 0x09) return false;
  return true;
}
