import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { marketLogs, weeksOf } from '#core/demand/market/market-weeks.ts';
import type { MarketSeries } from '#core/import/market/market.ts';

const MONDAY = dayFromCalendar(2026, 1, 5);

function seriesOf(
  step: MarketSeries['step'],
  days: readonly number[],
  values: readonly number[],
  more: Partial<MarketSeries> = {},
): MarketSeries {
  return {
    ...{ term: 'mug', place: '', step, scale: 'index', lastIsPartial: false, download: 1 },
    ...{ days: Int32Array.from(days), values: Float32Array.from(values) },
    ...more,
  };
}

const expmed = (logs: Float64Array) =>
  Array.from(logs, (log) => Math.round(1e6 * Math.expm1(log)) / 1e6);

describe('marketLogs', () => {
  it('takes weeks that begin on Sundays for the week that they mostly cover', () => {
    const weeks = seriesOf('week', [MONDAY - 1, MONDAY + 6, MONDAY + 13], [10, 20, 30]);
    expect(weeksOf(weeks)).toEqual({ firstDay: MONDAY - 7, weekCount: 4 });
    // Six days of the first and one of the second: (6 × 10 + 20) / 7.
    expect(expmed(marketLogs(weeks, { firstDay: MONDAY, weekCount: 3 }))).toEqual([
      ...[80 / 7, 150 / 7, 30].map((value) => Math.round(1e6 * value) / 1e6),
    ]);
  });

  it('is the mean of the days of a week, of which four must be known', () => {
    const days = Array.from({ length: 14 }, (_, i) => MONDAY + i);
    const values = [1, 2, 3, 4, 5, 6, 7, 8, NaN, NaN, NaN, NaN, 8, 8];
    expect(
      expmed(marketLogs(seriesOf('day', days, values), { firstDay: MONDAY, weekCount: 2 })),
    ).toEqual([4, NaN]);
  });

  it('joins months by a line', () => {
    const months = [1, 2, 3].map((month) => dayFromCalendar(2026, month, 1));
    const found = expmed(
      marketLogs(seriesOf('month', months, [10, 20, 20]), { firstDay: MONDAY, weekCount: 8 }),
    );
    expect(found[0]).toBeGreaterThanOrEqual(10);
    expect(found[0]).toBeLessThan(found[2]!);
    expect(found[2]).toBeLessThan(20);
    expect(found[7]).toBeCloseTo(20, 5);
  });

  it('leaves out a period that was not over, and turns ranks', () => {
    const weeks = seriesOf('week', [MONDAY, MONDAY + 7], [10, 1], { lastIsPartial: true });
    expect(weeksOf(weeks).weekCount).toBe(1);
    const ranks = seriesOf('week', [MONDAY, MONDAY + 7], [100, 10], { scale: 'rank' });
    const [before, after] = marketLogs(ranks, { firstDay: MONDAY, weekCount: 2 });
    expect(after! - before!).toBeCloseTo(Math.log(10), 12);
  });

  it('covers nothing where nothing is known', () => {
    expect(weeksOf(seriesOf('week', [MONDAY], [NaN]))).toEqual({ firstDay: 0, weekCount: 0 });
  });
});
