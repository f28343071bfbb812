import { fitActionBasis } from '#core/model/features/action-basis.ts';
import { fitProductEncoder } from '#core/model/features/product-encoder.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { fitHeads, type RowEncoding } from '#core/model/outcomes/heads.ts';
import { allRows, type LaunchRow } from './launch-table.ts';

/** Returns a launch whose whole funnel is known. */
export function funnelRow(i: number): LaunchRow {
  return {
    title: 'Mug',
    category: 'Kitchen',
    channel: i % 3 ? 'shop' : 'market',
    promotion: 'none',
    impressions: 1000 + i,
    clicks: 50,
    orders: 5,
    units: 6,
  };
}

/** Fits the encoding with which a model of the whole table reads and learns. */
export function encodingOf(table: LaunchTable): RowEncoding {
  const rows = allRows(table);
  const basis = fitActionBasis(table, rows);
  return {
    basis,
    encoder: fitProductEncoder(table, rows),
    heads: fitHeads(table, rows, { basis }),
  };
}
