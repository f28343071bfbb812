import { describe, expect, it } from 'vitest';
import { columnWorths, type ColumnWorths } from '#core/evaluation/scorecard/column-worth.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { seededRandom } from '#core/base/random.ts';
import { launchTable } from '../../../support/launch-table.ts';

const pick = <T>(from: readonly T[], share: number): T => from[Math.floor(from.length * share)]!;
const CHANNELS = ['Web', 'Fair', 'Shop'] as const;
const SALES = { Web: 20, Fair: 90, Shop: 300 };

/** The channel decides what is sold; promotion and ad spend are drawn by lot, and few costs are known. */
function shop(count: number, seed = 5) {
  const random = seededRandom(seed);
  return launchTable(
    Array.from({ length: count }, (_, i) => {
      const channel = pick(CHANNELS, random());
      return {
        title: `Mug ${pick(['red', 'blue', 'green'], random())}`,
        day: 18_000 + 2 * i,
        channel,
        promotion: pick(['Gift', 'Coupon'], random()),
        adSpend: Math.round(100 * random()),
        category: 'Mugs',
        ...(i % 20 === 0 && { unitCost: 3 }),
        units: Math.round(SALES[channel] * (0.8 + 0.4 * random())),
      };
    }),
  );
}

function measured(table: LaunchTable, seed = 1) {
  const steps = columnWorths(table, seed);
  const progress: { done: number; total: number }[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { worths: value, progress };
    progress.push(value);
  }
}
const of = ({ columns }: ColumnWorths, field: string) =>
  columns.find((column) => column.field === field)!;

describe('columnWorths', () => {
  const { worths, progress } = measured(shop(300));

  it('finds the column that decides sales, by far', () => {
    const { verdict, errors, knownCount } = of(worths, 'channel');
    expect(verdict).toBe('better');
    expect(knownCount).toBe(300);
    expect(errors!.withIt).toBeLessThan(0.25);
    expect(errors!.withoutIt).toBeGreaterThan(0.5);
  });

  it('does not call a column worth anything that is drawn by lot', () => {
    expect(of(worths, 'promotion').verdict).not.toBe('better');
    expect(of(worths, 'adSpend').verdict).not.toBe('better');
  });

  it('says where it cannot be told', () => {
    expect(of(worths, 'unitCost')).toMatchObject({
      verdict: 'too-few',
      knownCount: 15,
      errors: null,
    });
    expect(of(worths, 'category')).toMatchObject({ verdict: 'all-the-same', errors: null });
  });

  it('does not count launches without a promotion as ones whose promotion is known', () => {
    const table = shop(300);
    const promotion = table.promotion.map((_, row) => (row % 30 === 0 ? 'Gift' : 'No promotion'));
    expect(of(measured({ ...table, promotion }).worths, 'promotion')).toMatchObject({
      ...{ verdict: 'too-few', knownCount: 10 },
    });
  });

  it('gives the same for the same seed, and tells how far it is to the end', () => {
    expect(measured(shop(300)).worths).toEqual(worths);
    expect(progress.at(-1)!.done).toBe(progress.at(-1)!.total);
    expect(new Set(progress.map(({ total }) => total)).size).toBe(1);
  });

  it('never looks at the test part', () => {
    const table = shop(300);
    const units = table.units.map((value, row) => (row >= 245 ? value * 50 : value));
    expect(measured({ ...table, units }).worths).toEqual(worths);
  });

  it('measures nothing on a handful of launches', () => {
    const { columns } = measured(shop(12)).worths;
    expect(columns.map(({ verdict }) => verdict)).toEqual(Array(5).fill('too-few'));
  });
});

it('rarely takes chance for worth', { tags: ['whole'] }, () => {
  const lots = [11, 12, 13, 14, 15, 16].map((seed) => measured(shop(150, seed), seed).worths);
  const verdicts = lots.flatMap((worths) =>
    (['promotion', 'adSpend'] as const).map((field) => of(worths, field).verdict),
  );
  expect(verdicts.filter((verdict) => verdict === 'better').length).toBeLessThanOrEqual(1);
});
