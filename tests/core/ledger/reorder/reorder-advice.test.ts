import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { adviseReorder, type RunningLaunch } from '#core/ledger/reorder/reorder-advice.ts';
import { reorderHistory } from '#core/ledger/reorder/reorder-history.ts';
import { bestLevel } from '#core/ledger/reorder/best-order.ts';
import { correctForecast, pointsOf } from '#core/ledger/correction/corrected-forecast.ts';
import { weeklyLaunches } from '../../../support/weekly-launches.ts';

const past = {
  table: weeklyLaunches(
    Array.from({ length: 60 }, (_, i) => ({
      weeks: Array.from(
        { length: 12 },
        (__, week) => 1 + ((i * 7 + week * 5) % 13) * (1 + (i % 4)),
      ),
    })),
  ),
  forecastLogs: [],
};
const lessons = reorderHistory(past, { after: 2, leadTimeDays: 7 });
const byRule = reorderHistory(
  { ...past, table: weeklyLaunches([]) },
  { after: 2, leadTimeDays: 7 },
);
const running: RunningLaunch = {
  ...{ soldUnits: 30, daysWithoutStock: 0, stockLeft: 20, onOrder: 0 },
  forecastLog: Math.log1p(60),
  ...{ launchDay: 20_000, category: '', listPrice: 10 },
};
const terms = {
  stock: USUAL_STOCK_TERMS,
  money: { margin: 5, leftover: 1.5 },
  horizonDays: 28,
};
const advise = (change: Partial<RunningLaunch> = {}, known = lessons) =>
  adviseReorder(known, { ...running, ...change }, terms);

describe('adviseReorder', () => {
  it('asks for an order below the stock level that is worth most', () => {
    const { paths } = correctForecast(lessons.learnt!, running, { horizonDays: 28 });
    const demand = { soon: pointsOf(paths, 0, 2), rest: pointsOf(paths, 0, 10) };
    const point = Math.ceil(bestLevel(demand, terms.money));
    expect(advise().reorderPoint).toBe(point);
    expect(advise({ stockLeft: point })).toMatchObject({ kind: 'enough', orderUnits: 0 });
    expect(advise({ stockLeft: point - 10 }).kind).toBe('order');
    expect(advise({ stockLeft: 0, onOrder: point })).toMatchObject({ kind: 'enough' });
  });

  it('tells what is to come with its range, soon within all the rest', () => {
    for (const known of [lessons, byRule]) {
      const { soon, rest } = advise({}, known);
      for (const { low80, expected, high80 } of [soon, rest]) {
        expect(low80).toBeLessThan(expected);
        expect(expected).toBeLessThan(high80);
      }
      expect(soon.expected).toBeLessThan(rest.expected);
      expect(soon).toMatchObject({ after: 2, until: 4 });
    }
  });

  it('says what it rests on: past launches, or a rule', () => {
    expect(advise().launchCount).toBe(60);
    expect(advise({}, byRule).launchCount).toBeNull();
  });

  it('takes days without stock for days on which more would have been sold, up to twice as much', () => {
    const whole = advise({ soldUnits: 40 });
    expect(advise({ soldUnits: 30, daysWithoutStock: 3.5 }).rest).toEqual(whole.rest);
    expect(advise({ soldUnits: 20, daysWithoutStock: 7 }).rest).toEqual(whole.rest);
    expect(advise({ soldUnits: 20, daysWithoutStock: 13 }).rest).toEqual(whole.rest);
  });

  it('orders no more where more is there, and no less where more was sold', () => {
    const units = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(units, units, units, (soldUnits, stockLeft, more) => {
        const now = advise({ soldUnits, stockLeft });
        expect(advise({ soldUnits, stockLeft: stockLeft + more }).orderUnits).toBeLessThanOrEqual(
          now.orderUnits,
        );
        const later = advise({ soldUnits: soldUnits + more, stockLeft });
        expect(later.orderUnits).toBeGreaterThanOrEqual(now.orderUnits);
        expect(later.shortOdds).toBeGreaterThanOrEqual(now.shortOdds);
      }),
    );
  });

  it('orders nothing that would come too late', () => {
    const late = reorderHistory(past, { after: 11, leadTimeDays: 7 });
    const advice = adviseReorder(late, { ...running, stockLeft: 0 }, terms);
    expect(advice).toMatchObject({ kind: 'too-late', orderUnits: 0, soon: { until: 12 } });
    expect(advice.shortOdds).toBeGreaterThan(0.5);
  });

  it('expects less of a launch whose first reviews are worse than usual, where that told of past ones', () => {
    const isBad = (row: number) => row % 2 === 0;
    const table = {
      ...past.table,
      weeklyUnits: past.table.weeklyUnits!.map((units, week) =>
        units.map((count, row) => (week > 1 && isBad(row) ? count / 3 : count)),
      ),
    };
    const reviews = Array.from({ length: 60 }, (_, row) =>
      Array.from({ length: 10 }, (__, day) => ({ day, isNegative: day < (isBad(row) ? 5 : 1) })),
    );
    const learnt = reorderHistory({ ...past, table, reviews }, { after: 2, leadTimeDays: 7 });
    const [bad, good] = [5, 0].map((negative) =>
      advise({ reviews: { count: 10, negative } }, learnt),
    );
    expect(bad!.rest.expected).toBeLessThan(good!.rest.expected);
    expect(bad!.reviews).toMatchObject({ count: 10, negative: 5 });
    expect(bad!.reviews!.usual).toBeCloseTo(0.3, 2);
    expect(bad!.reviews!.factor).toBeLessThan(0.9);
    expect(good!.reviews!.factor).toBeGreaterThan(1.1);
    expect(advise({}, learnt).reviews).toBeNull();
    const untold = { reviews: { count: 10, negative: 5 } };
    expect(advise(untold).rest).toEqual(advise().rest);
    expect(advise(untold).reviews).toBeNull();
  });
});
