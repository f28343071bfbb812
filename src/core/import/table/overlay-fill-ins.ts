// Inserts the seller's fill-ins into a file's text before it is read. So everything that applies to a file's own cells
// applies to them too: spellings, currencies, impossible values.

import { cellAt, placeIn, type CodedColumn } from '../csv/coded-column.ts';
import { cleanCell, isMissing, readText } from '../values/read-text.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { firstFree } from '../csv/unique-headers.ts';
import { FIELDS } from '#core/launch/fields.ts';
import { FILLABLE_FIELDS, type FillableField } from '../recipe/fill-ins.ts';
import type { Recipe } from '../recipe/recipe.ts';

/** Headers of columns that exist only for fill-ins. */
const HEADERS: Readonly<Record<FillableField, string>> = {
  channel: 'channel',
  promotion: 'promotion',
  adSpend: 'ad spend',
  unitCost: 'unit cost',
  category: 'category',
};

/** Returns whether a cell of the stored file is empty for this field. */
export function isEmptyCell(field: FillableField, cell: string): boolean {
  return FIELDS[field].kind === 'text' ? readText(cell) === '' : isMissing(cleanCell(cell));
}

/**
 * Returns the rows and the recipe as if the file had been written with the fill-ins. Cells of the file stay, and
 * fingerprints still come from the file alone. Row numbers that the file lacks are ignored.
 */
export function withFillIns<R extends Pick<Recipe, 'mapping' | 'fillIns'>>(
  rows: TextRows,
  recipe: R,
): { readonly rows: TextRows; readonly recipe: R } {
  let filled = { rows, recipe };
  for (const field of FILLABLE_FIELDS) {
    const typed = Object.entries(recipe.fillIns?.[field] ?? {});
    if (typed.length > 0) filled = fillColumn(filled, field, typed);
  }
  return filled;
}

function fillColumn<R extends Pick<Recipe, 'mapping'>>(
  { rows, recipe }: { readonly rows: TextRows; readonly recipe: R },
  field: FillableField,
  typed: readonly (readonly [rowNumber: string, text: string])[],
): { readonly rows: TextRows; readonly recipe: R } {
  const header = recipe.mapping.fields[field];
  const cells = header === undefined ? undefined : rows.columns.get(header);
  const known = cells ?? emptyColumn(rows.rowNumbers.length);
  const column = filledColumn(known, openCells(typed, { rows, field, known }));
  if (column === known) return { rows, recipe };
  const name = header ?? firstFree(HEADERS[field], new Set(rows.headers));
  const { mapping } = recipe;
  return {
    rows: {
      ...rows,
      headers: header === undefined ? [...rows.headers, name] : rows.headers,
      columns: new Map([...rows.columns, [name, column]]),
    },
    recipe: { ...recipe, mapping: { ...mapping, fields: { ...mapping.fields, [field]: name } } },
  };
}

/** Returns the typed texts by row index, for rows of the file whose cell is empty. */
function openCells(
  typed: readonly (readonly [rowNumber: string, text: string])[],
  {
    rows,
    field,
    known,
  }: { readonly rows: TextRows; readonly field: FillableField; readonly known: CodedColumn },
): Map<number, string> {
  const open = new Map<number, string>();
  for (const [rowNumber, text] of typed) {
    const index = positionOf(rows.rowNumbers, Number(rowNumber));
    if (index !== null && text.trim() !== '' && isEmptyCell(field, cellAt(known, index)))
      open.set(index, text);
  }
  return open;
}

/** Returns the index of a row number in an ascending list, or null if it is not there. Uses binary search. */
export function positionOf(rowNumbers: ArrayLike<number>, rowNumber: number): number | null {
  let low = 0;
  let high = rowNumbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rowNumbers[middle]! < rowNumber) low = middle + 1;
    else high = middle;
  }
  return rowNumbers[low] === rowNumber ? low : null;
}

function emptyColumn(rowCount: number): CodedColumn {
  return { texts: [''], codes: new Uint32Array(rowCount) };
}

function filledColumn(column: CodedColumn, typed: ReadonlyMap<number, string>): CodedColumn {
  if (typed.size === 0) return column;
  const places = new Map(column.texts.map((text, place) => [text, place]));
  const codes = column.codes.slice();
  for (const [index, text] of typed) {
    codes[index] = placeIn(places, text);
  }
  return { texts: [...places.keys()], codes };
}
