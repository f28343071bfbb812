// @module-tag training
// @module-tag whole
// 500 plans from real forecasts: no two statements about one plan may disagree. What a page derives from a plan is
// derived here in the same way: the map, the week, price, ad spend and stock of the sliders, the notes, the waterfall.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_SELLING_TERMS } from '#core/planning/plan/selling-terms.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { plannedValue } from '#core/planning/plan/planned-value.ts';
import { unitWaterfall } from '#core/planning/plan/profit-parts.ts';
import { bestSoonerLaunch } from '#core/planning/plan/sooner-launch.ts';
import { tagPrice } from '#core/planning/plan/tag-price.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { changedPlan } from '#core/planning/what-if/changed-plan.ts';
import { choiceOf, figuresAt, type WhatIfChoice } from '#core/planning/what-if/what-if.ts';
import { isStockTied } from '#core/planning/what-if/planned-stock.ts';
import { curveAlong, nearlyLevel } from '#core/planning/what-if/what-if-curves.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import type { Planned } from '#workers/model/plan/plan-products.ts';
import { studyProduct } from '#workers/model/plan/study-product.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { EARLIEST_DAY, plan } from '../../../support/planning.ts';
import { shopProducts, shopTable } from '../../../support/shop-table.ts';

/** Relative tolerance: a study keeps log units as half the digits, and a price is rounded to cents. */
const NEARLY = 5e-3;
/** Ridge alone, so that 500 plans are studied within a minute; all models come by the same way. */
const RIDGE = { net: 0, ridge: 1, trees: 0, analogues: 0, median: 0 };

const VAT_AND_MORE = {
  ...{ ...NO_SELLING_TERMS, vatRate: 0.2, orderFee: 0.3, shippingCost: 2.5 },
  ...{ returnFreight: 3, resaleableShare: 0.7, storagePerUnitMonth: 0.1, capitalRate: 0.1 },
};

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

interface World {
  readonly table: LaunchTable;
  readonly products: readonly NewProduct[];
  readonly aim: Aim;
}

function worldOf(seed: number, count: number, change: Partial<Aim> = {}): World {
  const shop = generateShop({ seed, launches: 600, newProducts: count });
  return { table: shopTable(shop), products: shopProducts(shop), aim: { ...USUAL_AIM, ...change } };
}

/** A shop that always sells 5% below list price, so that the effect of a price cannot be told. */
function alwaysBelowList({ table, ...rest }: World): World {
  const promotion = table.promotion.map(() => 'none');
  const salePrice = table.listPrice.map((price) => 0.95 * price);
  return { ...rest, table: { ...table, promotion, salePrice } };
}

const worlds: { says: string; world: () => World }[] = [
  { says: 'as usual', world: () => worldOf(1, 150) },
  {
    says: 'with VAT and costs of selling',
    world: () => worldOf(2, 120, { selling: VAT_AND_MORE }),
  },
  { says: 'where waiting costs nothing', world: () => worldOf(3, 80, { waitingCostPerYear: 0 }) },
  { says: 'with packs and a minimum', world: () => worldOf(4, 70, { stock: inPacks }) },
  { says: 'without a price effect', world: () => alwaysBelowList(worldOf(5, 80)) },
];
const inPacks = { ...USUAL_AIM.stock, packSize: 12, minimumOrder: 60 };

describe.each(worlds)('plans $says', ({ world }) => {
  const { table, products, aim } = world();
  let model: TrainedModel;
  let planned: Planned;
  beforeAll(async () => {
    const fitted = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 2 } });
    model = { ...fitted, net: null, blend: RIDGE };
    planned = await plan({ model, table, engine }, products, { aim });
  }, 600_000);

  const studyOf = ({ product, action }: LaunchPlan): Promise<PlanStudy> => {
    const { channel, promotion } = action;
    return studyProduct({
      ...{ model, table, product, channel, promotion, aim, engine },
      earliestDay: EARLIEST_DAY,
    });
  };

  it('agree with their map, and say what is higher on it', () => {
    for (const each of planned.plans) {
      const { action, surface, passedOver } = each;
      const row = Math.max(0, planned.channels.indexOf(action.channel ?? ''));
      const own = surface[row]![planned.weeks.indexOf(action.launchDay)]!;
      expect(own).toBe(plannedValue(each, planned.objective));
      const highest = Math.max(...surface.flat().map((value) => value ?? -Infinity));
      expect(passedOver?.value ?? own).toBe(highest);
      const sooner = bestSoonerLaunch(each, { ...planned, earliestDay: EARLIEST_DAY });
      if (!sooner) continue;
      expect(sooner.day).toBeLessThan(action.launchDay);
      expect(sooner.value).toBeLessThanOrEqual(highest);
    }
  });

  it('take nothing off a raised price, and keep the list price where no change is recommended', () => {
    const isPriceUntold = planned.limits.some((limit) =>
      ['no-price-variation', 'promotion-prices-only', 'price-unclear'].includes(limit),
    );
    for (const { action, product } of planned.plans) {
      const tag = tagPrice(action, product)!;
      if (action.salePrice! < tag) expect(tag).toBeLessThanOrEqual(product.listPrice!);
      if (isPriceUntold) expect(tag).toBeCloseTo(product.listPrice!, 2);
    }
  });

  it('are where the sliders stand, with the same forecast, and call their own choices level', async () => {
    for (const each of planned.plans) {
      const study = await studyOf(each);
      const choice = choiceOf(study, each.action);
      const { outcome } = figuresAt(study, choice);
      const scale = Math.abs(each.outcome.profit!.expected) + 1;
      for (const name of ['expected', 'low80', 'high80'] as const) {
        const apart = outcome.profit![name] - each.outcome.profit![name];
        expect(Math.abs(apart) / scale).toBeLessThan(NEARLY);
      }
      expectUnchanged(each, changedPlan(each, study, { choice, objective: planned.objective }));
      if (each.verdict.kind !== 'launch' || each.isAsUsual) continue;
      expectLevel(study, choice);
      expect(isStockTied(study, choice)).toBe(true);
    }
  });

  it('sum from the price to the profit that they promise', () => {
    for (const { outcome, parts } of planned.plans) {
      const { ofLaunch } = unitWaterfall(parts!)!.profit;
      expect(ofLaunch / outcome.profit!.expected).toBeCloseTo(1, 9);
    }
  });
});

/** A plan that the seller changes to what it is says the same as before. */
function expectUnchanged(plan: LaunchPlan, changed: LaunchPlan): void {
  const { action, support, promise, verdict, product } = plan;
  const salePrice = expect.closeTo(action.salePrice!, 2) as number;
  expect(changed.action).toEqual({ ...action, salePrice });
  expect(changed).toMatchObject({ support, promise, verdict, product });
  const scale = Math.abs(plan.outcome.profit!.expected) + 1;
  for (const name of ['expected', 'low80', 'high80'] as const) {
    const apart = changed.gain!.range[name] - plan.gain!.range[name];
    expect(Math.abs(apart) / scale).toBeLessThan(NEARLY);
  }
  const profit = unitWaterfall(changed.parts!)!.profit.ofLaunch;
  expect(profit / changed.outcome.profit!.expected).toBeCloseTo(1, 9);
  expect(changed.sensitivity === undefined).toBe(plan.sensitivity === undefined);
  if (plan.sensitivity !== undefined) expect(changed.sensitivity).toBeCloseTo(plan.sensitivity, 1);
}

/** The price and ad spend of a plan lie in what their curves call about equal. */
function expectLevel(study: PlanStudy, choice: WhatIfChoice): void {
  const places = { price: choice.priceFactor, spend: choice.adSpend };
  for (const axis of ['price', 'spend'] as const) {
    const level = nearlyLevel(curveAlong(study, axis, choice), places[axis]);
    expect(level, `nothing of the ${axis} can be proposed`).not.toBeNull();
    expect(places[axis], `${axis} ${level!.join('–')}`).toBeGreaterThanOrEqual(level![0] - 1e-9);
    expect(places[axis], `${axis} ${level!.join('–')}`).toBeLessThanOrEqual(level![1] + 1e-9);
  }
}
