/** A spreadsheet's way of keeping an id's leading zeros: ="00123". */
const FORMULA_TEXT = /^="(.*)"$/s;
/** Most cells of a large table need no cleaning: worth a short cut. */
const CLEAN = /^[!-<>-~][!-~]*(?: [!-~]+)*$/;
const INVISIBLE = /[\u200B\u2060\uFEFF]/g;
const MISSING = new Set([
  ...['', '-', '–', '—', '--', '.', '?', 'n/a', 'n.a.', 'na', '#n/a', 'null', '#null!', 'nil'],
  ...['none', '(none)', '(null)', 'missing', 'k.a.', 'k. a.', 's/d', 'n/d'],
  ...['无', '無', '暂无', '空', 'なし', '不明'],
]);
/** Words for "nothing known" in a text column, where "none" can be a value, as in "promotion: none". */
const MISSING_TEXT = new Set(['', '-', '–', '—', '--', 'n/a', 'n.a.', '#n/a', 'null', 'nan']);

/** A cell as it was meant: trimmed, with single spaces. */
export function cleanCell(cell: string): string {
  if (CLEAN.test(cell)) return cell;
  const text = cell.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return text.startsWith('="') ? text.replace(FORMULA_TEXT, '$1').trim() : text;
}

/** Whether a cell of a number or date column says that there is no value. */
export function isMissing(clean: string): boolean {
  return clean.length <= 9 && MISSING.has(clean.toLowerCase());
}

export function readText(cell: string): string {
  const text = cleanCell(cell);
  return text.length <= 4 && MISSING_TEXT.has(text.toLowerCase()) ? '' : text;
}
