import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate, dayFromCalendar } from '#core/dates.ts';
import {
  cellAt,
  cellCount,
  deriveActionSpace,
  priceRatio,
  type ActionSpace,
} from '#core/launch/action-space.ts';
import type { LaunchAction } from '#core/launch/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { economicsOf, economyOf, valueOfCell } from '#core/launch/economics.ts';
import type { BlendWeights } from '#core/model/blend.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { EngineSession } from '#learning/session.ts';
import { planProducts } from '#workers/plan-products.ts';
import { predictLaunches } from '#workers/predict-launches.ts';
import { expectNoTensorLeak } from '../learning/support.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { judgePlan } from '../support/demo-shop/judge.ts';
import type { ChannelName, PromotionName } from '../support/demo-shop/vocabulary.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { launchTable } from '../support/launch-table.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { shopProducts, shopTable } from '../support/shop-table.ts';

const earliestDay = dayFromCalendar(2026, 1, 1);
let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

interface Change {
  readonly space?: ActionSpace;
  readonly onProduct?: (planned: number) => Promise<void>;
}

function plan(
  model: TrainedModel,
  table: LaunchTable,
  products: readonly NewProduct[],
  { space, onProduct = () => Promise.resolve() }: Change = {},
) {
  const derived = deriveActionSpace(table, model.encoding.basis, earliestDay);
  return planProducts({ model, table, products, space: space ?? derived, engine, onProduct });
}

/** What the whole blend says of some cells, each asked about like a past launch: log1p(units). */
function askWholeBlend(
  model: TrainedModel,
  product: NewProduct,
  { space, cells }: { readonly space: ActionSpace; readonly cells: readonly number[] },
): Promise<Float64Array> {
  const rows = cells.map((index) => {
    const cell = cellAt(space, index);
    return {
      ...{ title: product.title, category: product.category, brand: product.brand },
      material: product.attributes.material ?? '',
      day: space.weeks[cell.weekIndex]!,
      channel: space.channels[cell.channelIndex]!.name,
      promotion: space.promotions[cell.promotionIndex]!.name,
      listPrice: product.listPrice!,
      salePrice: product.listPrice! * priceRatio(space, cell),
      unitCost: product.unitCost!,
      adSpend: space.adSpend,
    };
  });
  const table = launchTable(rows);
  const asUsual = { ...table, crowding: table.crowding.map(() => NaN) };
  return predictLaunches(model, asUsual, engine);
}

function cellOf(space: ActionSpace, action: LaunchAction): number {
  return Array.from({ length: cellCount(space) }, (_, index) => index).findIndex((index) => {
    const { weekIndex, channelIndex, promotionIndex, factorIndex } = cellAt(space, index);
    return (
      space.weeks[weekIndex] === action.launchDay &&
      space.channels[channelIndex]!.name === action.channel &&
      space.promotions[promotionIndex]!.name === action.promotion &&
      space.priceFactors[factorIndex] === action.priceFactor
    );
  });
}

describe('plans for a shop of 2,000 launches', () => {
  const shop = generateShop({ launches: 2000, newProducts: 100 });
  const table = shopTable(shop);
  const products = shopProducts(shop);
  let model: TrainedModel;
  beforeAll(async () => {
    model = await fitInNode(table, { engine, settings: { searchSeconds: 0 } });
  }, 180_000);

  it('name week, channel, promotion, price and stock, and promise more than the usual practice', async () => {
    const { plans, objective, cellsPerProduct } = await plan(model, table, products);
    expect(objective).toBe('profit');
    expect(cellsPerProduct).toBeGreaterThan(1000);
    for (const { action, outcome, usual, surface } of plans) {
      expect(
        isoDate(action.launchDay).startsWith('2026') ||
          isoDate(action.launchDay).startsWith('2027'),
      ).toBe(true);
      expect(table.channel).toContain(action.channel);
      expect(table.promotion).toContain(action.promotion);
      expect(action.salePrice).toBeGreaterThan(0);
      expect(action.stockUnits).toBeGreaterThanOrEqual(1);
      expect(outcome.profit!.expected).toBeGreaterThan(usual.outcome.profit!.expected);
      expect(surface.flat().every(Number.isFinite)).toBe(true);
    }
  });

  it('would really earn more than the habit, and more than the best action that fits all', async () => {
    const { plans } = await plan(model, table, products);
    const judged = judgePlan(
      shop,
      plans.map(({ product, action }) => ({
        productId: product.id,
        launchDay: action.launchDay,
        channel: action.channel as ChannelName,
        promotion: action.promotion as PromotionName,
        priceFactor: action.priceFactor,
      })),
    );
    const bestFixed = (judged.bestFixed - judged.habit) / (judged.oracle - judged.habit);
    expect(judged.capture).toBeGreaterThanOrEqual(0.35);
    expect(judged.capture).toBeGreaterThanOrEqual(bestFixed + 0.1);
  });

  it('do not depend on the other products in the list', async () => {
    const together = await plan(model, table, products);
    const alone = await plan(model, table, [products[3]!]);
    const same = together.plans.find(({ product }) => product.id === products[3]!.id)!;
    expect(alone.plans[0]!.action).toEqual(same.action);
  });

  it('are told one by one, can be stopped between two, and leave no tensors behind', async () => {
    const told: number[] = [];
    const onProduct = (planned: number) => {
      told.push(planned);
      return planned === 20 ? Promise.reject(new Error('stopped')) : Promise.resolve();
    };
    const stopped = () => plan(model, table, products, { onProduct });
    await expectNoTensorLeak(() => expect(stopped()).rejects.toThrow('stopped'));
    expect(told).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    await expectNoTensorLeak(() => plan(model, table, products.slice(0, 20)));
  });

  const none = { net: 0, ridge: 0, trees: 0, analogues: 0, median: 0 };
  const half = { net: 0.25, ridge: 0.25, trees: 0.5, analogues: 0, median: 0 };
  const blends: { says: string; blend: BlendWeights }[] = [
    { says: 'trees have half of the weight', blend: half },
    { says: 'trees have all the weight', blend: { ...none, trees: 1 } },
    { says: 'the net has none', blend: { ...none, ridge: 0.5, trees: 0.25, median: 0.25 } },
    {
      says: 'nearest launches count beside trees',
      blend: { ...none, ridge: 0.5, trees: 0.25, analogues: 0.25 },
    },
    {
      says: 'nearest launches count without trees',
      blend: { ...none, net: 0.5, analogues: 0.5 },
    },
    { says: 'ridge has all the weight', blend: { ...none, ridge: 1 } },
  ];
  describe.each(blends)('where $says', ({ blend }) => {
    const few = products.slice(0, 20);

    it('choose the highest place of their surface, at the forecast of the whole blend', async () => {
      const blended = { ...model, blend };
      const space = deriveActionSpace(table, model.encoding.basis, earliestDay);
      for (const { product, action, outcome, surface } of (await plan(blended, table, few)).plans) {
        const row = space.channels.findIndex(({ name }) => name === action.channel);
        expect(Math.max(...surface.flat())).toBe(outcome.profit!.expected);
        expect(surface[row]![space.weeks.indexOf(action.launchDay)]).toBe(outcome.profit!.expected);
        const cells = [cellOf(space, action)];
        const [whole] = await askWholeBlend(blended, product, { space, cells });
        expect(outcome.units.expected / Math.expm1(whole!)).toBeCloseTo(1, 4);
      }
    });

    it('are those of an exact search where the shortlist covers all cells', async () => {
      const blended = { ...model, blend };
      const whole = deriveActionSpace(table, model.encoding.basis, earliestDay);
      const channels = whole.channels.slice(0, 3);
      const space = { ...whole, channels, weeks: whole.weeks.slice(0, 2), priceFactors: [0.9, 1] };
      const cells = Array.from({ length: cellCount(space) }, (_, cell) => cell);
      expect(cells.length).toBeLessThanOrEqual(96);
      for (const { product, outcome, surface } of (await plan(blended, table, few, { space }))
        .plans) {
        const logs = await askWholeBlend(blended, product, { space, cells });
        const economics = economicsOf(product, { listPrices: {}, costShares: {} });
        const economy = economyOf(space, { economics, objective: 'profit', returnRates: null });
        const profits = cells.map((cell) => valueOfCell(economy, cell, logs[cell]!));
        const exact = channels.map((_, channel) =>
          space.weeks.map((_week, week) =>
            Math.max(
              ...profits.filter((_profit, cell) => {
                const { channelIndex, weekIndex } = cellAt(space, cell);
                return channelIndex === channel && weekIndex === week;
              }),
            ),
          ),
        );
        const scale = Math.abs(outcome.profit!.expected);
        expect(outcome.profit!.expected / scale).toBeCloseTo(Math.max(...profits) / scale, 3);
        surface.forEach((weeks, channel) =>
          weeks.forEach((value, week) =>
            expect(value / scale).toBeCloseTo(exact[channel]![week]! / scale, 3),
          ),
        );
      }
    });
  });

  it('come most promising first', async () => {
    const profits = (await plan(model, table, products)).plans.map(
      ({ outcome }) => outcome.profit!.expected,
    );
    expect(profits).toEqual([...profits].sort((a, b) => b - a));
  });

  it('answer for products about which little is known, and say what was assumed', async () => {
    const unknown: NewProduct = {
      id: 'x',
      title: '',
      category: 'Never seen',
      brand: '',
      listPrice: null,
      unitCost: null,
      attributes: {},
    };
    const [answer] = (await plan(model, table, [unknown])).plans;
    expect(answer!.assumed).toEqual(['list-price', 'unit-cost']);
    expect(answer!.supportCount).toBe(0);
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
  const model = await fitInNode(table, { engine });
  const product: NewProduct = {
    id: 'n1',
    title: 'Mug',
    category: 'Kitchen',
    brand: '',
    listPrice: null,
    unitCost: null,
    attributes: {},
  };
  const { plans, objective, limits } = await plan(model, table, [product]);
  const { action, outcome } = plans[0]!;
  expect(objective).toBe('units');
  expect(action).toMatchObject({ channel: null, promotion: null, salePrice: null, adSpend: null });
  expect(outcome.profit).toBeNull();
  expect(outcome.units.high80).toBeGreaterThan(outcome.units.expected);
  expect(limits).toEqual(expect.arrayContaining(['no-channel', 'no-promotion', 'no-cost']));
});
