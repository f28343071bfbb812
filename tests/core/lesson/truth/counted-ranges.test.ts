import { describe, expect, it } from 'vitest';
import { decisionShop } from '#core/lesson/decision/decision-shop.ts';
import { backtest, countRanges } from '#core/lesson/truth/counted-ranges.ts';

const SPLIT = { learnt: 100, compared: 60, counted: 80 };
const launches = decisionShop(1, 240);

describe('ranges counted on later launches', () => {
  it('hold what they say on average over many shops', () => {
    for (const level of [0.5, 0.8, 0.95]) {
      const shares = Array.from({ length: 150 }, (_, seed) => {
        const { insideCount } = countRanges(decisionShop(seed, 240), SPLIT, level);
        return insideCount / SPLIT.counted;
      });
      const share = shares.reduce((sum, each) => sum + each, 0) / shares.length;
      expect(Math.abs(share - level)).toBeLessThan(0.025);
    }
  });

  it('grow and hold more launches with their level', () => {
    const counts = [0.5, 0.65, 0.8, 0.95].map((level) => countRanges(launches, SPLIT, level));
    for (const [i, { width, insideCount }] of counts.entries()) {
      if (i === 0) continue;
      expect(width).toBeGreaterThan(counts[i - 1]!.width);
      expect(insideCount).toBeGreaterThanOrEqual(counts[i - 1]!.insideCount);
    }
  });

  it('count the launches inside one by one', () => {
    const { launches: found, insideCount } = countRanges(launches, SPLIT, 0.8);
    expect(found.map(({ units }) => units)).toEqual(launches.slice(160).map(({ units }) => units));
    const inside = found.filter(({ units, low, high }) => low <= units && units <= high);
    expect(insideCount).toBe(inside.length);
    for (const { low, forecast, high } of found) {
      expect(low).toBeLessThan(high);
      expect(forecast).toBeGreaterThan(0);
    }
  });

  it('know nothing of the launches they are counted on', () => {
    const changed = launches.map((launch, i) => (i < 160 ? launch : { ...launch, units: 7 }));
    const ends = (given: typeof launches) =>
      countRanges(given, SPLIT, 0.8).launches.map(({ low, high }) => [low, high]);
    expect(ends(changed)).toEqual(ends(launches));
  });
});

it('a backtest counts the same number of launches after each origin', () => {
  const rows = backtest(launches, { origins: [120, 160, 200], counted: 40 }, 0.8);
  expect(rows.map(({ before }) => before)).toEqual([120, 160, 200]);
  rows.forEach(({ before, ranges }) =>
    expect(ranges.launches.map(({ units }) => units)).toEqual(
      launches.slice(before, before + 40).map(({ units }) => units),
    ),
  );
});
