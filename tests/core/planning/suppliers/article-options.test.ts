import { describe, expect, it } from 'vitest';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { economyOf, valuesOfCells } from '#core/planning/economics/economics.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { USUAL_STOCK_TERMS, type StockTerms } from '#core/planning/plan/stock-terms.ts';
import { unitMoney } from '#core/planning/plan/unit-money.ts';
import { articleOptions, type OptionSearch } from '#core/planning/suppliers/article-options.ts';

const space = {
  weeks: [0, 28, 56, 84, 112, 140],
  channels: [
    { name: 'shop', fee: 0 },
    { name: 'market', fee: 0.2 },
  ],
  promotions: [],
  ...{ priceFactors: [1], adSpend: 10, adSpends: [] },
};
const spread = demandSpread(Float64Array.from({ length: 100 }, (_, i) => (i - 49.5) / 60));
/** Units by week; the market sells half as many as the shop. */
const UNITS = [50, 90, 70, 20, 10, 60];
const logUnits = Float64Array.from(
  UNITS.flatMap((units) => [units, units / 2]),
  Math.log1p,
);

function optionsOf(changed: Partial<OptionSearch> = {}, terms: Partial<StockTerms> = {}) {
  const economy = economyOf(space, {
    ...{ objective: 'profit', economics: { listPrice: 20, unitCost: 8 }, returnRates: null },
    ...{ spread, terms: { ...USUAL_STOCK_TERMS, ...terms } },
  });
  return articleOptions({
    ...{ space, economy, logUnits, values: valuesOfCells(economy, logUnits) },
    ...{ allowed: new Uint8Array(12).fill(1), firstDay: 0, shrinkage: null },
    ...changed,
  });
}

describe('the options of an article', () => {
  it('are the best weeks, on the channel that earns most there, the best first', () => {
    const options = optionsOf();
    const values = options.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(new Set(options.map(({ channel }) => channel))).toEqual(new Set(['shop']));
    expect([...new Set(options.map(({ launchDay }) => launchDay))].sort((a, b) => a - b)).toEqual([
      0, 28, 56, 140,
    ]);
    expect(options[0]).toMatchObject({ launchDay: 28, salePrice: 20 });
  });

  it('have a smaller stock each, too, which leaves cash', () => {
    const [full, small] = optionsOf().filter(({ launchDay }) => launchDay === 28);
    expect(small!.stockUnits).toBeLessThan(full!.stockUnits);
    expect(full!.outlay).toBe(8 * full!.stockUnits + 10);
    expect(small!.spread).toBeLessThan(full!.spread);
  });

  it('promise what a forecast with their stock says', () => {
    for (const { logUnits: log, money, stockUnits, value } of optionsOf()) {
      const { outcome } = forecast(spread, {
        logUnits: log,
        money: unitMoney(money),
        stock: stockUnits,
      });
      expect(outcome.profit!.expected).toBeCloseTo(value, 6);
    }
  });

  it('keep the minimum and the pack', () => {
    for (const { stockUnits } of optionsOf({}, { minimumOrder: 300, packSize: 24 })) {
      expect(stockUnits % 24).toBe(0);
      expect(stockUnits).toBeGreaterThanOrEqual(300);
    }
  });

  it('begin when the article can be there, and keep to what was tried', () => {
    expect(optionsOf({ firstDay: 57 })[0]!.launchDay).toBe(140);
    expect(optionsOf({ firstDay: 141 })).toEqual([]);
    const onlyMarket = Uint8Array.from({ length: 12 }, (_, cell) => cell % 2);
    expect(optionsOf({ allowed: onlyMarket })[0]!.channel).toBe('market');
  });

  it('expect less of what is chosen for its forecast', () => {
    const shrinkage = { centre: Math.log1p(50), level: -0.2, slope: 0.5, count: 100 };
    const [plain, shrunk] = [optionsOf()[0]!, optionsOf({ shrinkage })[0]!];
    expect(shrunk.value).toBeLessThan(plain.value);
    expect(shrunk.stockUnits).toBeLessThan(plain.stockUnits);
  });
});
