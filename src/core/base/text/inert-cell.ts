export type WrittenCell = string | number | null;

/**
 * A text that a spreadsheet would run as a formula (OWASP: CSV injection). Some programs drop leading space first, and
 * read full-width signs as signs.
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/**
 * The same after a semicolon, a tab or a line break. Spreadsheets of other countries may end a cell there, despite
 * quotes.
 */
const FORMULA_WITHIN = /([;\t\r\n]\s*)(?=[=+\-@＝＋－＠])/gu;

/**
 * Returns the cell with an apostrophe before every part that a spreadsheet would run. Numbers and null stay as they
 * are.
 */
export function inertCell(cell: WrittenCell): WrittenCell {
  if (typeof cell !== 'string') return cell;
  const within = cell.replace(FORMULA_WITHIN, "$1'");
  return FORMULA.test(cell) ? `'${within}` : within;
}
