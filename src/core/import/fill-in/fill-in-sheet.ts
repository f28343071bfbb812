// Lists the launches with cells that their file left empty, largest first, for a page.

import { cellAt } from '../csv/coded-column.ts';
import { readNumber, type DecimalSign } from '../values/read-number.ts';
import { cleanCell } from '../values/read-text.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { Day } from '#core/base/dates.ts';
import type { PromotionWords } from '../derivation/launch-promotion.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { FIELDS } from '#core/launch/fields.ts';
import { countTexts } from '#core/base/statistics/statistics.ts';
import { FILLABLE_FIELDS, type FillableField, type FillIns } from '../recipe/fill-ins.ts';
import { isEmptyCell, positionOf } from '../table/overlay-fill-ins.ts';
import { NO_PROMOTION } from '../recipe/blank-promotions.ts';
import { decimalSigns } from '../columns/read-columns.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { suggestFillIns, type LaunchSuggestions } from './suggest-fill-ins.ts';

export interface FillInCell {
  /** Text in the file; '' if the file left the cell empty. */
  readonly inFile: string;
  /** Text filled in; '' if there is none. */
  readonly filled: string;
  /** Suggested text; '' if none is clear or the cell has a text. */
  readonly suggested: string;
}

export interface FillInRow {
  /** Row number in the stored file. */
  readonly rowNumber: number;
  readonly title: string;
  readonly launchDay: Day;
  /** NaN if not known. */
  readonly units: number;
  readonly cells: Readonly<Record<FillableField, FillInCell>>;
}

export interface FillInSheet {
  /** Fields that the file left empty at least once. */
  readonly fields: readonly FillableField[];
  /** Launches with an empty cell, largest first; at most MOST_ROWS. */
  readonly rows: readonly FillInRow[];
  /** Number of all launches with an empty cell. */
  readonly launchCount: number;
  /** Texts in each column, commonest first. */
  readonly known: Readonly<Partial<Record<FillableField, readonly string[]>>>;
  /** Decimal signs for writing and reading numbers. */
  readonly decimal: Readonly<Record<'adSpend' | 'unitCost', DecimalSign>>;
}

/** Most rows on the page, a few hundred kilobytes. Larger jobs belong in a spreadsheet. */
const MOST_ROWS = 5_000;
const MOST_KNOWN = 50;

interface SheetInput {
  /** The stored file. */
  readonly rows: TextRows;
  readonly recipe: Recipe;
  /** Launches that the recipe made of the file, and the row number of each. */
  readonly table: LaunchTable;
  readonly rowNumbers: readonly number[];
  readonly words: PromotionWords;
}

/** Returns the sheet of launches with empty cells, with fill-ins and suggestions. */
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

/** Sorts launches with unknown units last. */
function sizeOf({ units }: LaunchTable, row: number): number {
  return Number.isNaN(units[row]!) ? -1 : units[row]!;
}

/** Returns a function that reads a cleaned cell of the file; '' if it is empty. */
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

/** Returns whether a text is valid for a field. Numbers must be at least 0 and written with the file's decimal sign. */
export function canFill(
  field: FillableField,
  text: string,
  { decimal }: Pick<FillInSheet, 'decimal'>,
): boolean {
  if (FIELDS[field].kind === 'text' || text.trim() === '') return true;
  const number = readNumber(text, decimal[field as keyof FillInSheet['decimal']]);
  return typeof number === 'number' && number >= 0;
}

/** Returns the text of a cell that the file left empty: the draft being typed, or else the fill-in. */
export function textInCell(
  { rowNumber, cells }: FillInRow,
  field: FillableField,
  drafts: FillIns,
): string {
  return drafts[field]?.[rowNumber] ?? cells[field].filled;
}

/** Returns a column's suggestions for cells that are still empty, by row number. */
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
