import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { expectedRemaining, fitRemainingDemand } from '#core/ledger/reorder/remaining-demand.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { weeklyLaunches, type WeeklyLaunch } from '../../../support/weekly-launches.ts';

const anyHistory = fc.array(
  fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 12, maxLength: 12 }),
  { minLength: 20, maxLength: 40 },
);
const repeat = <T>(count: number, of: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => of(i));
const pastOf = (table: LaunchTable, forecastLogs: readonly number[] = []) => ({
  ...{ table, forecastLogs },
});
const window = { after: 2, until: 9 };

describe('fitRemainingDemand', () => {
  it('is the line from which rests are least far, in squares of logs', () => {
    fc.assert(
      fc.property(anyHistory, (all) => {
        const table = weeklyLaunches(all.map((weeks) => ({ weeks })));
        const { line, launchCount } = fitRemainingDemand(pastOf(table), window)!;
        const x = all.map((weeks) => Math.log1p(sum(weeks.slice(0, 2))));
        const y = all.map((weeks) => Math.log1p(sum(weeks.slice(2, 9))));
        const missed = x.map((log, i) => y[i]! - line.start - line.slope * log);
        // Normal equations: what is missed is orthogonal to both columns.
        expect(sum(missed)).toBeCloseTo(0, 6);
        if (new Set(x).size > 1)
          expect(sum(missed.map((value, i) => value * x[i]!))).toBeCloseTo(0, 5);
        expect(launchCount).toBe(all.length);
      }),
    );
  });

  it('expects three times what sold where all past launches did that', () => {
    const table = weeklyLaunches(
      repeat(25, (i) => {
        const units = 2 ** (i % 7) - 1;
        // 1 + rest = 3 (1 + sold)
        return { weeks: [units, 0, 3 * units + 2, ...new Array<number>(9).fill(0)] };
      }),
    );
    const lesson = fitRemainingDemand(pastOf(table), window)!;
    expect(expectedRemaining(lesson, { units: 19, forecastLog: NaN })).toBeCloseTo(
      Math.log(60),
      10,
    );
    expect(Math.max(...lesson.residuals.map(Math.abs))).toBeLessThan(1e-9);
  });

  it('leaves out launches that do not know those weeks, and those that sold out', () => {
    const known: WeeklyLaunch[] = repeat(20, (i) => ({ weeks: new Array<number>(12).fill(i) }));
    const short: WeeklyLaunch = { weeks: new Array<number>(8).fill(900) };
    const soldOut: WeeklyLaunch = { ...known[3]!, units: 12, firstStock: 12 };
    const lessonOf = (launches: readonly WeeklyLaunch[]) =>
      fitRemainingDemand(pastOf(weeklyLaunches(launches)), window);
    expect(lessonOf([...known, short, soldOut])).toEqual(lessonOf(known));
    expect(lessonOf([...known.slice(1), short, soldOut])).toBeNull();
  });

  it('adds what forecasts tell beyond the units so far, the more the more of them there are', () => {
    // Half of the launches sell four times as much later on, and only the forecast knows which.
    const isGood = (i: number) => i % 2 === 0;
    const launches = repeat(60, (i) => {
      const units = 10 * (1 + (i >> 1));
      return { weeks: [units, 0, (isGood(i) ? 4 : 1) * (1 + units) - 1, ...zeros(9)] };
    });
    const forecasts = launches.map((_, i) => (isGood(i) ? 7 : 5));
    const table = weeklyLaunches(launches);
    const lesson = fitRemainingDemand(pastOf(table, forecasts), window)!;
    const full = Math.log(4) / 2;
    expect(lesson.forecast.weight).toBeCloseTo((60 / 160) * full, 10);
    const good = expectedRemaining(lesson, { units: 99, forecastLog: 7 });
    const bad = expectedRemaining(lesson, { units: 99, forecastLog: 5 });
    expect(good - bad).toBeCloseTo(2 * lesson.forecast.weight, 10);
    const few = forecasts.map((log, i) => (i < 29 ? log : NaN));
    expect(fitRemainingDemand(pastOf(table, few), window)!.forecast.weight).toBe(0);
  });

  it('does not follow forecasts that point the wrong way', () => {
    const launches = repeat(40, (i) => ({ weeks: [10, 0, i % 2 ? 90 : 10, ...zeros(9)] }));
    const forecasts = launches.map((_, i) => (i % 2 ? 2 : 4));
    expect(
      fitRemainingDemand(pastOf(weeklyLaunches(launches), forecasts), window)!.forecast.weight,
    ).toBe(0);
  });
});

function zeros(count: number): number[] {
  return new Array<number>(count).fill(0);
}
