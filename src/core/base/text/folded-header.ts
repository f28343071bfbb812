/**
 * Normalises a header: "Verkäufe (EUR)" and "unitsSold_4w" become "verkaufe" and "units sold 4w". Letters and digits
 * remain, in lower case, without accents, with single spaces.
 */
export function foldedHeader(header: string): string {
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]|（[^）]*）/g, ' ').trim() || header;
  const name = bare
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return name || header;
}
