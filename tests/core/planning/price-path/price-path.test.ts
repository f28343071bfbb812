import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  priceScene,
  profitsOf,
  salesOf,
  sellThroughOf,
  type Markdown,
  type PriceScene,
} from '#core/planning/price-path/price-path.ts';
import { demandPoints } from '#core/planning/economics/demand.ts';
import { logUnitsAt, unitMoneyAt } from '#core/planning/what-if/what-if.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { planStudy, someChoice } from '../../../support/plan-study.ts';

const FALLING = {
  shares: [8, 6, 5, 4, 4, 3, 3, 2, 2, 1, 1, 1].map((w) => w / 40),
  launchCount: 30,
};

/** Buyers of elasticity 2: a fifth off, 1.5625 times as many. */
function scene(change: Partial<PriceScene> = {}): PriceScene {
  const money = { revenue: 20, margin: 12, leftover: 2, fixedCost: 50 };
  return {
    ...{ curve: FALLING, stock: 100, cases: Float64Array.of(40, 80, 160), money },
    at: (depth) => ({
      money: { ...money, revenue: 20 * (1 - depth), margin: 12 - 20 * depth },
      response: (1 - depth) ** -2,
    }),
    ...change,
  };
}

/** Week by week, piece by piece. */
function playedOut({ curve, stock, at, money }: PriceScene, asked: number, cut: Markdown) {
  let [left, profit] = [stock, -money.fixedCost];
  const sellThrough: number[] = [];
  curve.shares.forEach((share, index) => {
    const isCut = index + 1 >= cut.fromWeek;
    const { money: lower, response } = at(cut.depth);
    const sold = Math.min(left, asked * share * (isCut ? response : 1));
    left -= sold;
    profit += sold * (isCut ? lower.margin : money.margin);
    sellThrough.push((stock - left) / stock);
  });
  return { profit: profit - money.leftover * left, left, sellThrough };
}

const anyCut = fc.record({
  fromWeek: fc.integer({ min: 2, max: 12 }),
  depth: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
});
const anyStock = fc.integer({ min: 1, max: 400 });

describe('a path of prices', () => {
  it('earns what it does week by week', () => {
    fc.assert(
      fc.property(anyCut, anyStock, (cut, stock) => {
        const given = scene({ stock });
        const profits = profitsOf(given, cut);
        const weeks = sellThroughOf(given, cut);
        given.cases.forEach((asked, i) => {
          const played = playedOut(given, asked, cut);
          expect(profits[i]).toBeCloseTo(played.profit, 6);
          expect(salesOf(given, { asked }, cut).left).toBeCloseTo(played.left, 6);
          weeks.forEach((cases, week) =>
            expect(cases[i]).toBeCloseTo(played.sellThrough[week]!, 9),
          );
        });
      }),
    );
  });

  it('serves later demand from what is left, at the price that then holds', () => {
    const later = { share: 2, holding: 1 };
    const given = scene({ stock: 130, laterShare: 0.5 });
    const money = { ...given.money, later };
    const cases = profitsOf({ ...given, money }, null);
    // 40 + 20 later, 80 + 40 later, 130
    expect(cases[0]).toBeCloseTo(40 * 12 + 20 * 11 - 70 * 2 - 50, 9);
    expect(cases[1]).toBeCloseTo(80 * 12 + 40 * 11 - 10 * 2 - 50, 9);
    expect(cases[2]).toBeCloseTo(130 * 12 - 50, 9);
    const cut: Markdown = { fromWeek: 2, depth: 0.2 };
    const at = (depth: number) => {
      const lower = given.at(depth);
      return { ...lower, money: { ...lower.money, later } };
    };
    const [asked] = given.cases;
    const { soldBefore, soldAfter, left } = salesOf(given, { asked: asked! }, cut);
    const after = Math.min(left, 0.5 * asked! * 0.8 ** -2);
    const wanted = 12 * soldBefore + 8 * soldAfter + 7 * after - 2 * (left - after) - 50;
    expect(profitsOf({ ...given, money, at }, cut)[0]).toBeCloseTo(wanted, 9);
  });

  it('sells what one price sells before it is cut, and no less after', () => {
    fc.assert(
      fc.property(anyCut, anyStock, (cut, stock) => {
        const given = scene({ stock });
        const [held, marked] = [sellThroughOf(given, null), sellThroughOf(given, cut)];
        held.forEach((cases, week) =>
          cases.forEach((share, i) => {
            if (week + 1 < cut.fromWeek) expect(marked[week]![i]).toBeCloseTo(share, 12);
            else expect(marked[week]![i]).toBeGreaterThanOrEqual(share - 1e-12);
          }),
        );
      }),
    );
  });

  it('earns less the more a leftover loses, and with the unit cost', () => {
    fc.assert(
      fc.property(anyCut, anyStock, (cut, stock) => {
        const earned = (leftover: number, cost: number) => {
          const { money, at } = scene();
          const dearer = { ...money, leftover, margin: money.margin - cost };
          const given = scene({
            stock,
            money: dearer,
            at: (depth) => ({
              ...at(depth),
              money: { ...dearer, margin: at(depth).money.margin - cost },
            }),
          });
          return sum(profitsOf(given, cut));
        };
        expect(earned(4, 0)).toBeLessThanOrEqual(earned(2, 0));
        expect(earned(2, 1)).toBeLessThan(earned(2, 0));
      }),
    );
  });

  it('without a cut sells what is asked for, as far as stock goes', () => {
    expect([...profitsOf(scene(), null)]).toEqual([
      40 * 12 - 60 * 2 - 50,
      80 * 12 - 20 * 2 - 50,
      100 * 12 - 50,
    ]);
    expect(sellThroughOf(scene(), null).at(-1)).toEqual(Float64Array.of(0.4, 0.8, 1));
  });
});

describe('priceScene', () => {
  it('takes cases, money and the answer to a lower price from the study', () => {
    const study = planStudy();
    const given = priceScene(study, FALLING, { choice: someChoice, horizonDays: 28 });
    const log = logUnitsAt(study, someChoice);
    const inHorizon = (8 + 6 + 5 + 4) / 40;
    demandPoints(study.spread, log).forEach((units, i) =>
      expect(given.cases[i]).toBeCloseTo(units / inHorizon, 9),
    );
    expect(given.money).toEqual(unitMoneyAt(study, someChoice));
    // The study's units go with the price to the power of −1.8.
    expect(given.at(0.2).response).toBeCloseTo(0.8 ** -1.8, 2);
    expect(given.at(0.2).money).toEqual(unitMoneyAt(study, { ...someChoice, priceFactor: 0.8 }));
  });
});
