import { describe, expect, it } from 'vitest';
import { decisionShop, SHOP_CHANNELS } from '#core/lesson/decision/decision-shop.ts';
import { fitLaunches } from '#core/lesson/decision/launch-model.ts';
import {
  decisionMark,
  highestProfit,
  largestStock,
  playLaunches,
  profitOfStock,
  profitRange,
  studyOrder,
} from '#core/lesson/decision/order-study.ts';
import { demandPoints } from '#core/planning/economics/demand.ts';
import { profitAt } from '#core/planning/economics/launch-profit.ts';

const model = fitLaunches(decisionShop(2, 150), 100);
const offer = { week: 20, channel: 'own', price: 25, isPromoted: false } as const;
const CHEAP = { unitCost: 5, leftoverLoss: 1 };
const DEAR = { unitCost: 18, leftoverLoss: 1 };

/** Profit of one case, written out: sales earn the margin, leftovers lose what they cost. */
function profitOfCase(units: number, stock: number, { unitCost, leftoverLoss }: typeof CHEAP) {
  const sold = Math.min(units, stock);
  const margin = offer.price * (1 - 0.03) - unitCost;
  return margin * sold - leftoverLoss * unitCost * (stock - sold);
}

describe.each([
  ['cheap', CHEAP],
  ['dear', DEAR],
])('an order of a %s product', (_, costs) => {
  const study = studyOrder(model, offer, costs);
  const cases = [...demandPoints(study.spread, study.logUnits)];

  it('has the mean profit of all cases', () => {
    for (const stock of [0, 1, 40, 80, 200]) {
      const each = cases.map((units) => profitOfCase(units, stock, costs));
      const mean = each.reduce((sum, profit) => sum + profit, 0) / cases.length;
      expect(profitOfStock(study, stock)).toBeCloseTo(mean, 8);
    }
  });

  it('earns no more with any other stock', () => {
    const all = Array.from({ length: 400 }, (_unused, stock) => profitOfStock(study, stock));
    expect(profitOfStock(study, study.bestOrder)).toBeCloseTo(Math.max(...all), 8);
  });

  it('covers the share of cases m / (m + l)', () => {
    const margin = offer.price * (1 - 0.03) - costs.unitCost;
    expect(study.level).toBeCloseTo(margin / (margin + costs.unitCost), 12);
    const covered = cases.filter((units) => units <= study.bestOrder + 1).length / cases.length;
    expect(Math.abs(covered - study.level)).toBeLessThan(0.04);
  });

  it('has ranges of the profits of cases', () => {
    const { low80, high80 } = profitRange(study, 60);
    const sorted = cases.map((units) => profitOfCase(units, 60, costs)).sort((a, b) => a - b);
    expect(low80).toBeCloseTo(sorted[9]!, 8);
    expect(high80).toBeCloseTo(sorted[89]!, 8);
  });
});

describe('the best order', () => {
  it('lies above the best guess where a missed sale costs more, below where a leftover does', () => {
    const cheap = studyOrder(model, offer, CHEAP);
    const dear = studyOrder(model, offer, DEAR);
    expect(cheap.bestGuess).toBe(dear.bestGuess);
    expect(cheap.bestOrder).toBeGreaterThan(1.15 * cheap.bestGuess);
    expect(dear.bestOrder).toBeLessThan(0.85 * dear.bestGuess);
  });

  it.each([CHEAP, DEAR])('earns more in a hundred launches, though not in each: %o', (costs) => {
    const study = studyOrder(model, offer, costs);
    const hundreds = Array.from({ length: 200 }, (_, seed) =>
      playLaunches(study, { seed: seed + 1, count: 100 }),
    );
    const paid = hundreds.filter(({ ofBestOrder, ofBestGuess }) => ofBestOrder > ofBestGuess);
    expect(paid.length).toBeGreaterThan(190);
    for (const { leads, ofBestOrder, ofBestGuess, behindCount } of hundreds) {
      expect(behindCount).toBeGreaterThan(0);
      expect(leads.at(-1)).toBeCloseTo(ofBestOrder - ofBestGuess, 6);
    }
  });

  it('earns nothing where a unit loses money', () => {
    const study = studyOrder(model, { ...offer, price: 18 }, DEAR);
    expect(study.level).toBe(0);
    expect(profitOfStock(study, study.bestOrder)).toBeLessThan(0);
  });
});

describe('the mark', () => {
  it('compares with the highest profit of every choice', () => {
    const highest = highestProfit(model, CHEAP);
    const weeks = Array.from({ length: 18 }, (_, i) => 1 + 3 * i);
    const prices = Array.from({ length: 23 }, (_, i) => 18 + i);
    const studies = SHOP_CHANNELS.flatMap((channel) =>
      weeks.flatMap((week) =>
        prices.map((price) => studyOrder(model, { ...offer, week, channel, price }, CHEAP)),
      ),
    );
    const profits = studies.flatMap((study) =>
      Array.from({ length: Math.floor(largestStock(study) / 7) + 1 }, (_, i) =>
        profitOfStock(study, 7 * i),
      ),
    );
    const found = profits.reduce((most, profit) => Math.max(most, profit));
    expect(found).toBeLessThanOrEqual(highest + 1e-9);
    expect(found).toBeGreaterThan(0.97 * highest);
  });

  it('is the share of the highest, and none without profit', () => {
    expect(decisionMark(30, 60)).toBe(0.5);
    expect(decisionMark(-5, 60)).toBe(0);
    expect(decisionMark(5, 0)).toBe(0);
  });
});

it('agrees with one case of the app’s own profit', () => {
  const study = studyOrder(model, offer, CHEAP);
  expect(profitAt(50, { money: study.money, stock: 60 })).toBeCloseTo(profitOfCase(50, 60, CHEAP));
});

it.each([CHEAP, DEAR])('ends the slider at a round stock beyond both orders: %o', (costs) => {
  const study = studyOrder(model, offer, costs);
  const end = largestStock(study);
  expect(end).toBeGreaterThan(1.4 * Math.max(study.bestGuess, study.bestOrder));
  expect(end % 40).toBe(0);
});
