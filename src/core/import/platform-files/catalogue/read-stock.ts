import { cellAt, codedColumn, type CodedColumn } from '#core/import/csv/coded-column.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import { ExportCells } from '../export-cells.ts';
import type { RecognisedExport } from '../export-format.ts';

/** Units on hand over all locations. One entry per product, or per variant if the report distinguishes them. */
export interface StockLevels {
  readonly rowCount: number;
  readonly productId: CodedColumn;
  readonly sku: CodedColumn;
  readonly title: CodedColumn;
  /** NaN if no location stocks it or states a number. */
  readonly onHand: Float64Array;
}

const NUMBERS = { money: [], counts: ['onHand'] } as const;
const BETWEEN = '\n';

/** Reads a stock report and adds up the locations of each product or variant. */
export function readStock(
  rows: TextRows,
  { columns }: RecognisedExport & { readonly kind: 'stock' },
): StockLevels {
  const cells = new ExportCells(rows, columns, NUMBERS);
  const [productId, sku, title] = [cells.ids('productId'), cells.ids('sku'), cells.texts('title')];
  const onHand = cells.numbers('onHand');
  const firstRows = new Map<string, number>();
  const levels = new Map<string, number>();
  for (let row = 0; row < cells.rowCount; row++) {
    const ids = [cellAt(productId, row), cellAt(sku, row)].join(BETWEEN);
    const key = ids === BETWEEN ? cellAt(title, row) : ids;
    if (key === '') continue;
    if (!firstRows.has(key)) firstRows.set(key, row);
    levels.set(key, together(levels.get(key) ?? NaN, onHand[row]!));
  }
  const entries = [...firstRows.values()];
  const taken = (column: CodedColumn): CodedColumn =>
    codedColumn(entries.map((row) => cellAt(column, row)));
  return {
    rowCount: entries.length,
    ...{ productId: taken(productId), sku: taken(sku), title: taken(title) },
    onHand: Float64Array.from([...firstRows.keys()], (key) => levels.get(key)!),
  };
}

/** Adds two numbers; NaN counts as unknown and leaves the other one. */
function together(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : a + b;
}
