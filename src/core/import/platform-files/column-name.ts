const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/** Normalises a header: "Sessions – Total " and "（親）ASIN" become "sessions - total" and "(親)asin". */
export function columnName(header: string): string {
  return header
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Returns whether a column matches a name, both normalised by `columnName`. A star in the name stands for any text. */
export function isNamed(column: string, name: string): boolean {
  if (!name.includes('*')) return column === name;
  const parts = name.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`).test(column);
}
