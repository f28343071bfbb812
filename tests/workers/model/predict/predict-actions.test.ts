// @module-tag training
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { weightsOf, type BlendWeights } from '#core/model/blend/blend.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { encodeNewProducts, encodePlanned } from '#workers/model/predict/encode-plans.ts';
import { encodeRows } from '#workers/model/members/encode-rows.ts';
import { fitProcessOnce } from '#workers/model/members/fit-process-once.ts';
import { NO_JOURNAL } from '#workers/runtime/journal.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { actionPredictor, predictActions } from '#workers/model/predict/predict-actions.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { expectNoTensorLeak } from '../../../learning/support.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { asLaunches, type AskedLaunch } from '../../../support/planning.ts';
import { shopProducts, shopTable } from '../../../support/shop-table.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

const shop = generateShop({ launches: 200, newProducts: 6 });
const table = shopTable(shop);
const products = shopProducts(shop);
const [channels, promotions] = [table.channel, table.promotion].map((names) => [...new Set(names)]);

/** Actions of every kind, and one of which nothing but the day is known. */
const actions: readonly AskedLaunch[] = [
  ...Array.from({ length: 40 }, (_, i) => ({
    launchDay: dayFromCalendar(2026, 1, 5) + 7 * i,
    channel: channels![i % channels!.length]!,
    promotion: promotions![i % promotions!.length]!,
    priceRatio: 0.7 + (i % 6) / 10,
    adSpend: 15 * (i % 5),
  })),
  {
    ...{ launchDay: dayFromCalendar(2026, 5, 4), channel: null, promotion: null },
    ...{ priceRatio: NaN, adSpend: null },
  },
];

function askedOf(model: TrainedModel, product: NewProduct) {
  const phi = encodePlanned(model, actions.length, (i) => {
    const { launchDay, channel, promotion, priceRatio, adSpend } = actions[i]!;
    return {
      ...{ day: launchDay, channel: channel ?? '', promotion: promotion ?? '', priceRatio },
      adSpend: adSpend ?? NaN,
    };
  });
  const x = encodeNewProducts(model, table, [product]);
  return { product, x, phi, count: actions.length };
}

async function expectAgreement(model: TrainedModel): Promise<void> {
  const predict = actionPredictor(model, engine);
  for (const product of products) {
    const logs = await predict(askedOf(model, product));
    const wanted = await predictLaunches(model, asLaunches(product, actions), { engine });
    expect(logs).toHaveLength(actions.length);
    logs.forEach((log, i) => expect(Math.abs(log - wanted[i]!)).toBeLessThan(1e-4));
    expect(await predictActions(model, askedOf(model, product), engine)).toEqual(logs);
  }
}

describe('actions are predicted as launches with the same would be', () => {
  let model: TrainedModel;
  beforeAll(async () => {
    model = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 6 } });
  });
  const none: BlendWeights = { net: 0, ridge: 0, trees: 0, analogues: 0, median: 0 };

  it.each<{ says: string; blend: Partial<BlendWeights> }>([
    { says: 'net', blend: { net: 1 } },
    { says: 'ridge', blend: { ridge: 1 } },
    { says: 'trees', blend: { trees: 1 } },
    { says: 'the nearest launches', blend: { analogues: 1 } },
    { says: 'the median', blend: { median: 1 } },
    {
      says: 'all together',
      blend: { net: 0.25, ridge: 0.25, trees: 0.25, analogues: 0.125, median: 0.125 },
    },
  ])('by $says', async ({ blend }) => {
    await expectAgreement({ ...model, level: 0.07, blend: { ...none, ...blend } });
  });

  it('and leave no tensors behind', async () => {
    const blended = { ...model, blend: { ...none, net: 0.5, analogues: 0.5 } };
    await expectNoTensorLeak(() => predictActions(blended, askedOf(blended, products[0]!), engine));
  });
});

it('actions are predicted as launches would be by the Gaussian process, where no funnel is known', async () => {
  const blank = new Float64Array(table.rowCount).fill(NaN);
  const plain = { ...table, impressions: blank, clicks: blank, orders: blank };
  const model = await fitInNode(plain, { engine, settings: { searchSeconds: 0, epochs: 6 } });
  const rows = rowsByDate(plain);
  const process = await fitProcessOnce(
    {
      ...{ table: plain, encoding: model.encoding, journal: NO_JOURNAL },
      breathe: () => Promise.resolve(),
    },
    encodeRows(plain, rows, model.encoding),
  );
  expect(process).not.toBeNull();
  for (const blend of [weightsOf({ process: 1 }), weightsOf({ process: 0.5, ridge: 0.5 })])
    await expectAgreement({ ...model, process, blend });
});

it('few launches are answered by ridge alone, for actions too', async () => {
  const few = shopTable({ ...shop, launches: shop.launches.slice(0, 24) });
  const model = await fitInNode(few, { engine, settings: { searchSeconds: 0, epochs: 6 } });
  expect(model.net).toBeNull();
  await expectAgreement(model);
});
