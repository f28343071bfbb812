import { describe, expect, it } from 'vitest';
import { basisCount, fitActionBasis } from '#core/features/action-basis.ts';
import { fitProductEncoder } from '#core/features/product-encoder.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  fitHeads,
  headOffsets,
  netHeads,
  periodOf,
  unitsScale,
  type RowEncoding,
} from '#core/model/heads.ts';
import { logit } from '#core/statistics.ts';
import { allRows, launchTable, type LaunchRow } from '../../support/launch-table.ts';

const funnelRow = (i: number): LaunchRow => ({
  title: 'Mug',
  category: 'Kitchen',
  channel: i % 3 ? 'shop' : 'market',
  promotion: 'none',
  impressions: 1000 + i,
  clicks: 50,
  orders: 5,
  units: 6,
});

function encodingOf(table: LaunchTable): RowEncoding {
  const rows = allRows(table);
  const basis = fitActionBasis(table, rows);
  return { basis, encoder: fitProductEncoder(table, rows), heads: fitHeads(table, rows, basis) };
}

describe('heads', () => {
  const table = launchTable(Array.from({ length: 30 }, (_, i) => funnelRow(i)));
  const encoding = encodingOf(table);

  it('learn the funnel where most launches have one', () => {
    expect(encoding.heads.outcomes.map(({ name }) => name)).toEqual([
      'impressions',
      'clickRate',
      'conversion',
    ]);
    expect(encoding.heads.unitsPerOrder).toBeCloseTo(1.2, 12);
    expect(unitsScale(encoding.heads).kind).toBe('funnel');
    expect(headOffsets(encoding.heads)[2]).toBeCloseTo(logit(150.5 / 1501), 9);
  });

  it('learn units directly where there is none', () => {
    const plain = launchTable(Array.from({ length: 30 }, (_, i) => ({ units: i })));
    const { heads } = encodingOf(plain);
    expect(heads.outcomes.map(({ name }) => name)).toEqual(['units']);
    expect(unitsScale(heads).kind).toBe('direct');
  });

  it('give habit heads the constant alone and outcome heads the whole basis', () => {
    const heads = netHeads(encoding.heads, encoding.basis);
    const width = basisCount(encoding.basis);
    expect(heads.slice(0, 3).map(({ basis }) => basis)).toEqual([width, width, width]);
    expect(new Set(heads.slice(3).map(({ basis }) => basis))).toEqual(new Set([1]));
    expect(heads.map(({ name }) => name)).toContain('channel:market');
  });
});

it('counts thirteen four-week periods a year', () => {
  const periods = Array.from({ length: 366 }, (_, i) => periodOf(19_723 + i)); // 2024
  expect(new Set(periods)).toEqual(new Set(Array.from({ length: 13 }, (_, p) => p)));
});
