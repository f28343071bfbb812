import { cleanCell } from './read-text.ts';

export interface UniqueHeaders {
  readonly headers: readonly string[];
  /** Headers that stood more than once in the file. */
  readonly repeated: readonly string[];
}

/** A repeated header has " (2)" appended, an empty one is "Column 7". */
export function uniqueHeaders(cells: readonly string[]): UniqueHeaders {
  const taken = new Set<string>();
  const repeated = new Set<string>();
  const headers = cells.map((cell, index) => {
    const name = cleanCell(cell) || `Column ${index + 1}`;
    if (taken.has(name)) repeated.add(name);
    const header = firstFree(name, taken);
    taken.add(header);
    return header;
  });
  return { headers, repeated: [...repeated] };
}

export function firstFree(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) candidate = `${name} (${number})`;
  return candidate;
}
