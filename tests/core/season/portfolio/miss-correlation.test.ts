import { expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { seededRandom } from '#core/base/random.ts';
import { fitMissCorrelation } from '#core/season/portfolio/miss-correlation.ts';

/** Misses of months of categories with 5 launches each, with these standard deviations of what they have in common. */
function misses(ofMonth: number, ofCategory: number, { months = 40, categories = 6 } = {}) {
  const random = seededRandom(3);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows = Array.from({ length: months }, (_, month) => {
    const common = ofMonth * normal();
    return Array.from({ length: categories }, (_none, category) => {
      const own = ofCategory * normal();
      return Array.from({ length: 5 }, () => ({
        launchDay: dayFromCalendar(2020 + Math.floor(month / 12), 1 + (month % 12), 3),
        category: String(category),
        miss: common + own + normal(),
      }));
    });
  }).flat(2);
  return {
    actualUnits: Float64Array.from(rows, ({ miss }) => Math.expm1(10 + miss)),
    predictedLog: new Float64Array(rows.length).fill(10),
    launchDay: Float64Array.from(rows, ({ launchDay }) => launchDay),
    category: rows.map(({ category }) => category),
  };
}

it('finds what misses have in common', () => {
  const { month, category } = fitMissCorrelation(misses(0.7, 0.5));
  const all = 0.49 + 0.25 + 1;
  expect(Math.abs(month - 0.49 / all)).toBeLessThan(0.1);
  expect(Math.abs(category - 0.25 / all)).toBeLessThan(0.05);
});

it('does not take for a month what its few categories have in common', () => {
  const { month, category } = fitMissCorrelation(misses(0, 1, { months: 200, categories: 2 }));
  expect(month).toBeLessThan(0.06); // 0.18 if months were compared alone
  expect(Math.abs(category - 0.5)).toBeLessThan(0.06);
});

it('finds nothing where there is nothing', () => {
  const { month, category } = fitMissCorrelation(misses(0, 0));
  expect(month + category).toBeLessThan(0.03);
});

it('assumes what is usual where launches are few', () => {
  expect(fitMissCorrelation(null)).toEqual({ month: 0.1, category: 0 });
});
