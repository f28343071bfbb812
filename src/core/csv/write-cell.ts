export type WrittenCell = string | number | null;

/**
 * A text that a spreadsheet would run as a formula (OWASP: CSV injection). Some programs drop space before they look, and read
 * full-width signs as signs.
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/**
 * The same behind what another country's spreadsheet takes for the end of a cell, whatever quotes stand around it: a semicolon, and what breaks
 * a line.
 */
const FORMULA_WITHIN = /([;\t\r\n]\s*)(?=[=+\-@＝＋－＠])/gu;

/** One cell of a delimited text (RFC 4180); null is an empty cell. */
export function writeCell(cell: WrittenCell, delimiter: ',' | '\t'): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const within = cell.replace(FORMULA_WITHIN, "$1'");
  const inert = FORMULA.test(cell) ? `'${within}` : within;
  const needsQuotes = /["\r\n]/.test(inert) || inert.includes(delimiter);
  return needsQuotes ? `"${inert.replaceAll('"', '""')}"` : inert;
}
