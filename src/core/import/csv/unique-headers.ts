import { shortText } from '#core/base/text/inert-text.ts';
import { cleanCell } from '../values/read-text.ts';

/** Longest header, in characters. A longer cell is text in the place of a header. */
const LONGEST_HEADER = 200;

export interface UniqueHeaders {
  readonly headers: readonly string[];
  /** Headers that occur more than once in the file. */
  readonly repeated: readonly string[];
}

/** Makes headers unique. A repeated header has " (2)" appended, an empty one is "Column 7". */
export function uniqueHeaders(cells: readonly string[]): UniqueHeaders {
  const taken = new Set<string>();
  const repeated = new Set<string>();
  const numbers = new Map<string, number>();
  const headers = cells.map((cell, index) => {
    const name = shortText(cleanCell(cell), LONGEST_HEADER) || `Column ${index + 1}`;
    if (taken.has(name)) repeated.add(name);
    const number = numbers.get(name) ?? 2;
    const header = firstFree(name, taken, number);
    if (header !== name) numbers.set(name, number + 1);
    taken.add(header);
    return header;
  });
  return { headers, repeated: [...repeated] };
}

/**
 * Returns the name, or the name with the first free number appended.
 * @param from the first number to try; all lower ones are known to be taken
 */
export function firstFree(name: string, taken: ReadonlySet<string>, from = 2): string {
  let candidate = name;
  for (let number = from; taken.has(candidate); number++) candidate = `${name} (${number})`;
  return candidate;
}
