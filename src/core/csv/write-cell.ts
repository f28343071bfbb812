export type WrittenCell = string | number | null;

/** One cell of a delimited text (RFC 4180); null is an empty cell. */
export function writeCell(cell: WrittenCell, delimiter: ',' | '\t'): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A text that a spreadsheet would run as a formula is made plain text (OWASP: CSV injection).
  const inert = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  const needsQuotes = /["\r\n]/.test(inert) || inert.includes(delimiter);
  return needsQuotes ? `"${inert.replaceAll('"', '""')}"` : inert;
}
