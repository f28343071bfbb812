// @module-tag training
// @module-tag whole
import { emptyDatabase } from '../../../support/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { EngineSession } from '#learning/session.ts';
import { database } from '#storage/database/database.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { loadRanking } from '#storage/plan/plans.ts';
import { saveOrderStudy } from '#storage/data/order-studies.ts';
import { addProduct } from '#storage/data/products.ts';
import { loadOffers } from '#storage/plan/seasons.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { planLaunches } from '#workers/model/plan/plan-launches.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { settledPlan } from '../../../support/adopted-plan.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { modelHost } from '../../../support/model-host.ts';
import { sampleAssociations, sampleOrderStudy } from '../../../support/order-study.ts';
import { sampleProduct } from '../../../support/ranking.ts';
import { noSource } from '../../../support/source.ts';

let engine: EngineSession;
beforeAll(async () => {
  await emptyDatabase();
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

/** Dear lamps sell as well as cheap mugs: the dearer, the more promising. */
const table = launchTable(
  Array.from({ length: 60 }, (_, i) => ({
    day: dayFromCalendar(2023, 1, 9) + 18 * i,
    ...(i % 2 === 0 ? { title: 'Lamp', category: 'Light' } : { title: 'Mug', category: 'Kitchen' }),
    ...{ listPrice: i % 2 === 0 ? 80 : 8, units: 40 + (i % 5) },
  })),
);

async function stored(): Promise<number> {
  const counts = { rowsRead: 60, rowsUsed: 60, rowsSetAside: 0 };
  const currencies = { main: 'GBP', others: [] };
  const report = { name: 'Shop', mapping: { fields: {}, attributes: [] }, issues: [] };
  const record = { sample: null, importedAt: 1, report: { ...report, currencies, ...counts } };
  return (await saveDataset({ ...record, table, ...noSource() })).datasetId;
}

const checkpointCount = (datasetId: number) =>
  database.checkpoints.filter((record) => record.datasetId === datasetId).count();

it('goes on where it was ended, and leaves nothing of it behind once the plans are stored', async () => {
  const datasetId = await stored();
  const host = modelHost(() => engine);
  const request = { datasetId, compute: 'wasm' } as const;
  await trainModel({ ...request, settings: AUTOMATIC_SETTINGS }, jobFor(), host);
  const products = Array.from({ length: 450 }, (_, i) =>
    sampleProduct({ id: `p${i}`, title: 'Mug', category: 'Kitchen', listPrice: 8 + i / 50 }),
  );
  await database.products.put({ datasetId, products });
  const planning = { ...request, earliestDay: dayFromCalendar(2026, 1, 5), aim: USUAL_AIM };
  const told: number[] = [];
  const endedAt = async (most: number) => {
    const ended = new AbortController();
    const job = jobFor(({ phase, done }) => {
      if (phase !== 'plan') return;
      told.push(done);
      if (done >= most) ended.abort(new Error('the page went'));
    }, ended.signal);
    await planLaunches(planning, job, host);
  };
  await expect(endedAt(430)).rejects.toThrow('the page went');
  expect(await checkpointCount(datasetId)).toBe(2);
  expect(told.at(-1)).toBe(430);
  told.length = 0;
  await endedAt(Infinity);
  // Two parts of 200 are there at once.
  expect(told.slice(0, 3)).toEqual([200, 400, 401]);
  expect(await checkpointCount(datasetId)).toBe(0);
  const resumed = await loadRanking(datasetId);
  told.length = 0;
  await endedAt(Infinity);
  expect(told.slice(0, 3)).toEqual([1, 2, 3]);
  const afresh = await loadRanking(datasetId);
  expect(resumed!.plans).toEqual(afresh!.plans);
});

it('keeps what a season is planned of in the order of the plans, with the pairs that are alike in it', async () => {
  const datasetId = await stored();
  const host = modelHost(() => engine);
  const request = { datasetId, compute: 'wasm' } as const;
  await trainModel({ ...request, settings: AUTOMATIC_SETTINGS }, jobFor(), host);
  for (const own of [
    { title: 'Mug', category: 'Kitchen', listPrice: 8, unitCost: 3 },
    { title: 'Lamp', category: 'Light', listPrice: 80, unitCost: 30 },
    { title: 'Mug', category: 'Kitchen', listPrice: 8, unitCost: 3.5 },
  ])
    await addProduct(datasetId, sampleProduct(own));
  const earliestDay = dayFromCalendar(2026, 1, 5);
  const ranking = await planLaunches({ ...request, earliestDay, aim: USUAL_AIM }, jobFor(), host);
  const { products, pairs } = (await loadOffers(datasetId))!;
  const ids = products.map(({ productId }) => productId);
  expect(ids).toEqual(ranking.plans.map(({ product }) => product.id));
  expect(products.map(({ economics }) => economics.unitCost)).toEqual([30, 3, 3.5]);
  const costsOf = ({ first, second }: (typeof pairs)[number]) =>
    [first, second].map((place) => products[place]!.economics.unitCost);
  expect(pairs.map(costsOf)).toContainEqual([3, 3.5]);
  expect(products.some(({ brought }) => brought)).toBe(false);

  const halo = sampleAssociations().halo.effects[0]!;
  const effects = [{ ...halo, launched: 'Kitchen', other: 'Light', otherPrice: 80 }];
  const study = { launchCount: 9, weeks: 8, effects, testedPairs: 2 };
  const associations = sampleAssociations({ halo: study });
  await saveOrderStudy(datasetId, sampleOrderStudy({ associations }));
  await planLaunches({ ...request, earliestDay, aim: USUAL_AIM }, jobFor(), host);
  const bringing = (await loadOffers(datasetId))!.products.filter(({ brought }) => brought);
  expect(bringing.map(({ category }) => category)).toEqual(['Kitchen', 'Kitchen']);
  for (const { brought } of bringing) expect(brought!.expected).toBeGreaterThan(0);

  for (const { gain, outcome, usual } of ranking.plans) {
    const difference = outcome.profit!.expected - usual.outcome.profit!.expected;
    expect(gain!.measure).toBe('profit');
    expect(gain!.range.expected).toBeCloseTo(difference, 9);
    expect(gain!.range.low80).toBeLessThanOrEqual(gain!.range.high80);
  }

  const { product, action } = ranking.plans[0]!;
  const launched = settledPlan(60, { id: 1, datasetId, product, action });
  await database.ledger.put(launched);
  const idsPlanned = async () => {
    const anew = await planLaunches({ ...request, earliestDay, aim: USUAL_AIM }, jobFor(), host);
    const { products: offered } = (await loadOffers(datasetId))!;
    const planned = anew.plans.map((plan) => plan.product.id);
    expect(offered.map(({ productId }) => productId)).toEqual(planned);
    return planned;
  };
  expect(await idsPlanned()).toEqual(ids.filter((id) => id !== product.id));
  await database.ledger.put({ ...launched, isPlannedAgain: true });
  expect(new Set(await idsPlanned())).toEqual(new Set(ids));
});

it('counts gains at what earlier plans of the same data set kept, and says so', async () => {
  const datasetId = await stored();
  const host = modelHost(() => engine);
  const request = { datasetId, compute: 'wasm' } as const;
  await trainModel({ ...request, settings: AUTOMATIC_SETTINGS }, jobFor(), host);
  await addProduct(datasetId, sampleProduct({ title: 'Mug', category: 'Kitchen' }));
  const planning = { ...request, earliestDay: dayFromCalendar(2026, 1, 5), aim: USUAL_AIM };
  const entries = (units: number, change: object = {}) =>
    Array.from({ length: 9 }, (_, i) => settledPlan(units, { id: i + 1, datasetId, ...change }));
  const shareAfter = async (ledger: readonly AdoptedPlan[]) => {
    await database.ledger.clear();
    await database.ledger.bulkPut([...ledger]);
    await planLaunches(planning, jobFor(), host);
    return (await loadRanking(datasetId))!.kept;
  };
  expect(await shareAfter(entries(60))).toMatchObject({ count: 9 });
  expect(await shareAfter(entries(160))).toBeUndefined();
  expect(await shareAfter(entries(60, { withdrawnAt: 3 }))).toBeUndefined();
  expect(await shareAfter(entries(60, { datasetId: datasetId + 1 }))).toBeUndefined();
});
