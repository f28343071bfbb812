import { describe, expect, it } from 'vitest';
import { reorderHistory } from '#core/ledger/reorder/reorder-history.ts';
import { fitSalesCurve } from '#core/ledger/correction/sales-curve.ts';
import { weeklyLaunches } from '../../../support/weekly-launches.ts';

const launch = (weeks: number) => (_: unknown, i: number) => ({
  weeks: Array.from({ length: weeks }, (__, week) => 5 + ((i * (week + 3)) % 11)),
});
const history = (whole: number, short = 0) => ({
  table: weeklyLaunches([
    ...Array.from({ length: whole }, launch(12)),
    ...Array.from({ length: short }, launch(9)),
  ]),
  forecastLogs: [],
});

describe('reorderHistory', () => {
  it('look to the end of twelve weeks, and to when a second order could be there', () => {
    const past = history(20);
    const { soon, rest, learnt, isTooLate } = reorderHistory(past, { after: 2, leadTimeDays: 8 });
    expect({ soon, rest, isTooLate }).toEqual({
      soon: { after: 2, until: 5 },
      rest: { after: 2, until: 12 },
      isTooLate: false,
    });
    expect(learnt!.curve.mean).toEqual(fitSalesCurve(past, 12)!.mean);
    expect(learnt!.after).toBe(2);
  });

  it('look as far as enough launches tell', () => {
    const { rest, learnt } = reorderHistory(history(19, 1), { after: 1, leadTimeDays: 0 });
    expect(rest).toEqual({ after: 1, until: 9 });
    expect(learnt!.curve.launches).toHaveLength(20);
  });

  it('go by a rule over twelve weeks where too few launches tell', () => {
    const { rest, learnt } = reorderHistory(history(19), { after: 1, leadTimeDays: 0 });
    expect({ rest, learnt }).toEqual({ rest: { after: 1, until: 12 }, learnt: null });
  });

  it('tell what first reviews said of returns, of those of the weeks that are over', () => {
    const past = history(60);
    const returns = past.table.units.map((units, row) => Math.floor(units * (row % 2 ? 0.5 : 0)));
    const reviews = Array.from({ length: 60 }, (_, row) =>
      Array.from({ length: 8 }, (__, i) => ({ day: 7 + i, isNegative: row % 2 === 1 && i < 6 })),
    );
    const told = { ...past, table: { ...past.table, returns }, reviews };
    expect(reorderHistory(told, { after: 1, leadTimeDays: 7 }).reviewReturns).toBeNull();
    const { reviewReturns } = reorderHistory(told, { after: 3, leadTimeDays: 7 });
    expect(reviewReturns!.usual).toBeCloseTo(0.375, 2);
    expect(reviewReturns!.unitsPerReview).toBeGreaterThan(0);
  });

  it('say when what is ordered comes too late', () => {
    const at = (after: number) => reorderHistory(history(20), { after, leadTimeDays: 14 });
    expect(at(9)).toMatchObject({ isTooLate: false, soon: { after: 9, until: 12 } });
    expect(at(10)).toMatchObject({ isTooLate: true, soon: { after: 10, until: 12 } });
  });
});
