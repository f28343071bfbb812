// @module-tag training
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { emptyDatabase } from '../../../support/database.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { saveModel } from '#storage/model/models.ts';
import { addProduct } from '#storage/data/products.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { studyPlan } from '#workers/model/plan/study-plan.ts';
import { studyProduct } from '#workers/model/plan/study-product.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { modelHost } from '../../../support/model-host.ts';
import { noSource } from '../../../support/source.ts';

const table = launchTable(
  Array.from({ length: 24 }, (_, i) => ({
    day: dayFromCalendar(2024, 1, 1) + 25 * i,
    category: i % 2 ? 'Kitchen' : 'Garden',
    units: i % 2 ? 60 + i : 20 + i,
  })),
);
const mug = { title: 'Mug', category: 'Kitchen', brand: '', listPrice: 9, unitCost: 3 };
const earliestDay = dayFromCalendar(2026, 1, 1);
const asked = { compute: 'wasm', channel: null, promotion: null, earliestDay } as const;

let engine: EngineSession;
let model: TrainedModel;
beforeAll(async () => {
  engine = await openNodeEngine();
  model = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 6 } });
});
afterAll(() => engine.dispose());
beforeEach(emptyDatabase);

const host = modelHost(() => engine);

async function someDataset(): Promise<number> {
  const mapping = { fields: {}, attributes: [] };
  const counts = { rowsRead: 24, rowsUsed: 24, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping, issues: [], ...counts };
  const saved = await saveDataset({ sample: null, importedAt: 1, report, table, ...noSource() });
  return saved.datasetId;
}

it('studies the product that was asked for, with what is stored', async () => {
  const datasetId = await someDataset();
  await saveModel({ ...model, report: { ...model.report, datasetId } });
  await addProduct(datasetId, { ...mug, title: 'Spade', category: 'Garden', attributes: {} });
  const product = await addProduct(datasetId, { ...mug, attributes: {} });
  const request = { ...asked, datasetId, productId: product.id, aim: USUAL_AIM };
  const study = await studyPlan(request, jobFor(), host);
  const own = await studyProduct({ ...request, model, table, product, engine });
  expect(study.economics).toEqual(own.economics);
  study.logUnits.forEach((log, i) => expect(log).toBeCloseTo(own.logUnits[i]!, 2)); // stored as half floats
});

it('counts gains at the share at which the plan does', async () => {
  const datasetId = await someDataset();
  await saveModel({ ...model, report: { ...model.report, datasetId } });
  const product = await addProduct(datasetId, { ...mug, attributes: {} });
  const request = { ...asked, datasetId, productId: product.id, aim: USUAL_AIM };
  const rangeAt = async (keptShare?: number) => {
    const { logUnits } = await studyPlan({ ...request, keptShare }, jobFor(), host);
    return Math.max(...logUnits) - Math.min(...logUnits);
  };
  expect(await rangeAt(0)).toBeLessThan(await rangeAt());
  expect(await rangeAt(1)).toBe(await rangeAt());
});

it('says what is missing: a model, or the product', async () => {
  const datasetId = await someDataset();
  const request = { ...asked, datasetId, productId: 'gone', aim: USUAL_AIM };
  await expect(studyPlan(request, jobFor(), host)).rejects.toMatchObject({ code: 'model-missing' });
  await saveModel({ ...model, report: { ...model.report, datasetId } });
  await expect(studyPlan(request, jobFor(), host)).rejects.toMatchObject({ code: 'no-products' });
});

it('stops where it is told to', async () => {
  const datasetId = await someDataset();
  await saveModel({ ...model, report: { ...model.report, datasetId } });
  const product = await addProduct(datasetId, { ...mug, attributes: {} });
  const request = { ...asked, datasetId, productId: product.id, aim: USUAL_AIM };
  const job = jobFor(undefined, AbortSignal.abort());
  await expect(studyPlan(request, job, host)).rejects.toMatchObject({ name: 'AbortError' });
});
