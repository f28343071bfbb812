import { measuresOf } from '#core/import/values/read-measure.ts';
import { isoDate } from '#core/base/dates.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { pictureOwner } from '#core/launch/looks.ts';
import type { NumberFieldName, TextFieldName } from '#core/launch/fields.ts';
import type { Column, NumberColumn } from '#core/import/columns/column.ts';
import { fieldWords } from '#components/words/field-words.ts';
import { attributeWords } from '#components/words/number-words.ts';
import {
  formatCount,
  formatHundredths,
  formatPercent,
  MISSING,
} from '#components/words/numbers.ts';
import { formatDay } from '#components/words/dates.ts';
import { formatPrice } from '#components/words/money.ts';
import type { TableColumn } from '#components/ui/tables/table-column.ts';

/** Columns shown by default: what was launched, when, how, and the outcome. */
export const USUAL_LAUNCH_COLUMNS: readonly string[] = [
  ...['title', 'category', 'launchDate', 'channel', 'promotion'],
  ...['listPrice', 'units', 'revenue'],
];

/** Returns the columns of a launch table that hold values, in the order in which people read a launch. */
export function launchTableColumns(table: LaunchTable): TableColumn[] {
  const text = (id: TextFieldName, width: number) =>
    textColumn(id, { header: fieldWords(id).label, values: table[id], width });
  const number = (id: NumberFieldName, format: (value: number) => string) =>
    numberColumn(id, { header: fieldWords(id).label, values: table[id], format });
  const attributes = Object.entries(table.attributes)
    .filter(([, values]) => values.some((value) => value !== ''))
    .map(([header, values]) => attributeColumn(`attribute:${header}`, header, values));
  const ofProduct = [
    {
      ...text('title', 15),
      ownerOf: (row: number) => pictureOwner(table.title[row]!, table.productId[row]),
    },
    text('productId', 7),
    text('category', 10),
    text('brand', 8),
  ];
  const ofLaunch = [
    launchDate(table.launchDay),
    text('channel', 8),
    text('promotion', 8),
    number('listPrice', formatPrice),
    number('salePrice', formatPrice),
    number('unitCost', formatPrice),
    number('adSpend', formatCount),
    number('channelFee', formatPercent),
    number('firstStock', formatCount),
    number('impressions', formatCount),
    number('clicks', formatCount),
    number('orders', formatCount),
    number('units', formatCount),
    number('revenue', formatCount),
    number('returns', formatCount),
    number('rating', formatHundredths),
  ];
  const known = (columns: readonly TableColumn[]) =>
    columns.filter(({ column }) => hasValues(column));
  return [...known(ofProduct), ...attributes, ...known(ofLaunch)];
}

function launchDate(days: Float64Array): TableColumn {
  return {
    ...numberColumn('launchDate', {
      header: fieldWords('launchDate').label,
      values: days,
      format: formatDay,
    }),
    align: 'start',
    width: 8.5,
    written: (row) => isoDate(days[row]!),
  };
}

function textColumn(
  id: string,
  { header, values, width }: { header: string; values: readonly string[]; width: number },
): TableColumn {
  return {
    id,
    header,
    column: { kind: 'text', values },
    align: 'start',
    width,
    format: (row) => values[row]! || MISSING,
    written: (row) => values[row]!,
  };
}

/** Numbers sort as numbers, read when first sorted by, and are shown as the seller writes them, with their unit. */
function attributeColumn(id: string, header: string, values: readonly string[]): TableColumn {
  const text = textColumn(id, { header, values, width: 8 });
  if (!measuresOf(values.slice(0, ROWS_ENOUGH), '.')) return text;
  let column: Column | undefined;
  return {
    ...text,
    align: 'end',
    format: (row) => attributeWords(values[row]!) || MISSING,
    get column() {
      return (column ??= numbersOr(text.column, values));
    },
  };
}

function numbersOr(texts: Column, values: readonly string[]): Column {
  const numbers = measuresOf(values, '.');
  return numbers ? { kind: 'number', values: numbers } : texts;
}

/** So many rows show whether a column holds numbers. */
const ROWS_ENOUGH = 1_000;

function numberColumn(
  id: string,
  facts: { header: string; values: Float64Array; format: (value: number) => string },
): TableColumn {
  const { header, values, format } = facts;
  const column: NumberColumn = { kind: 'number', values };
  return {
    id,
    header,
    column,
    align: 'end',
    width: 6.5,
    format: (row) => format(values[row]!),
    written: (row) => (Number.isNaN(values[row]!) ? null : values[row]!),
  };
}

function hasValues(column: Column): boolean {
  return column.kind === 'text'
    ? column.values.some((text) => text !== '')
    : column.values.some((value) => !Number.isNaN(value));
}
