// Reads reports of ads and visits: what each row is about, its days and its counts.

import { cellAt, codedColumn, numbersAt, type CodedColumn } from '../csv/coded-column.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { ExportCells } from './export-cells.ts';
import type { RecognisedExport } from './export-format.ts';
import { joinedTexts } from './joined-texts.ts';
import { namedRows } from './named-rows.ts';
import type { ReportPeriod } from './period-above.ts';
import { periodsOf } from './report-periods.ts';

export type ReportKind = 'ads' | 'traffic';

/** One entry per row of the report; NaN means missing. */
export interface ReportTable {
  readonly kind: ReportKind;
  readonly rowCount: number;
  /** SKU, product number and parent's number, best first; '' if the row has none. */
  readonly ids: readonly CodedColumn[];
  /** Title of the product, or name of the campaign. */
  readonly words: CodedColumn;
  /** First and last day; NaN if the report does not state them. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** Money spent on ads; how often the product was seen and opened. */
  readonly spend: Float64Array;
  readonly impressions: Float64Array;
  readonly clicks: Float64Array;
}

export interface ShopReport {
  readonly file: string;
  readonly table: ReportTable;
}

type RecognisedReport = RecognisedExport & { readonly kind: ReportKind };

/**
 * Reads the rows of a report.
 * @param period of the whole report, for rows that do not state their days
 */
export function readReport(
  rows: TextRows,
  found: RecognisedReport,
  period: ReportPeriod | null = null,
): ReportTable {
  const table = found.kind === 'ads' ? readAds(rows, found) : readTraffic(rows, found);
  if (period === null) return table;
  const isUndated = table.from.map((day, row) => Number(Number.isNaN(day + table.until[row]!)));
  return {
    ...table,
    from: table.from.map((day, row) => (isUndated[row] === 1 ? period.from : day)),
    until: table.until.map((day, row) => (isUndated[row] === 1 ? period.until : day)),
  };
}

/**
 * Reads spend only. Impressions and clicks of ads are ignored, because they do not form a funnel with the orders of all
 * buyers. A row without campaign and product is a total of the others and is left out.
 */
function readAds(
  rows: TextRows,
  { format, columns }: RecognisedExport & { readonly kind: 'ads' },
): ReportTable {
  const cells = new ExportCells(rows, columns, { money: ['spend'], counts: [] });
  const unknown = new Float64Array(cells.rowCount).fill(NaN);
  const campaign = joinedTexts([cells.texts('campaign'), cells.texts('adSet')], cells.rowCount);
  return named({
    ...{ kind: 'ads', rowCount: cells.rowCount, ids: [cells.ids('sku'), cells.ids('productId')] },
    words: firstOf(cells.texts('title'), campaign),
    ...periodsOf(cells.texts('from'), cells.texts('until'), format.dateOrder ?? null),
    ...{ spend: cells.numbers('spend'), impressions: unknown, clicks: unknown },
  });
}

function readTraffic(
  rows: TextRows,
  { format, columns }: RecognisedExport & { readonly kind: 'traffic' },
): ReportTable {
  const numbers = { money: [], counts: ['impressions', 'clicks'] } as const;
  const cells = new ExportCells(rows, columns, numbers);
  return named({
    ...{ kind: 'traffic', rowCount: cells.rowCount },
    ids: [cells.ids('sku'), cells.ids('productId'), cells.ids('parentId')],
    words: cells.texts('title'),
    ...periodsOf(cells.texts('from'), cells.texts('until'), format.dateOrder ?? null),
    spend: new Float64Array(cells.rowCount).fill(NaN),
    ...{ impressions: cells.numbers('impressions'), clicks: cells.numbers('clicks') },
  });
}

/** Leaves out rows that do not say what they are about. */
function named(table: ReportTable): ReportTable {
  const kept = namedRows([...table.ids, table.words], table.rowCount);
  if (kept.length === table.rowCount) return table;
  const column = ({ texts: own, codes }: CodedColumn): CodedColumn => ({
    texts: own,
    codes: kept.map((row) => codes[row]!),
  });
  return {
    ...{ kind: table.kind, rowCount: kept.length },
    ...{ ids: table.ids.map(column), words: column(table.words) },
    ...{ from: numbersAt(table.from, kept), until: numbersAt(table.until, kept) },
    spend: numbersAt(table.spend, kept),
    impressions: numbersAt(table.impressions, kept),
    clicks: numbersAt(table.clicks, kept),
  };
}

function firstOf(first: CodedColumn, second: CodedColumn): CodedColumn {
  const rows = Array.from(first.codes.keys());
  return codedColumn(rows.map((row) => cellAt(first, row) || cellAt(second, row)));
}
