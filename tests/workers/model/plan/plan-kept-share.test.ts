// @module-tag training
// @module-tag whole
// Plans of a shop whose earlier plans kept their promises, or did not.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { settledEntries } from '#core/ledger/entries/promise-outcome.ts';
import { believingActions } from '#core/model/blend/calibration.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { studyProduct } from '#workers/model/plan/study-product.ts';
import { settledPlan } from '../../../support/adopted-plan.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { EARLIEST_DAY, plan, type Planning } from '../../../support/planning.ts';
import { shopProducts, shopTable } from '../../../support/shop-table.ts';

const shop = generateShop({ launches: 300, newProducts: 20 });
const table = shopTable(shop);
const products = shopProducts(shop);
let given: Planning;
beforeAll(async () => {
  const engine = await openNodeEngine();
  const model = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 6 } });
  given = { model, table, engine };
});
afterAll(() => given.engine.dispose());

/** Results of plans that promised 120 units, of which the usual approach would have sold 80. */
const settled = (units: number, count = 20) =>
  settledEntries(Array.from({ length: count }, () => settledPlan(units)));

const gainOf = ({ outcome, usual }: LaunchPlan) =>
  outcome.profit!.expected - usual.outcome.profit!.expected;

it('are the same, byte for byte, where promises were kept or results are few', async () => {
  const before = JSON.stringify(await plan(given, products));
  for (const entries of [settled(160), settled(100, 7)])
    expect(JSON.stringify(await plan(given, products, { settled: entries }))).toBe(before);
});

it('promise less, and advise the usual approach more often, where results disappointed', async () => {
  const before = await plan(given, products);
  const after = await plan(given, products, { settled: settled(110) });
  expect(after.kept!.share).toBeGreaterThan(0);
  expect(after.kept!.share).toBeLessThan(0.95);
  expect(after.kept!.count).toBe(20);
  expect(sum(after.plans.map(gainOf))).toBeLessThan(sum(before.plans.map(gainOf)));
  const asUsual = (plans: readonly LaunchPlan[]) => plans.filter(({ isAsUsual }) => isAsUsual);
  const nothingKept = await plan(given, products, { settled: settled(20) });
  expect(nothingKept.kept!.share).toBe(0);
  expect(asUsual(before.plans).length).toBeLessThan(products.length);
  expect(asUsual(nothingKept.plans)).toHaveLength(products.length);
});

it('are what sliders say of the same share', async () => {
  const { kept, plans } = await plan(given, products, { settled: settled(110) });
  const [{ product, action, outcome }] = plans as [LaunchPlan];
  const { channel, promotion, launchDay, adSpend, priceFactor } = action;
  const study = await studyProduct({
    ...{ ...given, model: believingActions(given.model, kept!.share), product },
    ...{ channel, promotion, earliestDay: EARLIEST_DAY, aim: USUAL_AIM },
  });
  const week = study.weeks.indexOf(launchDay);
  const price = study.priceFactors.indexOf(priceFactor);
  const spend = study.adSpends.indexOf(adSpend!);
  const at = (week * study.priceFactors.length + price) * study.adSpends.length + spend;
  expect(Math.min(week, price, spend)).toBeGreaterThanOrEqual(0);
  expect(Math.expm1(study.logUnits[at]!)).toBeCloseTo(outcome.units.expected, 2);
});
