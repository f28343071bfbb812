// Tells the rows of a supplier's list apart: articles, sections that name a category, and what is neither.

import { isTotalRow } from '../csv/total-row.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { personalValue } from '../privacy/personal-values.ts';
import { isUnitRow, type FoundList } from './find-list.ts';
import type { ListField } from './list-fields.ts';

/** A row with articles' terms. Cells that stand for several rows are filled in. */
export interface ListRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Section that it stands in; '' for none. */
  readonly section: string;
}

export interface ListRows {
  readonly rows: readonly ListRow[];
  /** Rows that sum up others, and rows without a title, as a spreadsheet counts. */
  readonly totals: readonly number[];
  readonly untitled: readonly number[];
}

const LONGEST_SECTION = 60;
const NOTE =
  /^(?:\*|※|notes?\b|remarks?\b|terms\b|payment|valid|validity|prices?\b.*(?:valid|exclud|includ|subject)|page \d|第\s*\d+\s*页|备注|注[:：]|说明|以上|联系|电话|地址|付款|运费|价格有效|tel\b|contact|attn|sales\b|phone|fax|e-?mail|www\.|https?:|thank)/iu;
const SENTENCE = /[.。!！?？]$|@|[:：].*\S/u;
const COUNT = /\s*[(（]\s*\d+[^)）]*[)）]\s*$/u;
/** Fields that a row below takes from the one above where a table was written with merged cells. */
const SPREAD: readonly ListField[] = ['category', 'supplier'];
const OF_ARTICLE: readonly ListField[] = [
  ...(['title', 'brand', 'material', 'makerSku', 'cost', 'listPrice', 'currency'] as const),
  ...(['minimum', 'pack', 'lead', 'sku'] as const),
];
const OF_VARIANT: readonly ListField[] = ['size', 'colour', 'variant'];

type Kind = 'article' | 'section' | 'total' | 'other';

/** Reads the rows below the header of a list. */
export function listRows(list: FoundList): ListRows {
  const rows: ListRow[] = [];
  const [totals, untitled]: [number[], number[]] = [[], []];
  let section = sectionAbove(list);
  let above: readonly string[] | null = null;
  for (let at = list.firstAt; at < list.records.length; at++) {
    const cells = list.records[at]!;
    const kind = kindOf(cells, list, above !== null);
    if (kind === 'total') totals.push(at + 1);
    if (kind === 'section') section = nameOf(cells);
    if (kind !== 'article') {
      if (kind !== 'other' || isBlank(cells)) above = null;
      continue;
    }
    const filled = filledFrom(cells, above, list);
    const { title } = list.columns.fields;
    if ((filled[title!] ?? '') === '') untitled.push(at + 1);
    else rows.push({ row: at + 1, cells: filled, section });
    above = filled;
  }
  return { rows, totals, untitled };
}

function kindOf(cells: readonly string[], list: FoundList, isBelow: boolean): Kind {
  if (isBlank(cells) || repeatsHeader(cells, list) || isUnitRow(cells)) return 'other';
  if (isTotalRow(cells)) return 'total';
  const texts = new Set(cells.filter((cell) => cell !== ''));
  if (texts.size === 1 && !(isBelow && ofVariant(cells, list)))
    return sectionOrNote([...texts][0]!);
  const first = cells.find((cell) => cell !== '')!;
  return NOTE.test(first) && !hasTerms(cells, list) ? 'other' : 'article';
}

/** A section may stand above the header, where each has its own. */
function sectionAbove(list: FoundList): string {
  const texts = new Set(list.records[list.headerAt - 1]?.filter((cell) => cell !== ''));
  const isSection = texts.size === 1 && sectionOrNote([...texts][0]!) === 'section';
  if (!isSection) return '';
  const repeats = list.records.some(
    (cells, at) =>
      at > list.firstAt &&
      repeatsHeader(cells, list) &&
      kindOf(list.records[at - 1]!, list, false) === 'section',
  );
  return repeats ? nameOf(list.records[list.headerAt - 1]!) : '';
}

function sectionOrNote(text: string): Kind {
  const isName =
    text.length <= LONGEST_SECTION &&
    /\p{L}/u.test(text) &&
    !NOTE.test(text) &&
    !SENTENCE.test(text) &&
    personalValue(text) === null;
  return isName ? 'section' : 'other';
}

/** "CANDLES (12 items)" → "CANDLES". */
function nameOf(cells: readonly string[]): string {
  return cells.find((cell) => cell !== '')!.replace(COUNT, '');
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '');
}

function repeatsHeader(cells: readonly string[], { stacks }: FoundList): boolean {
  let [filled, same] = [0, 0];
  cells.forEach((cell, column) => {
    if (cell === '') return;
    filled += 1;
    if (stacks[column]?.some((text) => isSameText(text, cell))) same += 1;
  });
  return same >= 2 && same * 2 >= filled;
}

/** A header may have its unit in brackets, which stood in a row of its own. */
function isSameText(header: string, cell: string): boolean {
  // Folding takes long, and of a long list hardly any cell begins as its header.
  const [a, b] = [header.slice(0, 1).toLowerCase(), cell.slice(0, 1).toLowerCase()];
  return a === b && foldedHeader(header) === foldedHeader(cell);
}

function ofVariant(cells: readonly string[], { columns }: FoundList): boolean {
  return OF_VARIANT.some((field) => (cells[columns.fields[field] ?? -1] ?? '') !== '');
}

function hasTerms(cells: readonly string[], { columns: { fields, tiers } }: FoundList): boolean {
  const places = [fields.cost, ...tiers.map(({ column }) => column)];
  return places.some((column) => column !== undefined && /\d/.test(cells[column] ?? ''));
}

/**
 * Fills empty cells from the row above: what groups rows always, what belongs to an article only where the row names
 * another variant of it.
 */
function filledFrom(
  cells: readonly string[],
  above: readonly string[] | null,
  list: FoundList,
): readonly string[] {
  if (!above) return cells;
  const { fields } = list.columns;
  const goesOn = (cells[fields.title!] ?? '') === '' && ofVariant(cells, list);
  const tiers = list.columns.tiers.map(({ column }) => column);
  const taken = [...SPREAD, ...(goesOn ? OF_ARTICLE : [])].map((field) => fields[field]);
  const from = new Set([...taken, ...(goesOn ? tiers : [])]);
  const width = Math.max(cells.length, above.length);
  return Array.from({ length: width }, (_, column) => {
    const own = cells[column] ?? '';
    return own === '' && from.has(column) ? (above[column] ?? '') : own;
  });
}
