import { crowdingOf } from '#core/launch/crowding.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';

export interface LaunchRow {
  productId?: string;
  title?: string;
  category?: string;
  brand?: string;
  material?: string;
  day?: number;
  channel?: string;
  promotion?: string;
  listPrice?: number;
  salePrice?: number;
  unitCost?: number;
  adSpend?: number;
  channelFee?: number;
  firstStock?: number;
  impressions?: number;
  clicks?: number;
  orders?: number;
  units?: number;
  revenue?: number;
  returns?: number;
  rating?: number;
}

/** Builds a launch table from rows that name only what a test is about. */
export function launchTable(rows: readonly LaunchRow[]): LaunchTable {
  const texts = (name: keyof LaunchRow): string[] => rows.map((row) => String(row[name] ?? ''));
  const numbers = (name: keyof LaunchRow): Float64Array =>
    Float64Array.from(rows, (row) => Number(row[name] ?? NaN));
  const launchDay = Float64Array.from(rows, (row, i) => row.day ?? 19_000 + i);
  return {
    rowCount: rows.length,
    productId: rows.map((row, i) => row.productId ?? `P${i}`),
    title: texts('title'),
    category: texts('category'),
    brand: texts('brand'),
    attributes: rows.some((row) => row.material !== undefined)
      ? { material: texts('material') }
      : {},
    launchDay,
    crowding: crowdingOf({ category: texts('category'), launchDay }),
    channel: texts('channel'),
    promotion: texts('promotion'),
    listPrice: numbers('listPrice'),
    salePrice: numbers('salePrice'),
    unitCost: numbers('unitCost'),
    adSpend: numbers('adSpend'),
    channelFee: numbers('channelFee'),
    firstStock: numbers('firstStock'),
    impressions: numbers('impressions'),
    clicks: numbers('clicks'),
    orders: numbers('orders'),
    units: Float64Array.from(rows, (row) => row.units ?? 10),
    revenue: numbers('revenue'),
    returns: numbers('returns'),
    rating: numbers('rating'),
  };
}

export function allRows(table: LaunchTable): Uint32Array {
  return Uint32Array.from(table.launchDay.keys());
}
