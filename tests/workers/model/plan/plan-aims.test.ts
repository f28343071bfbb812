// @module-tag training
// @module-tag whole
// What is asked of the plans of a shop, and what is odd about its products: the answer is as asked, finite, and says what was odd.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WEEKS_PER_YEAR, weekOfYear } from '#core/base/dates.ts';
import { NO_SELLING_TERMS } from '#core/planning/plan/selling-terms.ts';
import { ATTITUDES, GIVEN_UP, USUAL_AIM, type Aim } from '#core/planning/plan/aim.ts';
import { CLEAR_GAIN } from '#core/planning/search/as-usual.ts';
import { TIED_CELLS } from '#core/planning/search/near-ties.ts';
import { afterWaiting, keptAfterWaiting } from '#core/planning/search/waiting.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import type {
  LaunchAction,
  LaunchPlan,
  PlannedLaunch,
  ProductNote,
} from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { BlendWeights } from '#core/model/blend/blend.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { expectNoTensorLeak } from '../../../learning/support.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { notFinite } from '../../../support/not-finite.ts';
import { plan, spaceOf, type PlanChange, type Planning } from '../../../support/planning.ts';
import { shopProducts, shopTable } from '../../../support/shop-table.ts';

const shop = generateShop({ launches: 300, newProducts: 20 });
const table = shopTable(shop);
const products = shopProducts(shop);
const blend: BlendWeights = {
  net: 0.25,
  ridge: 0.25,
  trees: 0.25,
  analogues: 0.125,
  median: 0.125,
};
let given: Planning;
beforeAll(async () => {
  const engine = await openNodeEngine();
  const model = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 6 } });
  given = { model: { ...model, blend }, table, engine };
});
afterAll(() => given.engine.dispose());

const plansOf = async (of: readonly NewProduct[], change: PlanChange = {}) =>
  (await plan(given, of, change)).plans;

/** In the order of the products. */
async function plansInOrder(of: readonly NewProduct[], change: PlanChange = {}) {
  const plans = await plansOf(of, change);
  return of.map(({ id }) => plans.find(({ product }) => product.id === id)!);
}

function isUnlike(kind: string, one: LaunchAction, other: LaunchAction): boolean {
  const apart = Math.abs(weekOfYear(one.launchDay) - weekOfYear(other.launchDay));
  if (kind === 'other-channel') return one.channel !== other.channel;
  const isApart = Math.min(apart, WEEKS_PER_YEAR - apart) >= 6;
  return kind === 'other-season' ? isApart : one.promotion !== other.promotion;
}

/** Expected profit after the cost of waiting. */
const worth = ({ action, outcome }: PlannedLaunch): number =>
  afterWaiting(
    outcome.profit!.expected,
    keptAfterWaiting(action.launchDay - spaceOf(given).weeks[0]!, USUAL_AIM.waitingCostPerYear!),
  );

/** A plan is not clearly outdone by what is shown beside it; what the seller usually does is, by less than would be. */
function most(planned: LaunchPlan): number {
  const { isAsUsual, usual } = planned;
  const bar = isAsUsual ? CLEAR_GAIN * Math.abs(usual.outcome.profit!.expected) : 0;
  return worth(planned) / (1 - TIED_CELLS) + bar;
}

describe('other plans', () => {
  it('are at most two, unlike the plan in what they say, and promise no more than it', async () => {
    const plans = await plansOf(products);
    for (const planned of plans) {
      const { action, alternatives } = planned;
      expect(alternatives.length).toBeLessThanOrEqual(2);
      for (const other of alternatives) {
        expect(isUnlike(other.kind, other.action, action)).toBe(true);
        expect(worth(other)).toBeLessThanOrEqual(most(planned) + 1e-6);
        expect(other.support.anywhere).toBeGreaterThan(0);
      }
    }
    const kinds = plans.flatMap(({ alternatives }) => alternatives.map(({ kind }) => kind));
    expect(new Set(kinds).size).toBeGreaterThan(1);
  });

  it('and the plan were all tried before: channel with promotion, near that week of a year', async () => {
    for (const { action, alternatives } of await plansOf(products)) {
      for (const { launchDay, channel, promotion } of [
        action,
        ...alternatives.map((other) => other.action),
      ]) {
        const rows = [...table.channel.keys()].filter((row) => table.channel[row] === channel);
        expect(rows.some((row) => table.promotion[row] === promotion)).toBe(true);
        const weeks = rows.map((row) =>
          Math.abs(weekOfYear(table.launchDay[row]!) - weekOfYear(launchDay)),
        );
        expect(weeks.some((apart) => Math.min(apart, WEEKS_PER_YEAR - apart) <= 3)).toBe(true);
      }
    }
  });
});

describe('plans to launch as usual', () => {
  const calibrated = (actionShare: number): Planning => ({
    ...given,
    model: { ...given.model, calibration: { ...given.model.calibration, actionShare } },
  });

  it('are made where no other way is clearly better, and nowhere else', async () => {
    const whole = spaceOf(given);
    const channels = whole.channels.slice(0, 1);
    const space = { ...whole, channels, priceFactors: [1], adSpends: [] };
    const { plans } = await plan(calibrated(0.15), products, { space });
    const asUsual = plans.filter(({ isAsUsual }) => isAsUsual);
    expect(asUsual.length).toBeGreaterThan(0);
    expect(asUsual.length).toBeLessThan(plans.length);
    for (const planned of plans) {
      const others = planned.alternatives.map(worth);
      expect(Math.max(...others, -Infinity)).toBeLessThanOrEqual(most(planned) + 1e-6);
    }
    const bar = ({ usual }: LaunchPlan) => (1 + CLEAR_GAIN) * usual.outcome.profit!.expected;
    for (const planned of plans.filter(({ isAsUsual }) => !isAsUsual))
      expect(planned.outcome.profit!.expected).toBeGreaterThan(bar(planned));
  });

  it('are what the seller usually does, and worth launching', async () => {
    const doubted = calibrated(0.05);
    const { plans } = await plan(doubted, products);
    const space = spaceOf(doubted);
    for (const { action, usual, isAsUsual, verdict } of plans) {
      expect(isAsUsual).toBe(true);
      expect(verdict).toEqual({ kind: 'launch' });
      expect(action).toMatchObject({ channel: usual.channel, promotion: usual.promotion });
      expect([action.priceFactor, action.adSpend]).toEqual([1, space.adSpend]);
      expect(action.stockUnits).toBeGreaterThan(0);
    }
    expect(plans.some(({ alternatives }) => alternatives.length > 0)).toBe(true);
  });
});

describe('the stock of a plan', () => {
  it('is what is on hand, and nothing is spent to sell more than that', async () => {
    const few = products.map((product) => ({ ...product, firstStock: 10 }));
    const free = await plansInOrder(products);
    const held = await plansInOrder(few);
    held.forEach(({ action, usual, alternatives, verdict, outcome }, i) => {
      expect([action.stockUnits, usual.stockUnits]).toEqual([10, 10]);
      for (const other of alternatives) expect(other.action.stockUnits).toBe(10);
      expect(action.adSpend).toBeLessThanOrEqual(free[i]!.action.adSpend!);
      expect(verdict.kind).toBe('launch');
      expect(outcome.revenue!.high80).toBeLessThanOrEqual(10 * action.salePrice! + 0.1);
      expect(outcome.profit!.expected).toBeGreaterThanOrEqual(usual.outcome.profit!.expected);
    });
  });

  it('is still to be decided where nothing is on hand', async () => {
    const none = { ...products[0]!, firstStock: 0 };
    const [empty, free] = [await plansOf([none]), await plansOf([products[0]!])];
    expect(empty[0]!.action).toEqual(free[0]!.action);
    expect(empty[0]!.notes).toEqual(['no-stock']);
  });

  it('can be ordered', async () => {
    const stock = { ...USUAL_STOCK_TERMS, packSize: 12, minimumOrder: 100 };
    for (const { action, usual } of await plansOf(products, { aim: { stock } })) {
      expect(action.stockUnits % 12).toBe(0);
      expect(action.stockUnits).toBeGreaterThanOrEqual(100);
      expect(usual.stockUnits % 12).toBe(0);
    }
  });

  it('is less the more a piece left over loses', async () => {
    const stocks: number[] = [];
    for (const leftoverLoss of [0.1, 0.3, 0.9]) {
      const plans = await plansOf(products, {
        aim: { stock: { ...USUAL_STOCK_TERMS, leftoverLoss } },
      });
      stocks.push(sum(plans.map(({ action }) => action.stockUnits)));
    }
    expect(stocks).toEqual(stocks.toSorted((a, b) => b - a));
    expect(stocks[0]).toBeGreaterThan(stocks[2]!);
  });
});

describe('the aim of plans', () => {
  it('can be to sell through: the stock is the usual one, and no less of it is sold', async () => {
    const { plans, objective } = await plan(given, products, {
      aim: { objective: 'sell-through' },
    });
    expect(objective).toBe('sell-through');
    const shares = plans.map(({ odds }) => odds.sellThrough);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    for (const { action, usual, odds, surface } of plans) {
      expect(action.stockUnits).toBe(usual.stockUnits);
      expect(odds.sellThrough).toBeGreaterThanOrEqual(usual.odds.sellThrough);
      expect(Math.max(...surface.flat().map((value) => value ?? 0))).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  it.each(['revenue', 'units'] as const)('can be %s, at the usual ad spend', async (objective) => {
    const ranking = await plan(given, products, { aim: { objective } });
    expect(ranking.objective).toBe(objective);
    const promised = ranking.plans.map(({ outcome }) => outcome[objective]!.expected);
    expect(promised).toEqual(promised.toSorted((a, b) => b - a));
    for (const { action } of ranking.plans) expect(action.adSpend).toBe(spaceOf(given).adSpend);
    const ofProfit = await plansOf(products, { space: { ...spaceOf(given), adSpends: [] } });
    const all = (plans: readonly LaunchPlan[]) =>
      sum(plans.map(({ outcome }) => outcome[objective]!.expected));
    expect(all(ranking.plans)).toBeGreaterThan(all(ofProfit));
  });

  it('can be a better bad case, for a little of what is expected', async () => {
    const of = [];
    for (const attitude of ATTITUDES) of.push(await plansInOrder(products, { aim: { attitude } }));
    const [expected, balanced, cautious] = of;
    const profits = (plans: readonly LaunchPlan[]) => plans.map(({ outcome }) => outcome.profit!);
    profits(cautious!).forEach((profit, i) => {
      const best = profits(expected!)[i]!;
      // The bad case is a point of demand, the range lies between two.
      expect(profit.low80).toBeGreaterThanOrEqual(best.low80 - 0.005 * best.expected);
      expect(profit.expected).toBeGreaterThanOrEqual(
        (1 - GIVEN_UP.cautious) * best.expected - 1e-6,
      );
    });
    const badCases = [expected, balanced, cautious].map((plans) =>
      sum(profits(plans!).map(({ low80 }) => low80)),
    );
    expect(badCases).toEqual(badCases.toSorted((a, b) => a - b));
    expect(badCases[2]).toBeGreaterThan(badCases[0]!);
  });

  it('can be so many launches at most: the less promising of those worth it are displaced', async () => {
    const free = await plansOf(products);
    const some = await plansOf(products, { aim: { mostLaunches: 7 } });
    const worth = free
      .filter(({ verdict }) => verdict.kind === 'launch')
      .map(({ product }) => product.id);
    const idsOf = (kind: string) =>
      some.filter(({ verdict }) => verdict.kind === kind).map(({ product }) => product.id);
    expect(worth.length).toBeGreaterThan(7);
    expect(idsOf('launch')).toEqual(worth.slice(0, 7));
    expect(idsOf('displaced')).toEqual(worth.slice(7));
    expect(some.map(({ action }) => action)).toEqual(free.map(({ action }) => action));
  });
});

describe('costs of selling', () => {
  const selling = {
    ...{ ...NO_SELLING_TERMS, vatRate: 0.2, orderFee: 0.3, shippingCost: 0.5, returnFreight: 1 },
    ...{ resaleableShare: 0.8, storagePerUnitMonth: 0.1, capitalRate: 0.1, laterSalesShare: 2 },
  };

  it('are counted in what plans promise, part by part', async () => {
    const few = products.slice(0, 4);
    const [counted, bare] = [
      await plansInOrder(few, { aim: { selling } }),
      await plansInOrder(few),
    ];
    for (const { parts, outcome, money } of counted) {
      const { unitsSold, ...amounts } = parts!;
      expect(sum(Object.values(amounts))).toBeCloseTo(outcome.profit!.expected, 6);
      expect(amounts.vat / amounts.paid).toBeCloseTo(-1 / 6, 9);
      expect([unitsSold > 0, money!.later!.share]).toEqual([true, 2]);
    }
    expect(bare.every(({ parts, money }) => parts!.vat === 0 && !money!.later)).toBe(true);
  });

  it('buy more where more is sold later', async () => {
    const stockWith = async (laterSalesShare: number) => {
      const aim = { selling: { ...NO_SELLING_TERMS, laterSalesShare, capitalRate: 0.05 } };
      return (await plansInOrder(products.slice(0, 4), { aim })).map(
        ({ action }) => action.stockUnits,
      );
    };
    const [none, some] = [await stockWith(0), await stockWith(3)];
    some.forEach((stock, i) => expect(stock).toBeGreaterThan(1.5 * none[i]!));
  });
});

describe('without any unit cost', () => {
  const bare = { ...table, unitCost: new Float64Array(table.unitCost.length).fill(NaN) };
  const product = { ...products[0]!, unitCost: null };
  const planWith = (aim: Partial<Aim>) => plan({ ...given, table: bare }, [product], { aim });

  it('plans still aim at profit, with a share of the price that they say', async () => {
    const { objective, plans } = await planWith({});
    expect(objective).toBe('profit');
    expect(plans[0]!.notes).toContain('assumed-cost-share');
    expect(plans[0]!.unitCost).toBeCloseTo(product.listPrice! / 2, 9);
  });

  it('stock follows the share that the seller answers', async () => {
    const stockWith = async (assumedCostShare: number) => {
      const selling = { ...NO_SELLING_TERMS, assumedCostShare };
      return (await planWith({ selling })).plans[0]!.action.stockUnits;
    };
    const [low, middle, high] = [await stockWith(0.2), await stockWith(0.5), await stockWith(0.7)];
    expect(low).toBeGreaterThan(middle);
    expect(middle).toBeGreaterThan(high);
  });
});

describe('odd products', () => {
  const usual = products[0]!;
  const odd: { says: string; change: Partial<NewProduct>; notes: ProductNote[] }[] = [
    {
      says: 'an unknown category',
      change: { category: 'Unheard of' },
      notes: ['unknown-category'],
    },
    { says: 'no category', change: { category: '' }, notes: ['no-category'] },
    { says: 'no price', change: { listPrice: null }, notes: ['assumed-list-price'] },
    { says: 'no cost', change: { unitCost: null }, notes: ['assumed-unit-cost'] },
    { says: 'no title', change: { title: '' }, notes: ['no-title'] },
    { says: 'no stock', change: { firstStock: 0 }, notes: ['no-stock'] },
    { says: 'one piece', change: { firstStock: 1 }, notes: [] },
    { says: 'a billion pieces', change: { firstStock: 1e9 }, notes: [] },
    {
      says: 'a cost beyond its price',
      change: { unitCost: 10 * usual.listPrice! },
      notes: ['negative-margin'],
    },
    { says: 'a price unlike any', change: { listPrice: 1e6 }, notes: ['price-unlike-any'] },
    {
      says: 'a price and a cost of nothing',
      change: { listPrice: 0, unitCost: 0 },
      notes: ['negative-margin', 'price-unlike-any'],
    },
    {
      says: 'attributes that are unheard of',
      change: { attributes: { constructor: 'x' } },
      notes: [],
    },
  ];

  it.each(odd)('with $says are planned in finite numbers, and noted', async ({ change, notes }) => {
    for (const objective of ['profit', 'sell-through'] as const) {
      const ranking = await plan(given, [{ ...usual, ...change }], { aim: { objective } });
      expect(notFinite(ranking)).toEqual([]);
      const [planned] = ranking.plans;
      expect(planned!.notes).toEqual(notes);
      const { low80, low50, expected, high50, high80 } = planned!.outcome.profit!;
      const ascending = [low80, low50, expected, high50, high80];
      expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
      if (notes.includes('negative-margin'))
        expect(planned!.verdict).toEqual({ kind: 'negative-margin' });
    }
  });

  it('leave the others as they are, and come out the same each time', async () => {
    const many = odd.map(({ change }, i) => ({ ...usual, ...change, id: `odd${i}` }));
    const together = await plan(given, [...many, usual]);
    expect(together.plans).toHaveLength(many.length + 1);
    const [alone] = await plansOf([usual]);
    expect(together.plans.find(({ product }) => product.id === usual.id)!.action).toEqual(
      alone!.action,
    );
    await expectNoTensorLeak(async () => {
      expect(await plan(given, [...many, usual])).toEqual(together);
    });
  });
});
