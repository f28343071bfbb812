import { expect, it } from 'vitest';
import type { KnownDemand } from '#core/demand/market/known-demand.ts';
import { knownYears } from '#core/demand/market/known-years.ts';

const weeks = (known: number) => new Float64Array(60).fill(3, 60 - known).fill(NaN, 0, 60 - known);
const known = (lengths: readonly number[]): KnownDemand => ({
  panel: {
    ...{ firstDay: 4, weekCount: 60 },
    series: lengths.map((length) => ({ name: `of ${length}`, units: weeks(length) })),
  },
  isOwn: false,
  market: lengths.map(() => null),
  joined: lengths.map(() => null),
});

it('keeps the series of a year', () => {
  const kept = knownYears(known([51, 52, 60]))!;
  expect(kept.panel.series.map(({ name }) => name)).toEqual(['of 52', 'of 60']);
  expect([kept.market.length, kept.joined.length]).toEqual([2, 2]);
});

it('is null where no series has one', () => {
  expect(knownYears(known([51]))).toBeNull();
  expect(knownYears(null)).toBeNull();
});
