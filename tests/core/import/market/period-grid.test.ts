import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCalendar, monthStart } from '#core/base/dates.ts';
import { gridOf, isLastPartial, stepOf } from '#core/import/market/period-grid.ts';

const first = fc.integer({ min: -10_000, max: 40_000 });
const STEPS = ['day', 'week', 'month'] as const;
const daysFrom = (day: number, step: (typeof STEPS)[number], count: number): number[] =>
  Array.from({ length: count }, (_, i) => {
    if (step === 'month') return monthStart(day, i);
    return day + i * (step === 'week' ? 7 : 1);
  });

describe('a grid of periods', () => {
  it('has the step of its days, with a few gaps and in any order', () => {
    fc.assert(
      fc.property(
        first,
        fc.constantFrom(...STEPS),
        fc.integer({ min: 14, max: 60 }),
        (day, step, count) => {
          const all = daysFrom(day, step, count);
          const days = all.filter((_, i) => i % 7 !== 3).toReversed();
          expect(stepOf(days)).toBe(step);
          const grid = gridOf(
            days,
            days.map((_, i) => i),
            step,
          )!;
          const from = all.indexOf(days.at(-1)!);
          expect([...grid.days]).toEqual(all.slice(from, all.indexOf(days[0]!) + 1));
          expect(grid.lacks.every((lack) => lack === null)).toBe(true);
          for (const [i, own] of days.entries())
            expect(grid.values[grid.days.indexOf(own)]).toBe(i);
          expect(grid.values.filter(Number.isNaN).length).toBe(grid.days.length - days.length);
        },
      ),
    );
  });

  it('has none where days are uneven', () => {
    expect(stepOf([])).toBeNull();
    expect(stepOf([5])).toBeNull();
    expect(stepOf([5, 5])).toBeNull();
    expect(stepOf([0, 3, 9, 20, 31])).toBeNull();
    expect(stepOf([0, 14, 28, 42])).toBeNull();
    expect(stepOf(daysFrom(0, 'month', 9).map((day) => monthStart(day, 1) - 1))).toBe('month');
    expect(gridOf([0, 8000], [1, 2], 'day')).toBeNull();
  });

  it('keeps the first value of a period and leaves out days off the step', () => {
    const { values, lacks } = gridOf([0, 7, 7, 9, 14], [1, 2, 3, 4, 5], 'week')!;
    expect([...values]).toEqual([1, 2, 5]);
    expect(lacks).toEqual([null, null, 'repeated', 'off-step', null]);
  });

  it('is not over on the last day of its last period', () => {
    const saved = dayFromCalendar(2024, 2, 29);
    const values = Float32Array.of(5, 5);
    const of = (days: number[], step: (typeof STEPS)[number]) =>
      isLastPartial({ days: Int32Array.from(days), values }, step, saved);
    expect(of([monthStart(saved, -1), monthStart(saved)], 'month')).toBe(true);
    expect(of([monthStart(saved, -2), monthStart(saved, -1)], 'month')).toBe(false);
    expect(of([saved - 1, saved], 'day')).toBe(true);
    expect(of([saved - 14, saved - 7], 'week')).toBe(false);
    expect(of([saved - 13, saved - 6], 'week')).toBe(true);
    // A forecast goes on after the day on which it was saved.
    expect(of([saved, saved + 7], 'week')).toBe(false);
  });
});
