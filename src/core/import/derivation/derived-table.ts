// Writes derived launches as a table that a seller might have kept. From here on, they are a file like any other.

import type { Currency } from '#core/base/currency.ts';
import { isoDate } from '#core/base/dates.ts';
import type { FieldName } from '#core/launch/fields.ts';
import type { Mapping } from '../schema/mapping.ts';
import { VARIANT_UNITS } from '../schema/variant-header.ts';
import { weeklyHeader, WEEKS } from '#core/launch/weekly-headers.ts';
import type { DerivedLaunch } from './derivation-settings.ts';
import { variantsText } from './variant-units.ts';

interface Column {
  readonly header: string;
  /** Amounts, whose header names the currency. */
  readonly isMoney?: true;
  /** null if the column has no field and the header alone gives its meaning. */
  readonly field: FieldName | null;
  readonly cell: (launch: DerivedLaunch) => string | number;
}

const DIGITS = 12;

const COLUMNS: readonly Column[] = [
  { header: 'product_id', field: 'productId', cell: ({ productId }) => productId },
  { header: 'title', field: 'title', cell: ({ title }) => title },
  { header: 'category', field: 'category', cell: ({ category }) => category },
  { header: 'brand', field: 'brand', cell: ({ brand }) => brand },
  { header: 'launch_date', field: 'launchDate', cell: ({ launchDay }) => isoDate(launchDay) },
  { header: 'channel', field: 'channel', cell: ({ channel }) => channel },
  { header: 'promotion', field: 'promotion', cell: ({ promotion }) => promotion },
  { header: 'list_price', field: 'listPrice', isMoney: true, cell: (launch) => launch.listPrice },
  { header: 'sale_price', field: 'salePrice', isMoney: true, cell: (launch) => launch.salePrice },
  { header: 'unit_cost', field: 'unitCost', isMoney: true, cell: (launch) => launch.unitCost },
  { header: 'ad_spend', field: 'adSpend', isMoney: true, cell: ({ adSpend }) => adSpend },
  { header: 'first_stock', field: 'firstStock', cell: ({ firstStock }) => firstStock },
  { header: 'impressions', field: 'impressions', cell: ({ impressions }) => impressions },
  { header: 'clicks', field: 'clicks', cell: ({ clicks }) => clicks },
  { header: 'orders', field: 'orders', cell: ({ orders }) => orders },
  { header: 'units', field: 'units', cell: ({ units }) => units },
  { header: 'revenue', field: 'revenue', isMoney: true, cell: ({ revenue }) => revenue },
  { header: 'returns', field: 'returns', cell: ({ returns }) => returns },
  { header: VARIANT_UNITS, field: null, cell: ({ variants }) => variantsText(variants) },
  ...Array.from({ length: WEEKS }, (_, i): Column => ({
    header: weeklyHeader(i + 1),
    field: null,
    cell: ({ weeklyUnits }) => weeklyUnits[i]!,
  })),
];

export interface DerivedTable {
  readonly headers: readonly string[];
  /** Cells are empty if the files do not say. */
  readonly rows: readonly (readonly string[])[];
  readonly mapping: Mapping;
}

/** Returns whether a column of a field has the English name that derived tables give it. Sellers may use it, too. */
export function isDerivedHeader(header: string, field: FieldName): boolean {
  const own = COLUMNS.find((column) => column.field === field);
  return own !== undefined && (header === own.header || header.startsWith(`${own.header} (`));
}

/**
 * Returns the table of derived launches, without columns that are empty throughout.
 * @param currency of the amounts; null where it is not known
 */
export function derivedTable(
  launches: readonly DerivedLaunch[],
  currency: Currency | null = null,
): DerivedTable {
  const columns = COLUMNS.filter(({ cell }) =>
    launches.some((launch) => written(cell(launch)) !== ''),
  ).map((column) =>
    column.isMoney && currency !== null
      ? { ...column, header: `${column.header} (${currency})` }
      : column,
  );
  return {
    headers: columns.map(({ header }) => header),
    rows: launches.map((launch) => columns.map(({ cell }) => written(cell(launch)))),
    mapping: {
      fields: Object.fromEntries(
        columns.flatMap(({ field, header }) => (field === null ? [] : [[field, header]])),
      ),
      attributes: [],
    },
  };
}

/**
 * Returns comma-separated text that reads back unchanged. It is only for the app's own reader, which runs no formulas.
 */
export function derivedCsv({ headers, rows }: DerivedTable): string {
  return [headers, ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
}

/** Writes amounts without rounding noise: 0.1 + 0.2 gives 0.3, not 0.30000000000000004. */
function written(value: string | number): string {
  if (typeof value === 'string') return value;
  return Number.isNaN(value) ? '' : String(Number(value.toPrecision(DIGITS)));
}
