const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/** "Sessions – Total ", "（親）ASIN" → "sessions - total", "(親)asin": what is left of a header when its dress is off. */
export function columnName(header: string): string {
  return header
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether a column has a name, which may hold stars: both as `columnName` gives them. */
export function isNamed(column: string, name: string): boolean {
  if (!name.includes('*')) return column === name;
  const parts = name.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`).test(column);
}
