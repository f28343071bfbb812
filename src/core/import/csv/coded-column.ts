/** A column of texts that stores each distinct text once. */
export interface CodedColumn {
  readonly texts: readonly string[];
  /** For each row, the index of its text in `texts`. */
  readonly codes: Uint32Array;
}

/** Codes the cells of a column. The distinct texts keep the order in which they first occur. */
export function codedColumn(cells: Iterable<string>): CodedColumn {
  const places = new Map<string, number>();
  const codes = Uint32Array.from(cells, (cell) => placeIn(places, cell));
  return { texts: [...places.keys()], codes };
}

/** Returns the index of a text among the distinct ones, appending it if it is new. */
export function placeIn(places: Map<string, number>, text: string): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  places.set(text, places.size);
  return places.size - 1;
}

/** Returns the text of a row, counted from 0. */
export function cellAt({ texts, codes }: CodedColumn, row: number): string {
  return texts[codes[row]!]!;
}

/** Replaces each distinct text and merges those that become equal. Returns the same column if nothing changes. */
export function mapTexts(column: CodedColumn, change: (text: string) => string): CodedColumn {
  const { texts, codes } = column;
  const wanted = texts.map(change);
  if (wanted.every((text, place) => text === texts[place])) return column;
  const changed = codedColumn(wanted);
  return { texts: changed.texts, codes: codes.map((code) => changed.codes[code]!) };
}

/** Expands one number per distinct text into one number per row. */
export function numbersAt(numbers: Float64Array, codes: Uint32Array): Float64Array {
  const ofRows = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) ofRows[row] = numbers[codes[row]!]!;
  return ofRows;
}

/** Counts the rows that hold each text. */
export function textCounts({ texts, codes }: CodedColumn): Uint32Array {
  const counts = new Uint32Array(texts.length);
  for (const code of codes) counts[code]! += 1;
  return counts;
}
