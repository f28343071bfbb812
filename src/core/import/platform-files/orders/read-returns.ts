import type { CodedColumn } from '#core/import/csv/coded-column.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import { ExportCells } from '../export-cells.ts';
import type { RecognisedExport } from '../export-format.ts';

/** Returned units, one entry per row of the report. */
export interface ReturnedPieces {
  readonly rowCount: number;
  readonly orderId: CodedColumn;
  readonly productId: CodedColumn;
  readonly sku: CodedColumn;
  readonly title: CodedColumn;
  /** Number of units; 1 if the row does not state it. */
  readonly quantity: Float64Array;
}

/** Reads a report of returns. */
export function readReturns(
  rows: TextRows,
  { columns }: RecognisedExport & { readonly kind: 'returns' },
): ReturnedPieces {
  const cells = new ExportCells(rows, columns, { money: [], counts: ['quantity'] });
  return {
    ...{ rowCount: cells.rowCount, orderId: cells.ids('orderId') },
    ...{ productId: cells.ids('productId'), sku: cells.ids('sku'), title: cells.texts('title') },
    quantity: cells.numbers('quantity').map((count) => (count > 0 ? count : 1)),
  };
}
