/** A column of texts in which each distinct one stands once. */
export interface CodedColumn {
  readonly texts: readonly string[];
  /** Per row, the place of its text. */
  readonly codes: Uint32Array;
}

export function codedColumn(cells: Iterable<string>): CodedColumn {
  const places = new Map<string, number>();
  const codes = Uint32Array.from(cells, (cell) => placeIn(places, cell));
  return { texts: [...places.keys()], codes };
}

/** Where a text stands among the distinct ones: at their end if it is new. */
export function placeIn(places: Map<string, number>, text: string): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  places.set(text, places.size);
  return places.size - 1;
}

export function cellAt({ texts, codes }: CodedColumn, row: number): string {
  return texts[codes[row]!]!;
}

/** The same rows with each text replaced, those that become equal as one. */
export function mapTexts(column: CodedColumn, change: (text: string) => string): CodedColumn {
  const { texts, codes } = column;
  const wanted = texts.map(change);
  if (wanted.every((text, place) => text === texts[place])) return column;
  const changed = codedColumn(wanted);
  return { texts: changed.texts, codes: codes.map((code) => changed.codes[code]!) };
}

/** The number at the place of each code: of each row, where there is one a text. */
export function numbersAt(numbers: Float64Array, codes: Uint32Array): Float64Array {
  const ofRows = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) ofRows[row] = numbers[codes[row]!]!;
  return ofRows;
}

/** How many rows hold each text. */
export function textCounts({ texts, codes }: CodedColumn): Uint32Array {
  const counts = new Uint32Array(texts.length);
  for (const code of codes) counts[code]! += 1;
  return counts;
}
