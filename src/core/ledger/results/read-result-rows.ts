import { cellAt } from '#core/import/csv/coded-column.ts';
import type { IssueLog } from '#core/import/csv/issue-log.ts';
import type { DateOrder } from '#core/import/values/read-date.ts';
import { readNumber, type DecimalSign } from '#core/import/values/read-number.ts';
import { cleanCell } from '#core/import/values/read-text.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import type { HistoryMoney } from '#core/import/table/build-products.ts';
import {
  decimalSigns,
  readDayColumn,
  readNumberColumns,
  readTextColumn,
} from '#core/import/columns/read-columns.ts';
import type { FieldName } from '#core/launch/fields.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import type { ResultFacts } from '../entries/result.ts';
import type { ResultRow, RefusedRow, RowProblem } from './match-results.ts';

/** Fields that a table of results may hold. */
export const RESULT_FIELDS: readonly FieldName[] = [
  ...(['productId', 'title', 'launchDate', 'channel', 'promotion', 'salePrice'] as const),
  ...(['adSpend', 'firstStock', 'impressions', 'clicks', 'orders'] as const),
  ...(['units', 'revenue', 'returns', 'rating'] as const),
];

interface ResultsReading {
  readonly fields: Mapping['fields'];
  /** Currency of the history, and the seller's rates, by which prices in other currencies are converted. */
  readonly money: HistoryMoney;
  /** Order of day and month in the history's dates; null: as the column itself shows. */
  readonly dateOrder: DateOrder | null;
  readonly log: IssueLog;
}

/**
 * Reads the text of a file into the facts of each row, or the reason why it has none. Every row is in one of the two.
 */
export function readResultRows(
  rows: TextRows,
  { fields, money, dateOrder, log }: ResultsReading,
): { readonly rows: readonly ResultRow[]; readonly refused: readonly RefusedRow[] } {
  const mapping: Mapping = { fields, attributes: [] };
  const { currencies, currencyRates } = money;
  const reading = { rows, mapping, log, currencyRates, ...(currencies && { currencies }) };
  const numbers = readNumberColumns(reading);
  const days = readDayColumn({ rows, mapping, log, dateOrder });
  const text = (field: FieldName): string[] => readTextColumn(rows, fields[field]);
  const [productId, title, channel, promotion] = (
    ['productId', 'title', 'channel', 'promotion'] as const
  ).map(text);
  const counted = fields.units === undefined ? 'orders' : 'units';
  const problemOf = unitsProblem(rows, mapping, counted);
  const told: ResultRow[] = [];
  const refused: RefusedRow[] = [];
  rows.rowNumbers.forEach((rowNumber, i) => {
    const name = { rowNumber, productId: productId![i]!, title: title![i]! };
    const units = numbers[counted][i]!;
    if (name.productId === '' && name.title === '') {
      refused.push({ ...name, problem: 'nameless', cell: '' });
    } else if (Number.isNaN(units)) refused.push({ ...name, ...problemOf(i) });
    else {
      const at = (field: keyof typeof numbers): number | null => orNull(numbers[field][i]!);
      const facts: ResultFacts = {
        units,
        ...{ revenue: at('revenue'), adSpend: at('adSpend'), launchDay: orNull(days.days[i]!) },
        ...{ channel: channel![i]! || null, promotion: promotion![i]! || null },
        ...{ salePrice: at('salePrice'), firstStock: at('firstStock') },
        ...{ impressions: at('impressions'), clicks: at('clicks'), orders: at('orders') },
        ...{ returns: at('returns'), rating: at('rating') },
      };
      told.push({ ...name, facts });
      if (facts.launchDay === null && days.isUnreadable(i)) noteDay(rowNumber, days.cellAt(i));
    }
  });
  return { rows: told, refused };

  function noteDay(rowNumber: number, cell: string): void {
    const column = fields.launchDate ?? null;
    const finding = { kind: 'unreadable-date', severity: 'warning', field: 'launchDate' } as const;
    log.add({ ...finding, column }, rowNumber, cell);
  }
}

/** Returns a function that explains why a row's units gave no number. */
function unitsProblem(rows: TextRows, mapping: Mapping, counted: 'units' | 'orders') {
  const column = rows.columns.get(mapping.fields[counted] ?? '');
  const sign: DecimalSign = decimalSigns(rows, mapping)[counted];
  return (row: number): { readonly problem: RowProblem; readonly cell: string } => {
    const cell = column ? cleanCell(cellAt(column, row)) : '';
    const number = readNumber(cell, sign);
    if (number === 'missing') return { problem: 'no-units', cell };
    const isNegative = typeof number === 'number' && number < 0;
    return { problem: isNegative ? 'negative-units' : 'unreadable-units', cell };
  };
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
