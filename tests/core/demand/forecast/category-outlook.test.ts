import { describe, expect, it } from 'vitest';
import { shopOutlook } from '#core/demand/forecast/category-outlook.ts';
import { sameTimeOfYear } from '#core/demand/series/same-week.ts';
import type { KnownDemand } from '#core/demand/market/known-demand.ts';

function known(...series: (readonly number[])[]): KnownDemand {
  return {
    panel: {
      ...{ firstDay: 4, weekCount: series[0]!.length },
      series: series.map((units, i) => ({ name: `C${i}`, units: Float64Array.from(units) })),
    },
    isOwn: true,
    market: series.map(() => null),
    joined: series.map(() => null),
  };
}

const weeks = Array.from({ length: 130 }, (_, week) => week);
const noise = (week: number) => 0.05 * Math.sin(week * 12.9898);
/** Peaks in weeks 40, 92 and 144. */
const season = (week: number) => 0.8 * Math.cos((2 * Math.PI * (week - 40)) / 52.18);

describe('shopOutlook', () => {
  it('finds the best weeks to come', () => {
    const { categories } = shopOutlook(
      known(weeks.map((week) => Math.exp(4 + season(week) + noise(week)))),
      sameTimeOfYear,
    )!;
    const week = (categories[0]!.peak.day - 4) / 7;
    expect(week).toBeGreaterThan(138);
    expect(week).toBeLessThan(147);
    expect(categories[0]!.peak.factor).toBeGreaterThan(1.3);
    expect(categories[0]!.shifts).toEqual([]);
    expect(categories[0]!.yearFactor).toBeGreaterThan(0.85);
    expect(categories[0]!.yearFactor).toBeLessThan(1.15);
  });

  it('tells a lasting change and growth', () => {
    const doubled = weeks.map((week) => Math.exp(4 + noise(week) + (week >= 100 ? 1 : 0)));
    const flat = weeks.map((week) => Math.exp(4 + noise(week + 3)));
    const { categories } = shopOutlook(known(doubled, flat), sameTimeOfYear)!;
    expect(categories[0]!.shifts.map(({ day }) => (day - 4) / 7)).toEqual([100]);
    expect(categories[0]!.yearFactor).toBeGreaterThan(2);
    expect(categories[1]!.yearFactor).toBeGreaterThan(0.9);
    expect(categories[1]!.yearFactor).toBeLessThan(1.1);
    expect(categories[1]!.shifts).toEqual([]);
  });

  it('does not know last year within the first', () => {
    const [young] = shopOutlook(known(weeks.slice(0, 30).map(() => 9)), sameTimeOfYear)!.categories;
    expect(young!.yearFactor).toBeNaN();
    expect(young!.knownWeeks).toBe(30);
    expect(shopOutlook(known([1, 2]), sameTimeOfYear)).toBeNull();
  });
});
