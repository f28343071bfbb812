import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { withUnseen } from '#core/model/blend/unseen-launches.ts';
import { demandAt, demandSpread, expectedDemand } from '#core/planning/economics/demand.ts';

const residuals = Float64Array.from({ length: 40 }, (_, i) => (i - 19.5) / 20);

/** Days of sales in a year from the listing on, at a steady rate: a Poisson process, whose waits are exponential. */
function salesOf(perDay: number, random: Random): number[] {
  const days: number[] = [];
  for (let day = 0; day < 365; days.push(day)) day += -Math.log(1 - random()) / perDay;
  return days.slice(0, -1);
}

const within28 = (days: readonly number[], from: number): number =>
  days.filter((day) => day >= from && day < from + 28).length;

describe('withUnseen', () => {
  it('counts one that sold nothing for each that sold a single piece', () => {
    const seen = withUnseen(residuals, [1, 1, 9, 12, NaN, 1, 30, 4, 1, 8]);
    expect(seen).toHaveLength(58); // 4 of 9 of 40 more
    expect(seen.slice(18)).toEqual(residuals);
  });

  it('changes nothing where each launch sold more', () => {
    const many = fc.array(fc.integer({ min: 2, max: 1e6 }), { minLength: 1 });
    fc.assert(
      fc.property(many, (units) => {
        expect(withUnseen(residuals, units)).toEqual(residuals);
      }),
    );
  });

  it.each([3, 10])(
    'gives ranges that hold what products of %d sales in four weeks sell once they are listed',
    (usual) => {
      const random = seededRandom(usual);
      // Rates are exponential: many products sell little.
      const all = Array.from({ length: 4_000 }, () =>
        salesOf((-Math.log(1 - random()) * usual) / 28, random),
      );
      const truth = all.map((days) => within28(days, 0));
      const seen = all.filter((days) => days.length > 0).map((days) => within28(days, days[0]!));
      const logs = Float64Array.from(seen, Math.log1p).sort();
      const held = (spread: ReturnType<typeof demandSpread>) => {
        const [low, high] = [demandAt(spread, 0, 0.1), demandAt(spread, 0, 0.9)];
        return mean(truth.map((units) => Number(units >= low - 1e-9 && units <= high + 1e-9)));
      };
      const [before, after] = [demandSpread(logs), demandSpread(withUnseen(logs, seen))];
      expect(held(before)).toBeLessThan(0.77);
      expect(held(after)).toBeGreaterThan(0.8);
      const off = (spread: ReturnType<typeof demandSpread>) =>
        Math.abs(expectedDemand(spread, 0) - mean(truth));
      expect(off(after)).toBeLessThan(off(before) / 2);
    },
  );
});
