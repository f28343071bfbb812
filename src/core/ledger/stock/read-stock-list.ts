import { cellAt, type CodedColumn } from '#core/import/csv/coded-column.ts';
import {
  countDecimalVotes,
  decideDecimalSign,
  readNumber,
} from '#core/import/values/read-number.ts';
import type { IssueLog } from '#core/import/csv/issue-log.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { FieldName } from '#core/launch/fields.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import type { HistoryMoney } from '#core/import/table/build-products.ts';
import { mergeSpellings } from '#core/import/recipe/merge-spellings.ts';
import { readNumberColumns, readTextColumn } from '#core/import/columns/read-columns.ts';
import type { StockHeaders } from './stock-headers.ts';
import type { StockAccount, StockItem } from './stock-list.ts';

/** Fields of a product that a stock list may have, apart from the units on hand. */
export const STOCK_FIELDS: readonly FieldName[] = [
  ...(['productId', 'title', 'category', 'brand', 'listPrice'] as const),
];

interface StockReading {
  readonly fields: Mapping['fields'];
  readonly headers: StockHeaders;
  /** Categories and brands take the spelling of the history. */
  readonly history: Pick<LaunchTable, 'category' | 'brand'>;
  readonly money: HistoryMoney;
  readonly log: IssueLog;
}

/** Reads a stock list from the rows of a file. A product in several rows gets the sum of their units. */
export function readStockList(
  rows: TextRows,
  { fields, headers, history, money, log }: StockReading,
): { readonly items: readonly StockItem[]; readonly account: StockAccount } {
  const { currencies, currencyRates } = money;
  const mapping = { fields, attributes: [] };
  const { listPrice } = readNumberColumns({
    ...{ rows, mapping, log, currencyRates },
    ...(currencies && { currencies }),
  });
  const text = (field: FieldName): string[] => readTextColumn(rows, fields[field]);
  const [ids, titles] = [text('productId'), text('title')];
  const categories = mergeSpellings(text('category'), history.category);
  const brands = mergeSpellings(text('brand'), history.brand);
  const onHand = counts(rows, headers.onHand);
  const weekly = counts(rows, headers.weeklyUnits);
  const byName = new Map<string, StockItem>();
  let [namelessCount, unreadableCount, soldOutCount] = [0, 0, 0];
  for (const i of rows.rowNumbers.keys()) {
    const name = ids[i]! || titles[i]!;
    if (name === '') namelessCount++;
    else if (Number.isNaN(onHand[i]!)) unreadableCount++;
    else if (onHand[i] === 0) soldOutCount++;
    else {
      const item = {
        ...{ productId: ids[i]!, title: titles[i]! || ids[i]! },
        ...{ category: categories[i]!, brand: brands[i]!, price: orNull(listPrice[i]!) },
        ...{ onHand: onHand[i]!, weeklyUnits: orNull(weekly[i]!) },
      };
      byName.set(name, together(byName.get(name), item));
    }
  }
  const account = {
    ...{ rowsRead: rows.rowNumbers.length, itemCount: byName.size },
    ...{ soldOutCount, namelessCount, unreadableCount },
  };
  return { items: [...byName.values()], account };
}

function together(before: StockItem | undefined, item: StockItem): StockItem {
  if (!before) return item;
  const isPaceKnown = before.weeklyUnits !== null || item.weeklyUnits !== null;
  return {
    ...before,
    price: before.price ?? item.price,
    onHand: before.onHand + item.onHand,
    weeklyUnits: isPaceKnown ? (before.weeklyUnits ?? 0) + (item.weeklyUnits ?? 0) : null,
  };
}

/** Reads a column of counts, 0 or more; NaN where a cell holds no count. */
function counts(rows: TextRows, header: string | undefined): Float64Array {
  const cells: CodedColumn | undefined =
    header === undefined ? undefined : rows.columns.get(header);
  if (!cells) return new Float64Array(rows.rowNumbers.length).fill(NaN);
  const decimal = decideDecimalSign(countDecimalVotes(cells.texts));
  return Float64Array.from(rows.rowNumbers, (_, row) => {
    const number = readNumber(cellAt(cells, row), decimal);
    return typeof number === 'number' && number >= 0 ? number : NaN;
  });
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
