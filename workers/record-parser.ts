import Papa from 'papaparse';

/** Excel's own way of naming the delimiter; it shows no row for it. */
const DELIMITER_LINE = /^sep=[,;\t|]\n/i;

/** Text of a CSV, in parts → its records. What a part leaves unfinished waits for the next one. */
export class RecordParser {
  readonly #parser: Papa.Parser;
  #rest = '';
  #isFirst = true;

  constructor(delimiter: string) {
    this.#parser = new Papa.Parser({ delimiter, newline: '\n' });
  }

  parse(part: string, isLast: boolean): string[][] {
    const text = withLineFeeds(this.#rest + part, isLast);
    const start = this.#isFirst ? (DELIMITER_LINE.exec(text)?.[0].length ?? 0) : 0;
    const { data, meta } = this.#parser.parse(text.slice(start), 0, !isLast) as Papa.ParseResult<
      string[]
    >;
    this.#isFirst = false;
    this.#rest = text.slice(start + meta.cursor);
    return data;
  }
}

/** One kind of line end, since files mix them. A carriage return at the very end may be half of one. */
function withLineFeeds(text: string, isLast: boolean): string {
  if (!text.includes('\r')) return text;
  const end = !isLast && text.endsWith('\r') ? '\r' : '';
  return text.slice(0, text.length - end.length).replace(/\r\n?/g, '\n') + end;
}

export function delimiterLine(text: string): string | null {
  return DELIMITER_LINE.exec(text.replace(/\r\n?/g, '\n'))?.[0][4] ?? null;
}
