// @module-tag training
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { studyProduct } from '#workers/model/plan/study-product.ts';
import { expectNoTensorLeak } from '../../../learning/support.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { shopProducts, shopTable } from '../../../support/shop-table.ts';

const earliestDay = dayFromCalendar(2026, 1, 1);
let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

describe('a study of a product', () => {
  const shop = generateShop({ launches: 200, newProducts: 2 });
  const table = shopTable(shop);
  const [product] = shopProducts(shop);
  const offer = { channel: table.channel[0]!, promotion: table.promotion[1]! };
  const study = (model: TrainedModel) =>
    studyProduct({
      ...offer,
      model,
      table,
      product: product!,
      earliestDay,
      aim: USUAL_AIM,
      engine,
    });
  let model: TrainedModel;
  beforeAll(async () => {
    model = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 6 } });
  }, 400_000);

  /** What the model says of some places of a study, each asked about like a past launch. */
  function askAsLaunches(
    asked: TrainedModel,
    { weeks, priceFactors, adSpends, economics }: PlanStudy,
    places: readonly number[],
  ): Promise<Float64Array> {
    const { title, category, brand, listPrice, unitCost, attributes } = product!;
    const rows = places.map((place) => {
      const spend = place % adSpends.length;
      const price = Math.floor(place / adSpends.length) % priceFactors.length;
      const week = Math.floor(place / (adSpends.length * priceFactors.length));
      return {
        ...{ title, category, brand, material: attributes.material ?? '', ...offer },
        day: weeks[week]!,
        listPrice: listPrice!,
        salePrice: listPrice! * priceFactors[price]! * (1 - economics.depth),
        unitCost: unitCost!,
        adSpend: adSpends[spend]!,
      };
    });
    const launches = launchTable(rows);
    const asUsual = { ...launches, crowding: launches.crowding.map(() => NaN) };
    return predictLaunches(asked, asUsual, { engine });
  }

  const none = { net: 0, ridge: 0, trees: 0, analogues: 0, median: 0 };
  const blends = [
    { says: 'net and ridge', blend: { ...none, net: 0.5, ridge: 0.5 } },
    {
      says: 'all members',
      blend: { net: 0.25, ridge: 0.125, trees: 0.375, analogues: 0.125, median: 0.125 },
    },
  ];
  it.each(blends)('says of each place what $says say of such a launch', async ({ blend }) => {
    const blended = { ...model, blend };
    const made = await study(blended);
    const { weeks, priceFactors, adSpends, logUnits } = made;
    expect(logUnits).toHaveLength(weeks.length * priceFactors.length * adSpends.length);
    const places = Array.from({ length: 40 }, (_, i) => (i * 151) % logUnits.length);
    const asked = await askAsLaunches(blended, made, places);
    places.forEach((place, i) => expect(Math.abs(logUnits[place]! - asked[i]!)).toBeLessThan(1e-4));
  });

  it('looks at the weeks and at every price that plans choose from, with the terms of the offer', async () => {
    const space = deriveActionSpace(table, model.encoding.basis, earliestDay);
    const { weeks, priceFactors, adSpends, economics, tried, stock } = await study(model);
    expect(weeks).toEqual(space.weeks);
    for (const factor of space.priceFactors) expect(priceFactors).toContain(factor);
    expect(adSpends).toContain(space.adSpend);
    expect(economics).toEqual({
      listPrice: product!.listPrice,
      unitCost: product!.unitCost,
      fee: space.channels.find(({ name }) => name === offer.channel)!.fee,
      depth: space.promotions.find(({ name }) => name === offer.promotion)!.depth,
    });
    expect(tried.low).toBeLessThan(tried.high);
    expect(stock).toBe(USUAL_AIM.stock);
  });

  it('leaves no tensors behind', () => expectNoTensorLeak(() => study(model)));
});

it('of a history of weeks and units alone is one price without spend or money', async () => {
  const table = launchTable(
    Array.from({ length: 20 }, (_, i) => ({
      day: dayFromCalendar(2024, 1, 1) + 25 * i,
      category: i % 2 ? 'Kitchen' : 'Garden',
      units: i % 2 ? 60 + i : 20 + i,
    })),
  );
  const model = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 6 } });
  const product: NewProduct = {
    ...{ id: 'n1', title: 'Mug', category: 'Kitchen', brand: '' },
    ...{ listPrice: null, unitCost: null, attributes: {} },
  };
  const nothing = { channel: null, promotion: null };
  const asked = { ...nothing, model, table, product, earliestDay, aim: USUAL_AIM, engine };
  const { priceFactors, adSpends, logUnits, weeks, returnRates, economics, ...study } =
    await studyProduct(asked);
  expect([priceFactors.length, adSpends.length]).toEqual([1, 0]);
  expect(logUnits).toHaveLength(weeks.length);
  expect(logUnits.every(Number.isFinite)).toBe(true);
  expect(returnRates).toBeNull();
  expect(economics).toEqual({ listPrice: NaN, unitCost: NaN, fee: 0, depth: 0 });
  expect([study.priceIsTold, study.priceIsChosen]).toEqual([false, false]);
});
