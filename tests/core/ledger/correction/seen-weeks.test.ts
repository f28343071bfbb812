import { expect, it } from 'vitest';
import { fitSalesCurve } from '#core/ledger/correction/sales-curve.ts';
import { seenOfPast, seenWeeks } from '#core/ledger/correction/seen-weeks.ts';
import { weeklyLaunches } from '../../../support/weekly-launches.ts';

const all = Array.from({ length: 20 }, (_, i) => ({
  weeks: Array.from({ length: 12 }, (__, week) => 20 + ((7 * i + 3 * week) % 11)),
}));
const curve = fitSalesCurve({ table: weeklyLaunches(all), forecastLogs: [] }, 8)!;
const season = [0.2, 0, -0.1, 0, 0, 0, 0, 0];
const at = { after: 3, season };

it('is how far each week that was in stock is from the curve and the season', () => {
  const units = [0, 1, 2].map((week) => Math.expm1(curve.mean[week]! + season[week]! + 0.5));
  const weeks = units.map((each) => ({ units: each, daysWithoutStock: 0 }));
  const sales = { soldUnits: 1, daysWithoutStock: 0, weeks };
  const { beyond, isSum } = seenWeeks(curve, sales, at);
  expect(isSum).toBe(false);
  beyond.forEach((log) => expect(log).toBeCloseTo(0.5, 10));
  const out = [weeks[0]!, { units: 0, daysWithoutStock: 7 }, weeks[2]!];
  expect(seenWeeks(curve, { ...sales, weeks: out }, at).weeks).toEqual([0, 2]);
});

it('is the same for every week where only their sum is known, of past launches too', () => {
  const usual = [0, 1, 2].reduce(
    (sum, week) => sum + Math.exp(curve.mean[week]! + season[week]!),
    0,
  );
  const sales = { soldUnits: 2 * usual - 1, daysWithoutStock: 0 };
  const seen = seenWeeks(curve, sales, at);
  expect(seen.isSum).toBe(true);
  seen.beyond.forEach((log) => expect(log).toBeCloseTo(Math.log(2), 10));
  const past = seenOfPast(
    curve,
    { ...curve.launches[0]!, season },
    { weeks: [0, 1, 2], isSum: true },
  );
  expect(new Set(past).size).toBe(1);
});
