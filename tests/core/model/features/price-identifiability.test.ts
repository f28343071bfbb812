import { describe, expect, it } from 'vitest';
import {
  isPriceIdentified,
  isTagIdentified,
  priceResponse,
  tagResponse,
} from '#core/model/features/price-identifiability.ts';
import { seededRandom } from '#core/base/random.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';

/** Launches whose log price ratios and log units are these. */
const launches = (points: readonly (readonly [logRatio: number, logUnits: number])[]) =>
  points.map(([logRatio, logUnits]): LaunchRow => ({
    listPrice: 20,
    salePrice: 20 * Math.exp(logRatio),
    units: Math.expm1(logUnits),
  }));

describe('price response', () => {
  it('is the line of least squares, with its standard error', () => {
    // x = −0.3, −0.1, 0.1, 0.3; slope = Σxy / Σx², error = √(Σr² / 2 / Σx²): by hand
    const [x, y] = [
      [-0.3, -0.1, 0.1, 0.3],
      [4.5, 4.0, 3.9, 3.2],
    ];
    const response = priceResponse(launchTable(launches(x.map((at, i) => [at, y[i]!]))))!;
    expect(response.slope).toBeCloseTo(-0.4 / 0.2, 9);
    const missed = [0.6 - 0.6, 0.1 - 0.2, 0 + 0.2, -0.7 + 0.6].map((r) => r * r);
    const error = Math.sqrt(missed.reduce((all, r) => all + r, 0) / 2 / 0.2);
    expect(response.standardError).toBeCloseTo(error, 9);
    expect(response.priceSpread).toBeCloseTo(Math.sqrt(0.2 / 4), 9);
  });

  it('leaves out what sets categories apart', () => {
    const own = launches([
      [-0.2, 3.4],
      [0, 3],
      [0.2, 2.6],
    ]).map((row) => ({ ...row, category: 'Garden' }));
    const other = launches([
      [-0.2, 7.4],
      [0, 7],
      [0.2, 6.6],
    ]).map((row) => ({ ...row, category: 'Kitchen' }));
    const response = priceResponse(launchTable([...own, ...other]))!;
    expect(response.slope).toBeCloseTo(-2, 9);
    expect(response.standardError).toBeCloseTo(0, 9);
  });

  it('passes over launches without a price or units', () => {
    const rows = launches([
      [-0.2, 3.4],
      [0, 3],
      [0.2, 2.6],
    ]);
    const table = launchTable([...rows, { units: 900 }, { ...rows[0], units: NaN }]);
    expect(priceResponse(table)!.slope).toBeCloseTo(-2, 9);
  });

  it('is nothing where there is one price or hardly a launch', () => {
    expect(priceResponse(launchTable([{ listPrice: 5, salePrice: 5 }]))).toBeNull();
    const same = Array.from({ length: 9 }, (_, i) => ({ listPrice: 5, salePrice: 4, units: i }));
    expect(priceResponse(launchTable(same))).toBeNull();
  });
});

describe('a price', () => {
  const noise = (i: number) => 0.2 * Math.sin(2.4 * i * i);
  const history = (spread: number, slope: number) =>
    launchTable(
      launches(
        Array.from({ length: 60 }, (_, i) => {
          const logRatio = spread * Math.sin(i);
          return [logRatio, 4 + slope * logRatio + noise(i)];
        }),
      ),
    );

  it('is told where units follow it', () => {
    expect(isPriceIdentified(history(0.2, -2))).toBe(true);
  });

  it('is not told where they do not, or where it hardly varied', () => {
    expect(isPriceIdentified(history(0.2, 0))).toBe(false);
    expect(isPriceIdentified(history(0.02, -30))).toBe(false);
    expect(isPriceIdentified(launchTable([]))).toBe(false);
  });
});

describe('the tag price', () => {
  const promotions = [
    { name: 'none', depth: 0 },
    { name: 'half', depth: 0.5 },
  ];
  /** Units follow the tag by an elasticity, and a promotion's pull beside it. */
  const tagged = (elasticity: number, pull = 0) => {
    const random = seededRandom(3);
    return launchTable(
      Array.from({ length: 200 }, (_, i) => {
        const tag = Math.exp(0.1 * drawNormal(random));
        const { name, depth } = promotions[i % 2]!;
        const units = Math.expm1(
          5 + elasticity * Math.log(tag) + pull * depth + 0.1 * drawNormal(random),
        );
        const category = i % 3 ? 'Kitchen' : 'Garden';
        return {
          category,
          promotion: name,
          listPrice: 20,
          salePrice: 20 * tag * (1 - depth),
          units,
        };
      }),
    );
  };

  it('is told apart from what a promotion pulls', () => {
    expect(tagResponse(tagged(-2, 3), promotions)!.slope).toBeCloseTo(-2, 0);
    expect(isTagIdentified(tagged(-2, 3), promotions)).toBe(true);
    // The promotion alone would pass for a response to the price.
    expect(isPriceIdentified(tagged(0, 3))).toBe(true);
    expect(isTagIdentified(tagged(0, 3), promotions)).toBe(false);
  });

  it('tells nothing where demand seems to fall by less than the price rises', () => {
    expect(isTagIdentified(tagged(-0.6), promotions)).toBe(false);
  });
});
