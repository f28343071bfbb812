import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residualAt } from '#core/model/blend/conformal-ranges.ts';
import { forecastErrors } from '#core/model/blend/forecast-errors.ts';
import { seededRandom } from '#core/base/random.ts';
import {
  demandAt,
  demandPoints,
  demandSpread,
  expectedDemand,
  expectedSales,
  oddsOfDemand,
  type DemandSpread,
} from '#core/planning/economics/demand.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import { anyLogUnits, anyResiduals, anySpread } from '../../../support/demand.ts';

const anyStock = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);

/** What the spread says, point by point. */
function pointsOf({ factors, rangeWidth }: DemandSpread, logUnits: number): number[] {
  const { middle, slope, largest } = rangeWidth ?? { middle: 0, slope: 0, largest: 0 };
  const most = Math.log(2);
  const log = Math.max(-most, Math.min(most, slope * (Math.min(logUnits, largest) - middle)));
  const width = Math.exp(Math.round(200 * log) / 200); // in steps of half a percent
  return Array.from(factors, (factor) => Math.max(0, Math.exp(logUnits) * factor ** width - 1));
}

/** Equal but for rounding. */
function expectSame(actual: number, wanted: number): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(wanted)));
}

describe('a spread of demand', () => {
  it('is a hundred equally likely factors, ascending, as residuals say', () => {
    fc.assert(
      fc.property(anyResiduals, (residuals) => {
        const { factors, sums } = demandSpread(residuals);
        expect(factors).toHaveLength(100);
        expect(factors).toEqual(factors.toSorted());
        expect(factors[9]).toBe(Math.exp(residualAt(residuals, 0.095)));
        expect(sums).toHaveLength(101);
        expect(sums[0]).toBe(0);
        expectSame(sums[100]!, sum(factors));
      }),
    );
  });

  it('gives the points of a forecast, never below nothing', () => {
    fc.assert(
      fc.property(anySpread, anyLogUnits, (spread, logUnits) => {
        const wanted = pointsOf(spread, logUnits);
        demandPoints(spread, logUnits).forEach((units, i) => expectSame(units, wanted[i]!));
      }),
    );
  });

  it('is where the forecast is if no residual is wrong', () => {
    const spread = demandSpread(Float64Array.of(0));
    expect(demandAt(spread, Math.log1p(40), 0.1)).toBeCloseTo(40, 9);
    expect(expectedDemand(spread, Math.log1p(40))).toBeCloseTo(40, 9);
    expect(expectedSales(spread, Math.log1p(40), 25)).toBeCloseTo(25, 9);
    expect(expectedSales(spread, Math.log1p(40), 60)).toBeCloseTo(40, 9);
  });
});

describe('a spread of demand whose width changes with the forecast', () => {
  it('is wide where forecasts are off by much', () => {
    const residuals = Float64Array.from({ length: 99 }, (_, i) => (i - 49) / 50);
    const spread = demandSpread(residuals, { middle: 4, slope: -0.25, largest: 60 });
    const rangeAt = (log: number) =>
      Math.log((1 + demandAt(spread, log, 0.9)) / (1 + demandAt(spread, log, 0.1)));
    const usual = rangeAt(4);
    expect(rangeAt(5) / usual).toBeCloseTo(Math.exp(-0.25), 2);
    expect(rangeAt(3) / usual).toBeCloseTo(Math.exp(0.25), 2);
    expect(rangeAt(60) / usual).toBeCloseTo(1 / 2, 2);
  });

  it.each([0.4, 1, 1.8])('expects more of a higher forecast, where errors are off by %s', (off) => {
    const random = seededRandom(11);
    const normal = () => Array.from({ length: 12 }, random).reduce((all, each) => all + each, -6);
    const predictedLog = Float64Array.from({ length: 400 }, () => 3 + normal());
    const residuals = predictedLog.map(
      (log) => off * Math.exp(-0.4 * (log - 3)) * (normal() + 0.2 * normal() ** 3),
    );
    const errors = forecastErrors({ origins: [{ predictedLog, residuals }] });
    expect(errors.rangeWidth!.slope).toBeLessThan(-0.03);
    const spread = demandSpread(errors.residuals, errors.rangeWidth);
    let last = 0;
    for (let log = -1; log < 9; log += 0.05) {
      const expected = expectedDemand(spread, log);
      expect(expected).toBeGreaterThan(0.99 * last); // factors change in steps of the width
      last = Math.max(last, expected);
    }
  });

  it('means more units where the forecast is higher', () => {
    fc.assert(
      fc.property(anySpread, anyLogUnits, (spread, logUnits) => {
        const [less, more] = [logUnits, logUnits + 0.1].map((log) => demandAt(spread, log, 0.9));
        expect(more).toBeGreaterThanOrEqual(less! - 1e-9);
      }),
    );
  });
});

describe('from the spread of demand', () => {
  it('come the mean sales of a stock, as counted point by point', () => {
    fc.assert(
      fc.property(anySpread, anyLogUnits, anyStock, (spread, logUnits, stock) => {
        const sold = pointsOf(spread, logUnits).map((units) => Math.min(units, stock));
        expectSame(expectedSales(spread, logUnits, stock), mean(sold));
      }),
    );
  });

  it('comes the mean demand, as counted point by point', () => {
    fc.assert(
      fc.property(anySpread, anyLogUnits, (spread, logUnits) => {
        expectSame(expectedDemand(spread, logUnits), mean(pointsOf(spread, logUnits)));
      }),
    );
  });

  it('come sales that grow with the stock, by ever less, up to the mean demand', () => {
    fc.assert(
      fc.property(anySpread, anyLogUnits, (spread, logUnits) => {
        const most = pointsOf(spread, logUnits).at(-1)!;
        const sold = Array.from({ length: 21 }, (_, i) =>
          expectedSales(spread, logUnits, (most * i) / 20),
        );
        const gained = sold.slice(1).map((units, i) => units - sold[i]!);
        const slack = 1e-9 * (1 + most);
        expect(sold[0]).toBe(0);
        gained.forEach((gain, i) => {
          expect(gain).toBeGreaterThanOrEqual(-slack);
          if (i > 0) expect(gain).toBeLessThanOrEqual(gained[i - 1]! + slack);
        });
        expectSame(sold.at(-1)!, expectedDemand(spread, logUnits));
      }),
    );
  });

  it('come the units that demand stays below in a share of cases', () => {
    fc.assert(
      fc.property(
        anySpread,
        anyLogUnits,
        fc.integer({ min: 1, max: 100 }),
        (spread, logUnits, percent) => {
          const points = pointsOf(spread, logUnits);
          const units = demandAt(spread, logUnits, (percent - 0.5) / 100);
          expect(units).toBe(points[percent - 1]);
          expect(points.filter((point) => point <= units).length).toBeGreaterThanOrEqual(percent);
        },
      ),
    );
  });

  it('come the least and the most at the ends of shares', () => {
    const spread = demandSpread(Float64Array.of(-0.5, 0, 0.5));
    const points = pointsOf(spread, 4);
    expect(demandAt(spread, 4, 0)).toBe(points[0]);
    expect(demandAt(spread, 4, 1)).toBe(points[99]);
  });

  it('come the odds of selling so many, as counted point by point', () => {
    fc.assert(
      fc.property(anySpread, anyLogUnits, anyStock, (spread, logUnits, units) => {
        const points = pointsOf(spread, logUnits);
        const atLeast = (bound: number) =>
          points.filter((point) => point >= bound).length / points.length;
        const odds = oddsOfDemand(spread, logUnits, units);
        const rounding = 1e-9 * (1 + units);
        expect(odds).toBeGreaterThanOrEqual(atLeast(units + rounding) - 1e-12);
        expect(odds).toBeLessThanOrEqual(atLeast(units - rounding) + 1e-12);
      }),
    );
  });

  it('comes that nothing at all is always asked for', () => {
    expect(oddsOfDemand(demandSpread(Float64Array.of(-1, 0)), -2, 0)).toBe(1);
  });
});
