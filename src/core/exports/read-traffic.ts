import type { CodedColumn } from '../csv/coded-column.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { ExportCells } from './export-cells.ts';
import type { RecognisedExport } from './export-format.ts';
import { periodsOf } from './report-periods.ts';

/** What was seen of products and what of it was bought, an entry a row of the report. '' and NaN mean missing. */
export interface TrafficTable {
  readonly rowCount: number;
  readonly parentId: CodedColumn;
  readonly productId: CodedColumn;
  readonly sku: CodedColumn;
  readonly title: CodedColumn;
  readonly impressions: Float64Array;
  readonly clicks: Float64Array;
  readonly units: Float64Array;
  readonly revenue: Float64Array;
  /** First and last day; NaN where the report does not say. */
  readonly from: Float64Array;
  readonly until: Float64Array;
}

const NUMBERS = { money: ['revenue'], counts: ['impressions', 'clicks', 'units'] } as const;

export function readTraffic(
  rows: TextRows,
  { format, columns }: RecognisedExport & { readonly kind: 'traffic' },
): TrafficTable {
  const cells = new ExportCells(rows, columns, NUMBERS);
  return {
    ...{ rowCount: cells.rowCount, parentId: cells.ids('parentId') },
    ...{ productId: cells.ids('productId'), sku: cells.ids('sku'), title: cells.texts('title') },
    ...{ impressions: cells.numbers('impressions'), clicks: cells.numbers('clicks') },
    ...{ units: cells.numbers('units'), revenue: cells.numbers('revenue') },
    ...periodsOf(cells.texts('from'), cells.texts('until'), format.dateOrder ?? null),
  };
}
