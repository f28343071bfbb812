import { inertText, shortText } from '#core/base/text/inert-text.ts';

/** A spreadsheet's way of keeping the leading zeros of an ID: ="00123". */
const FORMULA_TEXT = /^="(.*)"$/s;
/** Most cells of a large table need no cleaning, so they take a short cut. */
const CLEAN = /^[!-<>-~][!-~]*(?: [!-~]+)*$/;
const MISSING = new Set([
  ...['', '-', '–', '—', '--', '.', '?', 'n/a', 'n.a.', 'na', '#n/a', 'null', '#null!', 'nil'],
  ...['none', '(none)', '(null)', 'missing', 'k.a.', 'k. a.', 's/d', 'n/d'],
  ...['unknown', 'not set', 'n.v.', 'n/v', 'k/a', 'unbekannt', 's/n', 's.d.', 'sin dato'],
  ...['sin datos', 'n/c', 'n.c.', 'n.d.', 'inconnu'],
  ...['não disponível', 'nao disponivel', 'no disponible', 'non disponible', 'not available'],
  ...['nicht verfügbar', 'keine angabe', 'desconocido', 'desconhecido', 'sem dados'],
  ...['-–', '–-', '---', '----', '——', '/', '#value!', '#ref!', '#div/0!', '#name?', '#num!'],
  ...['无', '無', '暂无', '空', '不详', '未知', '无数据', '暂无数据', '未填写', '未定'],
  ...['なし', '不明', '未設定', '未定', '該当なし', 'データなし'],
]);
/** Words for "not known" in a text column, where "none" can be a value, as in "promotion: none". */
const MISSING_TEXT = new Set([
  ...['', '-', '–', '—', '--', '-–', '–-', '---', '——', 'n/a', 'n.a.', '#n/a', 'null', 'nan'],
  ...['#value!', '#ref!', 'n/v', 'n/d', 'sin dato', 'sin datos', 'não disponível', 'k. a.'],
  ...['不详', '无数据', '暂无数据', '該当なし', 'データなし'],
]);
/** Longest text, in characters. Shops allow titles of at most 255; longer texts are no names and would fill pages. */
const LONGEST_TEXT = 500;
const LONGEST_MISSING = longest(MISSING);
const LONGEST_MISSING_TEXT = longest(MISSING_TEXT);

/** Cleans a cell: removes invisible characters and `="…"`, trims, and collapses white space to single spaces. */
export function cleanCell(cell: string): string {
  if (CLEAN.test(cell)) return cell;
  const text = inertText(cell).replace(/\s+/g, ' ').trim();
  return text.startsWith('="') ? text.replace(FORMULA_TEXT, '$1').trim() : text;
}

/** Returns whether a cleaned cell of a number or date column marks a missing value. */
export function isMissing(clean: string): boolean {
  return clean.length <= LONGEST_MISSING && MISSING.has(clean.toLowerCase());
}

/** Cleans a text cell. Returns '' for a marker of a missing value, and shortens texts of over 500 characters. */
export function readText(cell: string): string {
  const text = cleanCell(cell);
  return text.length <= LONGEST_MISSING_TEXT && MISSING_TEXT.has(text.toLowerCase())
    ? ''
    : shortText(text, LONGEST_TEXT);
}

function longest(words: ReadonlySet<string>): number {
  return Math.max(...[...words].map((word) => word.length));
}
