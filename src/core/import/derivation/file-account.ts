// Accounts for each row of a recognised file.

import type { TextRows } from '../csv/text-rows.ts';
import { productOfRows } from '../platform-files/catalogue/catalogue-rows.ts';
import { ExportCells } from '../platform-files/export-cells.ts';
import type {
  ExportKind,
  FieldsByKind,
  RecognisedExport,
} from '../platform-files/export-format.ts';
import { namedRows } from '../platform-files/named-rows.ts';
import { withoutNotes } from '../platform-files/note-rows.ts';
import { rowsOfKinds, type KindCount } from '../platform-files/row-kinds.ts';
import { orderItems } from '../platform-files/orders/order-items.ts';

/** usedRows, refundRows and all rows set aside add up to the rows of the file. */
export interface FileAccount {
  readonly usedRows: number;
  /** Whether each order line counts as one piece, since the file has no number of them. */
  readonly linesAsPieces: boolean;
  /** Rows of refunds for orders. */
  readonly refundRows: number;
  /** Number of orders, products or other things that the used rows describe. */
  readonly entryCount: number;
  /** Rows between the sales, such as fees and payouts, by their name in the file, most first. */
  readonly otherKinds: readonly KindCount[];
  /** Rows that do not say what they are about, such as totals. */
  readonly unnamedRows: number;
  /** Rows about an order that an earlier row already described. */
  readonly repeatedRows: number;
}

type Counted = Pick<FileAccount, 'usedRows' | 'entryCount'> & Partial<FileAccount>;

interface ReadExport {
  readonly rows: TextRows;
  readonly found: RecognisedExport;
}

/** Counts what became of each row of a recognised file. */
export function fileAccount({ rows, found }: ReadExport): FileAccount {
  const counted = countedRows(rows, found);
  const { otherKinds = [], refundRows = 0, repeatedRows = 0, linesAsPieces = false } = counted;
  const { usedRows, entryCount } = counted;
  const ofOtherKinds = otherKinds.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const known = usedRows + refundRows + repeatedRows + ofOtherKinds;
  const unnamedRows = rows.rowNumbers.length - known;
  const setAside = { refundRows, otherKinds, unnamedRows, repeatedRows };
  return { usedRows, entryCount, linesAsPieces, ...setAside };
}

function countedRows(rows: TextRows, found: RecognisedExport): Counted {
  switch (found.kind) {
    case 'order-lines':
      return lineRows(rows, found);
    case 'orders':
      return orderRows(rows, found.columns);
    case 'catalogue':
      return catalogueRows(rows, found.columns);
    case 'stock':
      return rowsNamedBy(rows, found.columns, ['productId', 'sku', 'title']);
    case 'traffic':
      return rowsNamedBy(rows, found.columns, ['parentId', 'productId', 'sku', 'title']);
    case 'ads':
      return rowsNamedBy(rows, found.columns, ['sku', 'productId', 'title', 'campaign', 'adSet']);
    case 'returns':
      return rowsNamedBy(rows, found.columns, ['orderId']);
  }
}

type ColumnsOf<Kind extends ExportKind> = Readonly<
  Partial<Record<FieldsByKind[Kind], readonly string[]>>
>;

function lineRows(
  rows: TextRows,
  { format, columns }: RecognisedExport & { readonly kind: 'order-lines' },
): Counted {
  const noted = withoutNotes(rows, columns);
  const kinds = rowsOfKinds(noted, columns.rowKind?.[0], format.rowKinds);
  const { lines, refunds, others: otherKinds } = kinds;
  const unpacked = orderItems(lines, columns);
  const { usedRows: entryCount } = rowsNamedBy(unpacked.rows, unpacked.columns, [
    ...(['productId', 'sku', 'title'] as const),
  ]);
  const isPacked = columns.packedItems !== undefined;
  const usedRows = isPacked ? new Set(unpacked.rows.rowNumbers).size : entryCount;
  const linesAsPieces = !isPacked && columns.quantity === undefined;
  const refundRows = refunds.rowNumbers.length;
  return { usedRows, entryCount, linesAsPieces, otherKinds, refundRows };
}

/** Counts orders: the first row of each order is used. */
function orderRows(rows: TextRows, columns: ColumnsOf<'orders'>): Counted {
  const orderId = cellsOf(rows, columns).ids('orderId');
  const named = namedRows([orderId], rows.rowNumbers.length);
  const usedRows = new Set(named.map((row) => orderId.codes[row]!)).size;
  return { usedRows, entryCount: usedRows, repeatedRows: named.length - usedRows };
}

function catalogueRows(rows: TextRows, columns: ColumnsOf<'catalogue'>): Counted {
  const cells = cellsOf(rows, columns);
  const ids = { productId: cells.ids('productId'), sku: cells.ids('sku') };
  const products = productOfRows({
    ...{ ...ids, parent: cells.ids('parent'), title: cells.texts('title') },
  });
  const usedRows = [...products.values()].reduce((sum, members) => sum + members.length, 0);
  return { usedRows, entryCount: products.size };
}

/** Counts rows named by any of these columns. If the file has none of them, all rows count as used. */
function rowsNamedBy<Field extends string>(
  rows: TextRows,
  columns: Readonly<Partial<Record<Field, readonly string[]>>>,
  fields: readonly NoInfer<Field>[],
): Counted {
  const cells = cellsOf(rows, columns);
  const names = fields.filter((field) => cells.has(field)).map((field) => cells.ids(field));
  const all = rows.rowNumbers.length;
  const usedRows = names.length === 0 ? all : namedRows(names, all).length;
  return { usedRows, entryCount: usedRows };
}

function cellsOf<Field extends string>(
  rows: TextRows,
  columns: Readonly<Partial<Record<Field, readonly string[]>>>,
): ExportCells<Field> {
  return new ExportCells(rows, columns, { money: [], counts: [] });
}
