import { describe, expect, it } from 'vitest';
import { sufficiencyOf, type SufficiencyPart } from '#core/evaluation/scorecard/sufficiency.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';

function many(count: number, row: LaunchRow): LaunchRow[] {
  return Array.from({ length: count }, (_, i) => ({ day: 19_000 + 10 * i, units: 5, ...row }));
}

const rich = { unitCost: 2, adSpend: 5, firstStock: 90, impressions: 900, clicks: 40 };

function fractionOf(rows: readonly LaunchRow[], part: SufficiencyPart): number | undefined {
  const { facts } = sufficiencyOf(launchTable(rows));
  return facts.find((fact) => fact.part === part)?.fraction;
}

describe('whether a history is enough', () => {
  it('counts launches, time and known columns', () => {
    const rows = [...many(40, rich), ...many(10, {})];
    expect(fractionOf(rows, 'launches')).toBe(0.25);
    expect(fractionOf(rows, 'seasons')).toBeCloseTo(390 / 730, 12);
    expect(fractionOf(rows, 'unitCost')).toBe(0.8);
    expect(fractionOf(rows, 'funnel')).toBe(0.8);
    expect(fractionOf(many(900, rich), 'launches')).toBe(1);
  });

  it('counts launches of categories with enough of them, and combinations that were tried', () => {
    const rows = [
      ...many(15, { category: 'mugs', channel: 'shop', promotion: 'none' }),
      ...many(5, { category: 'bags', channel: 'fair', promotion: 'sale' }),
    ];
    expect(fractionOf(rows, 'categories')).toBe(0.75);
    expect(fractionOf(rows, 'combinations')).toBe(0.5);
    expect(fractionOf(many(5, {}), 'categories')).toBeUndefined();
    expect(fractionOf(many(5, {}), 'combinations')).toBeUndefined();
  });

  it('names what is missing first, then what was never tried, then what is rare', () => {
    const rows = [
      ...many(15, { ...rich, category: 'mugs', channel: 'shop' }),
      ...many(6, { ...rich, category: 'bags', channel: 'fair' }),
      ...many(6, { category: 'bags', channel: 'shop' }),
    ];
    const half = { kind: 'missing', launches: 6 };
    expect(sufficiencyOf(launchTable(rows)).toCollect).toEqual([
      { ...half, field: 'unitCost' },
      { ...half, field: 'adSpend' },
      { ...half, field: 'firstStock' },
      { ...half, field: 'funnel' },
      { kind: 'never-tried', channel: 'fair', category: 'mugs', launches: 15 },
    ]);
    const [last] = sufficiencyOf(launchTable(many(4, { ...rich, category: 'caps' }))).toCollect;
    expect(last).toEqual({ kind: 'few-in-category', category: 'caps', launches: 4 });
  });

  it('asks for nothing where all is there', () => {
    const rows = many(20, { ...rich, category: 'mugs', channel: 'shop' });
    expect(sufficiencyOf(launchTable(rows)).toCollect).toEqual([]);
  });
});
