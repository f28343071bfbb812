import { numbersAt, type CodedColumn } from '../csv/coded-column.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { ExportCells } from './export-cells.ts';
import type { RecognisedExport } from './export-format.ts';
import { periodsOf } from './report-periods.ts';

/** What was spent on ads, an entry a row of the report. '' and NaN mean missing. */
export interface AdTable {
  readonly rowCount: number;
  readonly campaign: CodedColumn;
  readonly adSet: CodedColumn;
  /** What was advertised, in reports by product. */
  readonly productId: CodedColumn;
  readonly sku: CodedColumn;
  readonly title: CodedColumn;
  /** First and last day. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly spend: Float64Array;
  readonly impressions: Float64Array;
  readonly clicks: Float64Array;
}

const NUMBERS = { money: ['spend'], counts: ['impressions', 'clicks'] } as const;

/** A row that names neither a campaign nor a product sums up the others. */
export function readAds(
  rows: TextRows,
  { format, columns }: RecognisedExport & { readonly kind: 'ads' },
): AdTable {
  const cells = new ExportCells(rows, columns, NUMBERS);
  const names = {
    ...{ campaign: cells.texts('campaign'), adSet: cells.texts('adSet') },
    ...{ productId: cells.ids('productId'), sku: cells.ids('sku'), title: cells.texts('title') },
  };
  const columnsOfNames = Object.values(names);
  const named = Uint32Array.from({ length: cells.rowCount }, (_, row) => row).filter((row) =>
    columnsOfNames.some(({ texts, codes }) => texts[codes[row]!] !== ''),
  );
  const texts = ({ texts, codes }: CodedColumn): CodedColumn => ({
    texts,
    codes: named.map((row) => codes[row]!),
  });
  const numbers = (values: Float64Array): Float64Array => numbersAt(values, named);
  const { from, until } = periodsOf(
    cells.texts('from'),
    cells.texts('until'),
    format.dateOrder ?? null,
  );
  return {
    ...{ rowCount: named.length, campaign: texts(names.campaign), adSet: texts(names.adSet) },
    ...{ productId: texts(names.productId), sku: texts(names.sku), title: texts(names.title) },
    ...{ from: numbers(from), until: numbers(until), spend: numbers(cells.numbers('spend')) },
    impressions: numbers(cells.numbers('impressions')),
    clicks: numbers(cells.numbers('clicks')),
  };
}
