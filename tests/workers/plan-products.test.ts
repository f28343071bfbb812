import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate, dayFromCalendar } from '#core/dates.ts';
import { deriveActionSpace } from '#core/launch/action-space.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { EngineSession } from '#learning/session.ts';
import { planProducts } from '#workers/plan-products.ts';
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

function plan(model: TrainedModel, table: LaunchTable, products: readonly NewProduct[]) {
  const space = deriveActionSpace(table, model.encoding.basis, earliestDay);
  return planProducts({
    model,
    table,
    products,
    space,
    engine,
    onProduct: () => Promise.resolve(),
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
