// @module-tag training
import { emptyDatabase } from '../../../support/database.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { PlanExplanation } from '#core/planning/explanation/plan-explanation.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import { lastLaunchDay, type LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { seededRandom } from '#core/base/random.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import type { EngineSession } from '#learning/session.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { loadModel, saveModel } from '#storage/model/models.ts';
import { addProducts, loadProducts } from '#storage/data/products.ts';
import type { ExplainRequest } from '#protocol/model-requests.ts';
import { explainPlan } from '#workers/model/explain/explain-plan.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { expectNoTensorLeak } from '../../../learning/support.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { modelHost } from '../../../support/model-host.ts';
import { noSource } from '../../../support/source.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

const pause = vi.fn(() => Promise.resolve());
const host = modelHost(() => engine, { pause });

/** Email sells three times as many as the shop, linen twice as many as clay; a third off sells half as many again. */
function shop(): LaunchRow[] {
  const random = seededRandom(3);
  return Array.from({ length: 300 }, (_, i): LaunchRow => {
    const [isEmail, isLinen, isOff] = [random() < 0.5, random() < 0.5, random() < 0.4];
    const factor = 0.9 + 0.2 * random();
    const listPrice = 20 + Math.round(20 * random());
    const lift = (isEmail ? 3 : 1) * (isLinen ? 2 : 1) * (isOff ? 1.5 : 1) * factor ** -1.5;
    return {
      title: isLinen ? `Linen apron ${i}` : `Clay mug ${i}`,
      category: 'Home',
      material: isLinen ? 'Linen' : 'Clay',
      day: dayFromCalendar(2022, 1, 3) + 4 * i,
      channel: isEmail ? 'Email' : 'Shop',
      promotion: isOff ? '30% off' : 'none',
      ...{ listPrice, salePrice: listPrice * factor * (isOff ? 0.7 : 1) },
      unitCost: 0.3 * listPrice,
      adSpend: Math.round(100 * random()),
      units: Math.round(20 * lift * Math.exp(0.1 * (random() - 0.5))),
    };
  });
}

const product: NewProduct = {
  ...{ id: 'n1', title: 'Linen apron', category: 'Home', brand: '' },
  ...{ listPrice: 30, unitCost: 9, attributes: { material: 'Linen' } },
};
const action: LaunchAction = {
  ...{ launchDay: dayFromCalendar(2025, 9, 1), channel: 'Email', promotion: 'none' },
  ...{ priceFactor: 1, salePrice: 30, adSpend: 50, stockUnits: 100 },
};

async function stored(table: LaunchTable, products: readonly NewProduct[]): Promise<number> {
  const counts = { rowsRead: table.rowCount, rowsUsed: table.rowCount, rowsSetAside: 0 };
  const report = { name: 'Shop', mapping, issues: [], ...counts };
  const { datasetId } = await saveDataset({
    ...{ sample: null, importedAt: 1, report, table },
    ...noSource(mapping),
  });
  await addProducts(datasetId, () => products);
  return datasetId;
}

async function trained(table: LaunchTable, datasetId: number): Promise<void> {
  const model = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 6 } });
  const key = readingKey({ mapping, issues: [] }, plainRecipe(mapping));
  const learnt = {
    ...{ readingKey: key, launchCount: table.rowCount, eventsKey: '' },
    ...{ lastDay: lastLaunchDay(table), dataVersion: 36 },
  };
  await saveModel({ ...model, report: { ...model.report, datasetId, learnt } });
}

const mapping = { fields: {}, attributes: ['material'] };

const explain = (datasetId: number, given: Partial<ExplainRequest> = {}) =>
  explainPlan({ datasetId, compute: 'wasm', productId: 'n1', action, ...given }, jobFor(), host);

const partOf = ({ parts }: PlanExplanation, group: string) =>
  parts.parts.find((part) => part.group === group)!.log;

describe('why a plan for a shop with known effects', () => {
  const table = launchTable(shop());
  let datasetId: number;
  beforeAll(async () => {
    await emptyDatabase();
    datasetId = await stored(table, [product]);
    await trained(table, datasetId);
  }, 400_000);

  it('has parts that add up to what the whole blend says of that launch', async () => {
    const { parts } = await explain(datasetId);
    const total = parts.parts.reduce((all, { log }) => all + log, parts.typicalLog);
    expect(Math.abs(total - parts.predictedLog)).toBeLessThan(1e-6);
    const launch = launchTable([
      {
        ...{ title: product.title, category: 'Home', material: 'Linen', listPrice: 30 },
        ...{ unitCost: 9, day: action.launchDay, channel: 'Email', promotion: 'none' },
        ...{ salePrice: 30, adSpend: 50 },
      },
    ]);
    const asUsual = { ...launch, crowding: Float64Array.of(NaN) };
    const [told] = await predictLaunches((await loadModel(datasetId))!, asUsual, { engine });
    expect(parts.predictedLog).toBeCloseTo(told!, 5);
  });

  it('says of a good channel that it adds, of a poor one that it takes away', async () => {
    const good = await explain(datasetId);
    const poor = await explain(datasetId, { action: { ...action, channel: 'Shop' } });
    expect(partOf(good, 'channel')).toBeGreaterThan(0.2);
    expect(partOf(poor, 'channel')).toBeLessThan(-0.2);
    expect(partOf(good, 'product')).toBeGreaterThan(0.1);
    const off = await explain(datasetId, { action: { ...action, promotion: '30% off' } });
    expect(partOf(off, 'promotion')).toBeGreaterThan(partOf(good, 'promotion'));
  });

  it('explains a plan by the share at which it counts gains', async () => {
    const full = await explain(datasetId);
    const half = await explain(datasetId, { keptShare: 0.5 });
    expect(partOf(half, 'channel') / partOf(full, 'channel')).toBeCloseTo(0.5, 1);
  });

  it('moves the product of a category never sold, not the typical launch', async () => {
    const { parts } = await explain(datasetId);
    const neverSold = { shift: -1, scale: 0.5, freedom: 4 };
    const moved = (await explain(datasetId, { neverSold })).parts;
    expect(moved.typicalLog).toBeCloseTo(parts.typicalLog, 9);
    expect(moved.predictedLog).toBeLessThan(parts.predictedLog - 0.5);
    const ofProduct = (of: typeof parts) => of.parts.find(({ group }) => group === 'product')!.log;
    expect(ofProduct(moved)).toBeLessThan(ofProduct(parts) - 0.5);
  });

  it('shows the most alike launches, the product’s words and columns, and a member’s view', async () => {
    const { similar, productParts, view } = await explain(datasetId);
    expect(similar).toHaveLength(5);
    expect(similar.every(({ title }) => title.startsWith('Linen apron'))).toBe(true);
    const lifted = productParts.filter(({ log }) => log > 0).map(({ value }) => value);
    expect(lifted.some((value) => ['Linen', 'linen', 'apron'].includes(value))).toBe(true);
    const { blend } = (await loadModel(datasetId))!;
    expect(blend[view.member]).toBe(Math.max(blend.net, blend.ridge));
    expect(view.season).toHaveLength(52);
    expect(view.elasticity).toBeLessThan(0);
  });

  it('finds the same launches where the model learnt others', async () => {
    const { similar } = await explain(datasetId);
    const model = (await loadModel(datasetId))!;
    await saveModel({ ...model, report: { ...model.report, learnt: undefined } });
    const anew = (await explain(datasetId)).similar;
    expect(anew.map(({ productId }) => productId)).toEqual(
      similar.map(({ productId }) => productId),
    );
  });

  it('leaves no tensors behind, stopped or not', async () => {
    await expectNoTensorLeak(() => explain(datasetId));
    const controller = new AbortController();
    pause.mockImplementationOnce(() => {
      controller.abort();
      return Promise.resolve();
    });
    const request = { datasetId, compute: 'wasm', productId: 'n1', action } as const;
    await expectNoTensorLeak(() =>
      expect(
        explainPlan(
          request,
          jobFor(() => undefined, controller.signal),
          host,
        ),
      ).rejects.toMatchObject({ name: 'AbortError' }),
    );
  });

  it('is not to be had of a product that is gone', async () => {
    await expect(explain(datasetId, { productId: 'n2' })).rejects.toMatchObject({
      code: 'product-missing',
    });
    expect(await loadProducts(datasetId)).toHaveLength(1);
  });
});

describe('why a plan of a history that knows little', () => {
  const rows = Array.from({ length: 20 }, (_, i) => ({
    ...{ day: dayFromCalendar(2024, 1, 1) + 25 * i, category: i % 2 ? 'Kitchen' : 'Garden' },
    units: i % 2 ? 60 + i : 20 + i,
  }));
  const mug: NewProduct = {
    ...{ id: 'n1', title: 'Mug', category: 'Kitchen', brand: '' },
    ...{ listPrice: null, unitCost: null, attributes: {} },
  };
  const bare = { ...action, channel: null, promotion: null, salePrice: null, adSpend: null };

  it('has week and product only, from the ridge', async () => {
    const table = launchTable(rows);
    const datasetId = await stored(table, [mug]);
    await trained(table, datasetId);
    const evidence = await explain(datasetId, { action: bare });
    expect(evidence.parts.parts.map(({ group }) => group)).toEqual(['week', 'product']);
    expect(partOf(evidence, 'product')).toBeGreaterThan(0);
    expect(evidence.similar).toHaveLength(5);
    expect(evidence.similar[0]).toMatchObject({ channel: null, profit: null, similarity: 1 });
    expect(evidence.view).toMatchObject({ member: 'ridge', elasticity: null });
  });

  it('is not to be had without a model', async () => {
    const datasetId = await stored(launchTable(rows), [mug]);
    await expect(explain(datasetId)).rejects.toMatchObject({ code: 'model-missing' });
  });
});
