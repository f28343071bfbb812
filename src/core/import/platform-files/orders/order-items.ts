import { codedColumn, type CodedColumn } from '#core/import/csv/coded-column.ts';
import { cleanCell } from '#core/import/values/read-text.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import type { FieldsByKind } from '../export-format.ts';
import { takeRows } from '../take-rows.ts';

type LineField = FieldsByKind['order-lines'];
type LineColumns = Readonly<Partial<Record<LineField, readonly string[]>>>;

interface UnpackedRows {
  readonly rows: TextRows;
  readonly columns: LineColumns;
}

/** The texts of one packed item. */
type PackedItem = Partial<Record<ItemField, string>>;
type ItemField = (typeof ITEM_FIELDS)[number];

const ITEM_FIELDS = ['productId', 'sku', 'title', 'quantity', 'lineTotal', 'variant'] as const;
/** Order of parts without names. */
const IN_ORDER = ['title', 'quantity', 'lineTotal', 'variant'] as const;
const NAMED_PART = /^(product_id|id|sku|name|quantity|qty|total|meta)\s*:\s*(.*)$/is;
const FIELD_OF_NAME: ReadonlyMap<string, ItemField> = new Map([
  ['product_id', 'productId'],
  ['sku', 'sku'],
  ['name', 'title'],
  ['quantity', 'quantity'],
  ['qty', 'quantity'],
  ['total', 'lineTotal'],
  ['meta', 'variant'],
]);

/**
 * Unpacks orders whose items are packed into cells: one row per item, with columns for its fields. Rows of other
 * exports stay unchanged. An order without items gives no row.
 */
export function orderItems(rows: TextRows, columns: LineColumns): UnpackedRows {
  const packed = (columns.packedItems ?? []).flatMap((header) => rows.columns.get(header) ?? []);
  if (packed.length === 0) return { rows, columns };
  const read = packed.map(({ texts }) => texts.map(itemsIn));
  const sources: number[] = [];
  const items: PackedItem[] = [];
  for (let row = 0; row < rows.rowNumbers.length; row++) {
    packed.forEach(({ codes }, i) => {
      for (const item of read[i]![codes[row]!]!) {
        sources.push(row);
        items.push(item);
      }
    });
  }
  const known = ITEM_FIELDS.filter((field) => items.some((item) => item[field] !== undefined));
  const added = known.map((field): [string, CodedColumn] => [
    packedHeader(field),
    codedColumn(items.map((item) => item[field] ?? '')),
  ]);
  return {
    rows: withColumns(takeRows(rows, Uint32Array.from(sources)), added),
    columns: {
      ...columns,
      ...Object.fromEntries(known.map((field) => [field, [packedHeader(field)]])),
    },
  };
}

/** A line break followed by one of our field names occurs in no file's header. */
function packedHeader(field: ItemField): string {
  return `packed\n${field}`;
}

/** Items in one cell are separated by semicolons, their parts by vertical bars. */
function itemsIn(cell: string): PackedItem[] {
  const text = cleanCell(cell);
  if (text === '') return [];
  const pieces = text.split(/;(?=[^;]*\|)/);
  return pieces.map(itemOf);
}

function itemOf(text: string): PackedItem {
  const item: PackedItem = {};
  let place = 0;
  for (const part of text.split('|').map((each) => each.trim())) {
    const [, name, value] = NAMED_PART.exec(part) ?? [];
    if (name !== undefined) {
      const field = FIELD_OF_NAME.get(name.toLowerCase());
      if (field) item[field] = value!;
      if (place === 0) place = 1;
      continue;
    }
    const field = IN_ORDER[Math.min(place++, IN_ORDER.length - 1)]!;
    item[field] = [item[field], part].filter(Boolean).join(', ');
  }
  return item;
}

function withColumns(rows: TextRows, added: readonly [string, CodedColumn][]): TextRows {
  return {
    ...rows,
    headers: [...rows.headers, ...added.map(([header]) => header)],
    columns: new Map([...rows.columns, ...added]),
  };
}
