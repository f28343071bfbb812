/** "Verkäufe (EUR)", "unitsSold_4w" → "verkaufe", "units sold 4w": letters and digits, single spaces, no accents. */
export function headerName(header: string): string {
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
