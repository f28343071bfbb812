// @module-tag whole
import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import {
  allActions,
  judgeBounds,
  judgePlan,
  oraclePlan,
  simulateLaunch,
} from '../support/demo-shop/judge.ts';
import { habitFor } from '../support/demo-shop/merchandiser.ts';
import {
  channelNamed,
  expectedOutcome,
  type ShopAction,
  type ShopOutcome,
} from '../support/demo-shop/truth.ts';
import { BRITISH_TRADE } from '../support/demo-shop/british-trade.ts';
import { LOCALES } from '../support/demo-shop/trades.ts';
import type { ShopProduct } from '../support/demo-shop/world.ts';

const shop = generateShop({ seed: 2, launches: 500, newProducts: 200 });
const { channels, promotions } = BRITISH_TRADE;
const usual: ShopAction = {
  launchDay: dayFromCalendar(2026, 6, 1),
  channel: 'Web shop',
  promotion: 'No promotion',
  priceFactor: 1,
  adSpend: 40,
};

function outcomes(changes: Partial<ShopAction>, products = shop.newProducts): ShopOutcome[] {
  return products.map((product) => expectedOutcome(shop.world, product, { ...usual, ...changes }));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function bestMonth(products: readonly ShopProduct[]): number {
  const unitsByMonth = Array.from({ length: 12 }, (_, month) => {
    const launchDay = dayFromCalendar(2026, month + 1, 15);
    return total(outcomes({ launchDay }, products).map(({ units }) => units));
  });
  return unitsByMonth.indexOf(Math.max(...unitsByMonth)) + 1;
}

describe('the truth of a demo shop', () => {
  it.each([
    ['christmas', 11],
    ['halloween', 10],
    ['summer', 6],
    ['easter', 3],
  ] as const)('sells %s titles best when launched in month %i', (theme, month) => {
    const products = shop.newProducts.filter((product) => product.theme === theme);
    expect(products.length).toBeGreaterThan(3);
    expect(Math.abs(bestMonth(products) - month)).toBeLessThanOrEqual(1);
  });

  it('lets Christmas titles peak before Christmas, not after', () => {
    const products = shop.newProducts.filter(({ theme }) => theme === 'christmas');
    const at = (month: number, day: number) =>
      total(
        outcomes({ launchDay: dayFromCalendar(2026, month, day) }, products).map((o) => o.units),
      );
    expect(at(11, 20)).toBeGreaterThan(1.5 * at(12, 20));
    expect(at(11, 20)).toBeGreaterThan(3 * at(6, 20));
  });

  it('sells fewer units at a higher price, whatever the product', () => {
    const cheap = outcomes({ priceFactor: 0.85 });
    const dear = outcomes({ priceFactor: 1.15 });
    cheap.forEach((outcome, i) => {
      expect(dear[i]!.price).toBeGreaterThan(outcome.price);
      expect(dear[i]!.units).toBeLessThan(outcome.units);
    });
  });

  it.each(promotions.slice(1).map(({ name }) => name))(
    'sells more units at a lower margin with %s',
    (promotion) => {
      const plain = outcomes({});
      const promoted = outcomes({ promotion });
      plain.forEach((outcome, i) => {
        expect(promoted[i]!.units).toBeGreaterThan(outcome.units);
        expect(promoted[i]!.price).toBeLessThan(outcome.price);
      });
    },
  );

  it('buys more impressions with more advertising, each pound fewer than the one before', () => {
    for (const { name: channel } of channels) {
      const reach = [0, 50, 100, 150, 200].map((adSpend) =>
        total(outcomes({ channel, adSpend }).map(({ impressions }) => impressions)),
      );
      const gains = reach.slice(1).map((impressions, i) => impressions - reach[i]!);
      expect(Math.min(...gains)).toBeGreaterThan(0);
      expect(gains).toEqual([...gains].sort((a, b) => b - a));
    }
  });

  it('lets the best channel depend on the product', () => {
    const best = shop.newProducts.map((product) => {
      const profits = channels.map(
        ({ name: channel }) => expectedOutcome(shop.world, product, { ...usual, channel }).profit,
      );
      return profits.indexOf(Math.max(...profits));
    });
    expect(new Set(best).size).toBeGreaterThanOrEqual(4);
  });

  it('brings some categories more buyers before a festival, and drowns out others', () => {
    const { world, newProducts } = generateShop({ locale: 'zh', seed: 2, launches: 1 });
    const categories = world.categories.map((answer) => ({ ...answer, festivalLift: [0, 0, 0] }));
    const [channel, promotion] = [world.trade.channels[0]!.name, world.trade.promotions[0]!.name];
    const before = { ...usual, channel, promotion, launchDay: dayFromCalendar(2026, 10, 23) };
    const gains = newProducts.map((product) => {
      const reach = (given: typeof world) => expectedOutcome(given, product, before).impressions;
      return reach(world) / reach({ ...world, categories });
    });
    expect(Math.max(...gains)).toBeGreaterThan(1.3);
    expect(Math.min(...gains)).toBeLessThan(0.95);
  });

  it('counts profit after the fee, the goods and the advertising', () => {
    const product = shop.newProducts[0]!;
    const outcome = expectedOutcome(shop.world, product, usual);
    const kept =
      outcome.price * (1 - channelNamed(BRITISH_TRADE, usual.channel).fee) - product.unitCost;
    expect(outcome.profit).toBeCloseTo(outcome.units * kept - 40, 8);
    expect(outcome.revenue).toBeCloseTo(outcome.units * outcome.price, 8);
  });
});

describe('the judge', () => {
  const few = generateShop({ seed: 2, launches: 1, newProducts: 40 });

  it('offers 52 weeks, every channel, every promotion and three prices, but no reduction of a raised price', () => {
    const actions = allActions(BRITISH_TRADE);
    const reduced = BRITISH_TRADE.promotions.filter(({ discount }) => discount > 0).length;
    expect(actions).toHaveLength(52 * 5 * (5 * 3 - reduced));
    expect(new Set(actions.map((action) => JSON.stringify(action))).size).toBe(actions.length);
  });

  it('gives the oracle a capture of one and nothing else more', () => {
    expect(judgePlan(few, oraclePlan(few)).capture).toBeCloseTo(1, 12);
    const timid = few.newProducts.map(({ id }) => ({ ...usual, productId: id }));
    expect(judgePlan(few, timid).capture).toBeLessThan(0.3);
  });

  it('simulates launches with the stock that they have, around what they would really sell', () => {
    const product = few.newProducts[0]!;
    const launch = { ...usual, productId: product.id, adSpend: 120, stockUnits: 20 };
    const given = { times: 2000, leftoverLoss: 0.5, seed: 3 };
    const { units, profit } = expectedOutcome(few.world, product, launch);
    const endless = simulateLaunch(
      few,
      { ...launch, stockUnits: 1e6 },
      { ...given, leftoverLoss: 0 },
    );
    const mean = (list: readonly number[]) => list.reduce((all, each) => all + each / 2000, 0);
    // Hidden quality, drawn at random, makes the mean a little higher than the outcome at median quality.
    expect(mean(endless.map(({ demand }) => demand)) / units).toBeGreaterThan(0.95);
    expect(mean(endless.map(({ demand }) => demand)) / units).toBeLessThan(1.25);
    const margin = (profit + 120) / units;
    endless.forEach((each) => expect(each.profit).toBeCloseTo(margin * each.demand - 120, 6));
    const stocked = simulateLaunch(few, launch, given);
    stocked.forEach(({ demand, profit: earned }, i) => {
      expect(demand).toBe(endless[i]!.demand);
      const sold = Math.min(demand, 20);
      const left = 0.5 * product.unitCost * (20 - sold);
      expect(earned).toBeCloseTo(margin * sold - left - 120, 6);
    });
    expect(() => simulateLaunch(few, { ...launch, productId: 'none' }, given)).toThrow(RangeError);
  });

  it('judges what the shop can do, and nothing else', () => {
    const plan = oraclePlan(few);
    const elsewhere = [{ ...plan[0]!, channel: 'Car boot' }, ...plan.slice(1)];
    expect(() => judgePlan(few, elsewhere)).toThrow('expected a choice of the shop, got Car boot');
  });

  it('refuses a plan that leaves a product out or names one twice', () => {
    const plan = oraclePlan(few);
    expect(() => judgePlan(few, plan.slice(1))).toThrow('expected 40 launches, got 39');
    expect(() => judgePlan(few, [...plan.slice(1), plan[1]!])).toThrow(RangeError);
  });

  it.each(LOCALES.flatMap((locale) => [1, 2, 3].map((seed) => ({ locale, seed }))))(
    'leaves habit far below the oracle, and one action for all not far above habit, in shop $locale $seed',
    (which) => {
      const bounds = judgeBounds(generateShop({ ...which, launches: 1, newProducts: 200 }));
      const { habit, bestFixed, oracle } = bounds;
      expect(habit).toBeGreaterThan(0);
      expect(habit).toBeLessThan(0.3 * oracle);
      expect((bestFixed - habit) / (oracle - habit)).toBeGreaterThan(0.1);
      expect((bestFixed - habit) / (oracle - habit)).toBeLessThan(0.27);
    },
  );

  it('shares the habit of a product out over weeks, channels and promotions', () => {
    for (const product of shop.newProducts) {
      const { weeks, channels, promotions } = habitFor(shop.world, product);
      for (const shares of [weeks, channels, promotions]) expect(total(shares)).toBeCloseTo(1, 10);
    }
  });
});
