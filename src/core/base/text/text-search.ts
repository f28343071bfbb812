// Searches texts. Each distinct text is folded and searched once, however many rows hold it.

interface FoldedColumn {
  readonly codeOfRow: Uint32Array;
  readonly texts: readonly string[];
}

/** Returns 1 for each row that matches the query and 0 for the others, or null for an empty query. */
export type TextSearch = (wanted: string) => Uint8Array<ArrayBuffer> | null;

/**
 * Returns a search for rows that contain every word of a query, each in any column. Case, width and accents are
 * ignored.
 */
export function textSearch(columns: readonly (readonly string[])[], rowCount: number): TextSearch {
  const folded = columns.map(foldedColumn);
  return (wanted) => {
    const words = foldText(wanted).split(/\s+/u).filter(Boolean);
    if (words.length === 0) return null;
    const found = new Uint8Array(rowCount).fill(1);
    for (const word of words) keepRowsWith(word, folded, found);
    return found;
  };
}

/** Folds case, width and accents: "Crème" and "ＣＲＥＭＥ" both become "creme". */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function foldedColumn(values: readonly string[]): FoldedColumn {
  const codes = new Map<string, number>();
  const codeOfRow = Uint32Array.from(values, (text) => {
    const code = codes.get(text) ?? codes.size;
    codes.set(text, code);
    return code;
  });
  return { codeOfRow, texts: Array.from(codes.keys(), foldText) };
}

function keepRowsWith(word: string, columns: readonly FoldedColumn[], found: Uint8Array): void {
  const hits = columns.map(({ codeOfRow, texts }) => ({
    codeOfRow,
    contains: Uint8Array.from(texts, (text) => Number(text.includes(word))),
  }));
  for (let row = 0; row < found.length; row++) {
    if (!hits.some(({ codeOfRow, contains }) => contains[codeOfRow[row]!])) found[row] = 0;
  }
}
