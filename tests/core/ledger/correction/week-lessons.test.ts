import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { fitSalesCurve } from '#core/ledger/correction/sales-curve.ts';
import { expectedLogs, weekLessons } from '#core/ledger/correction/week-lessons.ts';
import { weeklyLaunches } from '../../../support/weekly-launches.ts';

const AFTER = 3;
const random = seededRandom(5);
const all = Array.from({ length: 40 }, () => {
  const level = 3 * random();
  return { weeks: Array.from({ length: 12 }, () => Math.expm1(1 + level + random())) };
});
const lessonsOf = (launches: typeof all) =>
  weekLessons(fitSalesCurve({ table: weeklyLaunches(launches), forecastLogs: [] }, 8)!, AFTER);
const seen = { weeks: [0, 1, 2], isSum: false };

describe('weekLessons', () => {
  it('leaves each launch nearly as far from its prediction as a fit without it does', () => {
    const { paths } = lessonsOf(all).lessonFor(seen);
    for (const i of [0, 7, 21, 39]) {
      const lessons = lessonsOf(all.filter((_, other) => other !== i));
      const logs = all[i]!.weeks.map(Math.log1p);
      const beyond = seen.weeks.map((week) => logs[week]! - lessons.curve.mean[week]!);
      const told = { beyond, forecastLog: NaN, reviews: undefined };
      const expected = expectedLogs(lessons, lessons.lessonFor(seen), told);
      expected.forEach((log, week) => {
        const off = paths[i]!.residuals[week]! - (logs[AFTER + week]! - log);
        expect(Math.abs(off)).toBeLessThan(0.02);
      });
    }
  });

  it('fits once what is seen in the same way', () => {
    const lessons = lessonsOf(all);
    expect(lessons.lessonFor(seen)).toBe(lessons.lessonFor({ weeks: [0, 1, 2], isSum: false }));
    const bySum = lessons.lessonFor({ ...seen, isSum: true });
    expect(bySum).not.toBe(lessons.lessonFor(seen));
  });
});
