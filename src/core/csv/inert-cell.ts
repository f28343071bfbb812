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

/** The cell with a mark before what would be run. */
export function inertCell(cell: WrittenCell): WrittenCell {
  if (typeof cell !== 'string') return cell;
  const within = cell.replace(FORMULA_WITHIN, "$1'");
  return FORMULA.test(cell) ? `'${within}` : within;
}
