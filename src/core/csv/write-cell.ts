export type WrittenCell = string | number | null;

/**
 * A text that a spreadsheet would run as a formula (OWASP: CSV injection). Some programs drop space before they look, and read
 * full-width signs as signs.
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** One cell of a delimited text (RFC 4180); null is an empty cell. */
export function writeCell(cell: WrittenCell, delimiter: ',' | '\t'): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const inert = FORMULA.test(cell) ? `'${cell}` : cell;
  const needsQuotes = /["\r\n]/.test(inert) || inert.includes(delimiter);
  return needsQuotes ? `"${inert.replaceAll('"', '""')}"` : inert;
}
