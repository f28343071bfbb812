import { inertText, shortText } from './inert-text.ts';

/** A spreadsheet's way of keeping an id's leading zeros: ="00123". */
const FORMULA_TEXT = /^="(.*)"$/s;
/** Most cells of a large table need no cleaning: worth a short cut. */
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
/** Words for "nothing known" in a text column, where "none" can be a value, as in "promotion: none". */
const MISSING_TEXT = new Set([
  ...['', '-', '–', '—', '--', '-–', '–-', '---', '——', 'n/a', 'n.a.', '#n/a', 'null', 'nan'],
  ...['#value!', '#ref!', 'n/v', 'n/d', 'sin dato', 'sin datos', 'não disponível', 'k. a.'],
  ...['不详', '无数据', '暂无数据', '該当なし', 'データなし'],
]);
/** Shops allow titles of 255 characters at most; what is longer is no name, and would fill pages. */
const LONGEST_TEXT = 500;
const LONGEST_MISSING = longest(MISSING);
const LONGEST_MISSING_TEXT = longest(MISSING_TEXT);

/** A cell as it was meant: trimmed, with single spaces. */
export function cleanCell(cell: string): string {
  if (CLEAN.test(cell)) return cell;
  const text = inertText(cell).replace(/\s+/g, ' ').trim();
  return text.startsWith('="') ? text.replace(FORMULA_TEXT, '$1').trim() : text;
}

/** Whether a cell of a number or date column says that there is no value. */
export function isMissing(clean: string): boolean {
  return clean.length <= LONGEST_MISSING && MISSING.has(clean.toLowerCase());
}

export function readText(cell: string): string {
  const text = cleanCell(cell);
  return text.length <= LONGEST_MISSING_TEXT && MISSING_TEXT.has(text.toLowerCase())
    ? ''
    : shortText(text, LONGEST_TEXT);
}

function longest(words: ReadonlySet<string>): number {
  return Math.max(...[...words].map((word) => word.length));
}
