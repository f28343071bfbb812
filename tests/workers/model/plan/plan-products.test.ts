// @module-tag training
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate, dayFromCalendar } from '#core/base/dates.ts';
import {
  cellAt,
  cellCount,
  priceRatio,
  type ActionSpace,
} from '#core/model/features/action-space.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { economicsOf, economyOf, valueOfCell } from '#core/planning/economics/economics.ts';
import { median } from '#core/base/statistics/statistics.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { TIED_CELLS, TIED_OFFERS, TIED_STOCKS } from '#core/planning/search/near-ties.ts';
import { experienceOf, refusedCells } from '#core/planning/search/support.ts';
import type { BlendWeights } from '#core/model/blend/blend.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { expectNoTensorLeak } from '../../../learning/support.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { judgePlan } from '../../../support/demo-shop/judge.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { asLaunches, plan, spaceOf, type Planning } from '../../../support/planning.ts';
import { shopProducts, shopTable } from '../../../support/shop-table.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

const bare: NewProduct = {
  ...{ id: 'x', title: '', category: '', brand: '' },
  ...{ listPrice: null, unitCost: null, attributes: {} },
};

/** What the whole blend says of a product in every cell, each asked about like a past launch: log1p(units). */
function askWholeBlend(
  model: TrainedModel,
  product: NewProduct,
  space: ActionSpace,
): Promise<Float64Array> {
  const actions = Array.from({ length: cellCount(space) }, (_, index) => {
    const cell = cellAt(space, index);
    return {
      launchDay: space.weeks[cell.weekIndex]!,
      channel: space.channels[cell.channelIndex]!.name,
      promotion: space.promotions[cell.promotionIndex]!.name,
      priceRatio: priceRatio(space, cell),
      adSpend: space.adSpend,
    };
  });
  return predictLaunches(model, asLaunches(product, actions), { engine });
}

/** The same of what is planned. */
async function askAboutPlan(
  { model, space }: { readonly model: TrainedModel; readonly space: ActionSpace },
  { product, action }: LaunchPlan,
): Promise<number> {
  const { depth } = space.promotions.find(({ name }) => name === action.promotion)!;
  const asked = { ...action, priceRatio: action.priceFactor * (1 - depth) };
  const [log] = await predictLaunches(model, asLaunches(product, [asked]), { engine });
  return log!;
}

/** Where what is left over loses nothing, stock never ends, and a plan promises what its cell does. */
const endless = { stock: { ...USUAL_STOCK_TERMS, leftoverLoss: 0 }, waitingCostPerYear: 0 };
/** What is given up at most between near-ties: of cells, of prices, and of stocks. */
const TIED = (1 - TIED_CELLS) * (1 - TIED_OFFERS) * (1 - TIED_STOCKS);

describe('plans for a shop of 700 launches', () => {
  const shop = generateShop({ launches: 700, newProducts: 24 });
  const table = shopTable(shop);
  const products = shopProducts(shop);
  let given: Planning;
  let together: Awaited<ReturnType<typeof plan>>;
  beforeAll(async () => {
    const model = await fitInNode(table, { engine, settings: { searchSeconds: 0 } });
    given = { model, table, engine };
    together = await plan(given, products);
  }, 600_000);

  it('name week, channel, promotion, price and stock, and promise more than the usual practice', () => {
    const { plans, objective, cellsPerProduct } = together;
    expect(objective).toBe('profit');
    expect(cellsPerProduct).toBeGreaterThan(1000);
    for (const { action, outcome, usual, surface } of plans) {
      expect(['2026', '2027']).toContain(isoDate(action.launchDay).slice(0, 4));
      expect(table.channel).toContain(action.channel);
      expect(table.promotion).toContain(action.promotion);
      expect(action.salePrice).toBeGreaterThan(0);
      expect(action.stockUnits).toBeGreaterThanOrEqual(1);
      expect(outcome.profit!.expected).toBeGreaterThan(usual.outcome.profit!.expected);
      const known = surface.flat().filter((value) => value !== null);
      expect(known.length).toBeGreaterThan(0);
      expect(known.every(Number.isFinite)).toBe(true);
    }
  });

  it('carry what past launches sold, most similar first', () => {
    const sold = new Set(given.table.units);
    for (const { pastSales } of together.plans) {
      expect(pastSales!.similar).toHaveLength(5);
      expect(pastSales!.similar.every(({ units }) => sold.has(units))).toBe(true);
      expect(pastSales!.median).toBe(median(given.table.units));
      expect(pastSales!.high).toBeGreaterThan(pastSales!.categoryMedian!);
    }
  });

  it('would really earn more than the habit, and more than the best action that fits all', () => {
    const judged = judgePlan(
      shop,
      together.plans.map(({ product, action }) => ({
        productId: product.id,
        launchDay: action.launchDay,
        channel: action.channel!,
        promotion: action.promotion!,
        priceFactor: action.priceFactor,
      })),
    );
    const bestFixed = (judged.bestFixed - judged.habit) / (judged.oracle - judged.habit);
    expect(judged.capture).toBeGreaterThanOrEqual(0.35);
    expect(judged.capture).toBeGreaterThanOrEqual(bestFixed + 0.1);
  });

  it('promise what the forecast says of their units, price and stock', () => {
    const spread = demandSpread(given.model.residuals, given.model.rangeWidth);
    const space = spaceOf(given);
    for (const { product, action, outcome, odds } of together.plans) {
      const { fee } = space.channels.find(({ name }) => name === action.channel)!;
      const { depth } = space.promotions.find(({ name }) => name === action.promotion)!;
      const price = product.listPrice! * action.priceFactor * (1 - depth);
      const { stockUnits: stock, adSpend } = action;
      const wanted = forecast(spread, {
        ...{ logUnits: Math.log1p(outcome.units.expected), stock },
        money: {
          ...{ revenue: price, margin: price * (1 - fee) - product.unitCost! },
          ...{ leftover: 0.3 * product.unitCost!, fixedCost: adSpend! },
        },
      });
      const scale = Math.abs(wanted.outcome.profit!.expected);
      expect(outcome.profit!.expected / scale).toBeCloseTo(
        wanted.outcome.profit!.expected / scale,
        6,
      );
      expect(outcome.profit!.low80 / scale).toBeCloseTo(wanted.outcome.profit!.low80 / scale, 6);
      expect(odds.sellThrough).toBeCloseTo(wanted.odds.sellThrough, 6);
      expect(odds.loss).toBeCloseTo(wanted.odds.loss!, 6);
    }
  });

  it('do not depend on the other products in the list, and are the same each time', async () => {
    const alone = await plan(given, [products[3]!]);
    const same = together.plans.find(({ product }) => product.id === products[3]!.id)!;
    expect(alone.plans[0]!.action).toEqual(same.action);
    expect(await plan(given, products)).toEqual(together);
  });

  it('are told one by one, can be stopped between two, and leave no tensors behind', async () => {
    const told: number[] = [];
    const onProduct = (planned: number) => {
      told.push(planned);
      return planned === 20 ? Promise.reject(new Error('stopped')) : Promise.resolve();
    };
    const stopped = () => plan(given, products, { onProduct });
    await expectNoTensorLeak(() => expect(stopped()).rejects.toThrow('stopped'));
    expect(told).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    await expectNoTensorLeak(() => plan(given, products.slice(0, 20)));
  });

  const none = { net: 0, ridge: 0, trees: 0, analogues: 0, median: 0 };
  const half = { net: 0.25, ridge: 0.25, trees: 0.5, analogues: 0, median: 0 };
  const blends: { says: string; blend: BlendWeights }[] = [
    { says: 'trees have half of the weight', blend: half },
    {
      says: 'nearest launches count without trees',
      blend: { ...none, net: 0.5, analogues: 0.5 },
    },
  ];
  const otherBlends: typeof blends = [
    { says: 'trees have all the weight', blend: { ...none, trees: 1 } },
    { says: 'the net has none', blend: { ...none, ridge: 0.5, trees: 0.25, median: 0.25 } },
    {
      says: 'nearest launches count beside trees',
      blend: { ...none, ridge: 0.5, trees: 0.25, analogues: 0.25 },
    },
    { says: 'ridge has all the weight', blend: { ...none, ridge: 1 } },
  ];
  describe.each(blends)('where $says', checkPlans);
  describe.each(otherBlends)('where $says', { tags: ['whole'] }, checkPlans);

  function checkPlans({ blend }: { blend: BlendWeights }): void {
    const few = products.slice(0, 8);
    /** Without a category none of their offers is new to such products, so that nothing is held back. */
    const anyKind = few.map((product) => ({ ...product, category: '' }));
    const blended = () => ({ ...given, model: { ...given.model, blend } });

    it('are at the forecast of the whole blend, with price and ad spend as planned', async () => {
      const own = blended();
      const space = spaceOf(own);
      for (const each of (await plan(own, few)).plans) {
        const whole = await askAboutPlan({ model: own.model, space }, each);
        expect(Math.abs(Math.log1p(each.outcome.units.expected) - whole)).toBeLessThan(1e-3);
        for (const { action, outcome } of each.alternatives) {
          const other = await askAboutPlan({ model: own.model, space }, { ...each, action });
          expect(Math.abs(Math.log1p(outcome.units.expected) - other)).toBeLessThan(1e-3);
        }
      }
    });

    it('are the highest place of their surface, or tied with it', async () => {
      const space = { ...spaceOf(given), adSpends: [] };
      const { plans } = await plan(blended(), anyKind, { space, aim: endless });
      for (const { action, outcome, surface, passedOver } of plans) {
        const row = space.channels.findIndex(({ name }) => name === action.channel);
        const own = surface[row]![space.weeks.indexOf(action.launchDay)]!;
        const scale = Math.abs(own);
        const highest = Math.max(...surface.flat().map((value) => value ?? -Infinity));
        expect(own).toBeGreaterThanOrEqual(TIED * highest);
        expect(passedOver?.why).toBe(highest > own ? 'tied' : undefined);
        expect(passedOver?.value ?? own).toBe(highest);
        expect(outcome.profit!.expected / scale).toBeCloseTo(own / scale, 6);
      }
    });

    it('are those of an exact search where the shortlist covers all cells', async () => {
      const whole = spaceOf(given);
      const channels = whole.channels.slice(0, 3);
      const space = {
        ...{ ...whole, channels, weeks: whole.weeks.slice(0, 2) },
        ...{ priceFactors: [0.9, 1], adSpends: [] },
      };
      const cells = Array.from({ length: cellCount(space) }, (_, cell) => cell);
      expect(cells.length).toBeLessThanOrEqual(96);
      const refused = refusedCells(experienceOf(table, space));
      const { plans } = await plan(blended(), anyKind, { space, aim: endless });
      for (const { product, outcome, surface } of plans) {
        const logs = await askWholeBlend(blended().model, product, space);
        const economy = economyOf(space, {
          economics: economicsOf(product, { listPrices: {}, costShares: {} }),
          ...{ objective: 'profit', returnRates: null, terms: endless.stock },
          spread: demandSpread(given.model.residuals, given.model.rangeWidth),
        });
        const profits = cells.map((cell) =>
          refused[cell] === 1 ? -Infinity : valueOfCell(economy, cell, logs[cell]!),
        );
        const scale = Math.abs(outcome.profit!.expected);
        const most = Math.max(...profits);
        expect(outcome.profit!.expected).toBeLessThanOrEqual(most + 1e-3 * scale);
        expect(outcome.profit!.expected).toBeGreaterThanOrEqual(TIED * most - 1e-3 * scale);
        surface.forEach((weeks, channel) =>
          weeks.forEach((value, week) => {
            const ofPlace = profits.filter((_profit, cell) => {
              const { channelIndex, weekIndex } = cellAt(space, cell);
              return channelIndex === channel && weekIndex === week;
            });
            const exact = Math.max(...ofPlace);
            if (exact === -Infinity) expect(value).toBeNull();
            else {
              expect(value! / scale).toBeLessThanOrEqual(exact / scale + 1e-3);
              expect(value!).toBeGreaterThanOrEqual(TIED * exact - 1e-3 * scale);
            }
          }),
        );
      }
    });
  }

  it('come most promising first', () => {
    const profits = together.plans.map(({ outcome }) => outcome.profit!.expected);
    expect(profits).toEqual(profits.toSorted((a, b) => b - a));
  });

  it('answer for products about which little is known, and say what was assumed', async () => {
    const [answer] = (await plan(given, [{ ...bare, category: 'Never seen' }])).plans;
    expect(answer!.notes).toEqual([
      ...['no-title', 'unknown-category', 'assumed-list-price', 'assumed-unit-cost'],
    ]);
    expect(answer!.support.alike).toBe(0);
    expect(answer!.support.anywhere).toBeGreaterThan(0);
    expect(Number.isFinite(answer!.outcome.units.expected)).toBe(true);
  });
});

it('few launches without channel, promotion, cost or price give a week and a stock, nothing invented', async () => {
  const table = launchTable(
    Array.from({ length: 20 }, (_, i) => ({
      day: dayFromCalendar(2024, 1, 1) + 25 * i,
      category: i % 2 ? 'Kitchen' : 'Garden',
      units: i % 2 ? 60 + i : 20 + i,
    })),
  );
  const model = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 6 } });
  const product = { ...bare, title: 'Mug', category: 'Kitchen' };
  const { plans, objective, limits } = await plan({ model, table, engine }, [product]);
  const { action, outcome, notes } = plans[0]!;
  expect(objective).toBe('units');
  expect(action).toMatchObject({ channel: null, promotion: null, salePrice: null, adSpend: null });
  expect(outcome.profit).toBeNull();
  expect(outcome.units.high80).toBeGreaterThan(outcome.units.expected);
  expect(notes).toEqual(['no-list-price', 'no-unit-cost']);
  expect(limits).toEqual(expect.arrayContaining(['no-channel', 'no-promotion', 'no-cost']));
});
