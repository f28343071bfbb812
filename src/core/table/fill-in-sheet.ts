// The launches with cells that their file left empty, largest first, as a page shows them.

import { cellAt } from '../csv/coded-column.ts';
import { readNumber, type DecimalSign } from '../csv/read-number.ts';
import { cleanCell } from '../csv/read-text.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { Day } from '../dates.ts';
import type { PromotionWords } from '../derivation/launch-promotion.ts';
import type { LaunchTable } from '../launch/launch-table.ts';
import { FIELDS } from '../schema/fields.ts';
import { countTexts } from '../statistics.ts';
import { FILLABLE_FIELDS, type FillableField, type FillIns } from './fill-ins.ts';
import { isEmptyCell, positionOf } from './overlay-fill-ins.ts';
import { NO_PROMOTION } from './blank-promotions.ts';
import { decimalSigns } from './read-columns.ts';
import type { Recipe } from './recipe.ts';
import { suggestFillIns, type LaunchSuggestions } from './suggest-fill-ins.ts';

export interface FillInCell {
  /** As it stands in the file; '' where the file left it empty. */
  readonly inFile: string;
  /** What is filled in; '' where nothing is. */
  readonly filled: string;
  /** What it probably is; '' where nothing is clear, or something stands in it. */
  readonly suggested: string;
}

export interface FillInRow {
  /** In the stored file. */
  readonly rowNumber: number;
  readonly title: string;
  readonly launchDay: Day;
  /** NaN where not known. */
  readonly units: number;
  readonly cells: Readonly<Record<FillableField, FillInCell>>;
}

export interface FillInSheet {
  /** Those that the file left empty at least once. */
  readonly fields: readonly FillableField[];
  /** Launches with an empty cell, the largest first; MOST_ROWS at most. */
  readonly rows: readonly FillInRow[];
  /** How many there are. */
  readonly launchCount: number;
  /** Texts that stand in the columns, the commonest first. */
  readonly known: Readonly<Partial<Record<FillableField, readonly string[]>>>;
  /** By which numbers are written and read. */
  readonly decimal: Readonly<Record<'adSpend' | 'unitCost', DecimalSign>>;
}

/** Whoever fills in more does it in a spreadsheet; so many rows are a few hundred kilobytes. */
const MOST_ROWS = 5_000;
const MOST_KNOWN = 50;

interface SheetInput {
  /** The file as it stands. */
  readonly rows: TextRows;
  readonly recipe: Recipe;
  /** What the recipe made of it, and where each launch stands in the file. */
  readonly table: LaunchTable;
  readonly rowNumbers: readonly number[];
  readonly words: PromotionWords;
}

export function fillInSheet(input: SheetInput): FillInSheet {
  const { rows, recipe, table, rowNumbers, words } = input;
  const inFile = fileCells(rows, recipe);
  const positions = rowNumbers.map((rowNumber) => positionOf(rows.rowNumbers, rowNumber)!);
  const open = [...positions.keys()].filter((row) =>
    FILLABLE_FIELDS.some((field) => inFile(field, positions[row]!) === ''),
  );
  const largest = open.sort((a, b) => sizeOf(table, b) - sizeOf(table, a) || a - b);
  const decimal = decimalSigns(rows, recipe.mapping);
  const suggestionsOf = suggestFillIns(table, words);
  const rowOf = (row: number): FillInRow => {
    const rowNumber = rowNumbers[row]!;
    const suggestions = writtenSuggestions(suggestionsOf(row), decimal.unitCost);
    const cells = FILLABLE_FIELDS.map((field): [FillableField, FillInCell] => {
      const known = inFile(field, positions[row]!);
      const filled = known === '' ? (recipe.fillIns?.[field]?.[rowNumber] ?? '') : '';
      const suggested = known === '' && filled === '' ? (suggestions[field] ?? '') : '';
      return [field, { inFile: known, filled, suggested }];
    });
    return {
      ...{ rowNumber, title: table.title[row]!, launchDay: table.launchDay[row]! },
      units: table.units[row]!,
      cells: Object.fromEntries(cells) as Record<FillableField, FillInCell>,
    };
  };
  return {
    fields: FILLABLE_FIELDS.filter((field) =>
      open.some((row) => inFile(field, positions[row]!) === ''),
    ),
    rows: largest.slice(0, MOST_ROWS).map(rowOf),
    launchCount: open.length,
    known: {
      channel: commonest(table.channel),
      promotion: commonest(table.promotion).filter((text) => text !== NO_PROMOTION),
      category: commonest(table.category),
    },
    decimal: { adSpend: decimal.adSpend, unitCost: decimal.unitCost },
  };
}

/** Launches whose units are not known come last. */
function sizeOf({ units }: LaunchTable, row: number): number {
  return Number.isNaN(units[row]!) ? -1 : units[row]!;
}

/** What the file has in a cell, cleaned; '' where it has nothing. */
function fileCells(
  rows: TextRows,
  { mapping }: Recipe,
): (field: FillableField, position: number) => string {
  const columns = new Map(
    FILLABLE_FIELDS.map((field) => {
      const cells = rows.columns.get(mapping.fields[field] ?? '');
      const texts = cells?.texts.map((text) => (isEmptyCell(field, text) ? '' : cleanCell(text)));
      return [field, cells && texts ? { texts, codes: cells.codes } : null];
    }),
  );
  return (field, position) => {
    const cells = columns.get(field);
    return cells ? cellAt(cells, position) : '';
  };
}

function commonest(texts: readonly string[]): string[] {
  return countTexts(texts)
    .slice(0, MOST_KNOWN)
    .map(([text]) => text);
}

function writtenSuggestions(
  { channel, promotion, unitCost, category }: LaunchSuggestions,
  decimal: DecimalSign,
): Partial<Record<FillableField, string>> {
  const cost = Number.isFinite(unitCost) ? unitCost.toFixed(2).replace('.', decimal) : '';
  return { channel, promotion, unitCost: cost, category };
}

/** Whether a text can stand in a cell of the field: a number has to be written as the file writes numbers. */
export function canFill(
  field: FillableField,
  text: string,
  { decimal }: Pick<FillInSheet, 'decimal'>,
): boolean {
  if (FIELDS[field].kind === 'text' || text.trim() === '') return true;
  const number = readNumber(text, decimal[field as keyof FillInSheet['decimal']]);
  return typeof number === 'number' && number >= 0;
}

/** What stands in a cell that the file left empty: what is being typed, or what is filled in. */
export function textInCell(
  { rowNumber, cells }: FillInRow,
  field: FillableField,
  drafts: FillIns,
): string {
  return drafts[field]?.[rowNumber] ?? cells[field].filled;
}

/** Suggestions of a column for cells that are still empty. */
export function openSuggestions(
  { rows }: FillInSheet,
  field: FillableField,
  drafts: FillIns,
): Readonly<Record<number, string>> {
  const open = rows.filter(
    (row) => row.cells[field].suggested !== '' && textInCell(row, field, drafts) === '',
  );
  return Object.fromEntries(open.map((row) => [row.rowNumber, row.cells[field].suggested]));
}
