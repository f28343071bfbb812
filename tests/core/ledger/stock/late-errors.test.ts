import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lateErrors } from '#core/ledger/stock/late-errors.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { weeklyLaunches } from '../../../support/weekly-launches.ts';

const window = { after: 8, until: 12 };
const anyHistory = fc.array(
  fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 12, maxLength: 12 }),
  { minLength: 20, maxLength: 30 },
);

it('is what the best line leaves: no other line has smaller squares', () => {
  fc.assert(
    fc.property(anyHistory, fc.double({ min: -1, max: 1, noNaN: true }), (all, slope) => {
      const found = lateErrors(weeklyLaunches(all.map((weeks) => ({ weeks }))), window)!;
      const x = all.map((weeks) => Math.log1p(sum(weeks.slice(0, 8))));
      const y = all.map((weeks) => Math.log1p(sum(weeks.slice(8))));
      const start = sum(y.map((value, i) => value - slope * x[i]!)) / y.length;
      const other = sum(y.map((value, i) => (value - start - slope * x[i]!) ** 2));
      expect(sum(found.map((each) => each ** 2))).toBeLessThanOrEqual(other + 1e-8);
      expect(sum(found)).toBeCloseTo(0, 6);
    }),
  );
});

it('is not known from under 20 launches', () => {
  const few = Array.from({ length: 19 }, () => ({ weeks: new Array<number>(12).fill(4) }));
  expect(lateErrors(weeklyLaunches(few), window)).toBeNull();
});
