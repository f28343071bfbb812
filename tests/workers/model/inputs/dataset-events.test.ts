// @module-tag training
// @module-tag whole
import { emptyDatabase } from '../../../support/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { EventEdits } from '#core/launch/events/selling-events-choice.ts';
import { eventsOf } from '#core/launch/events/market-events.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { EngineSession } from '#learning/session.ts';
import { loadDatasetSummary, saveDataset } from '#storage/data/datasets.ts';
import { loadModel } from '#storage/model/models.ts';
import { addProduct } from '#storage/data/products.ts';
import { saveEventEdit, saveMarket } from '#storage/data/selling-events.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { eventsChosen, eventsOfModel, withEvents } from '#workers/model/inputs/dataset-events.ts';
import { explainPlan } from '#workers/model/explain/explain-plan.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { planLaunches } from '#workers/model/plan/plan-launches.ts';
import { studyPlan } from '#workers/model/plan/study-plan.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { modelHost } from '../../../support/model-host.ts';
import { noSource } from '../../../support/source.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

const host = modelHost(() => engine);

/** Goods for Christmas sell well in November and hardly else; few launches, so that ridge alone learns. */
const table = launchTable(
  Array.from({ length: 48 }, (_, i) => {
    const day = dayFromCalendar(2022, 1, 10) + 30 * i;
    const isFestive = i % 2 === 0;
    const isNovember = i % 12 === 10;
    const units = isFestive ? (isNovember ? 400 : 10) : 50;
    return { day, title: isFestive ? `Xmas star ${i}` : `Ceramic bowl ${i}`, units };
  }),
);

async function stored(): Promise<number> {
  const counts = { rowsRead: 48, rowsUsed: 48, rowsSetAside: 0 };
  const currencies = { main: 'GBP', others: [] };
  const mapping = { fields: {}, attributes: [] };
  const report = { name: 'Gifts', mapping, issues: [], currencies, ...counts };
  return (await saveDataset({ sample: null, importedAt: 1, report, table, ...noSource() }))
    .datasetId;
}

let id: number;
let productId: string;
const train = () =>
  trainModel({ datasetId: id, compute: 'wasm', settings: AUTOMATIC_SETTINGS }, jobFor(), host);
const earliestDay = dayFromCalendar(2026, 1, 5);
const given = { compute: 'wasm', earliestDay, aim: USUAL_AIM } as const;
const plan = () => planLaunches({ datasetId: id, ...given }, jobFor(), host);
const study = () =>
  studyPlan({ datasetId: id, productId, channel: null, promotion: null, ...given }, jobFor(), host);

beforeEach(async () => {
  await emptyDatabase();
  await saveSetting('usesLanguageModel', false);
  id = await stored();
  const facts = { category: '', brand: '', listPrice: 9, unitCost: 3, attributes: {} };
  productId = (await addProduct(id, { ...facts, title: 'Round tin' })).id;
});

describe('what tables are given', () => {
  const edits: EventEdits = { 'Ceramic bowl 1': ['easter'] };
  const easter = eventsOf('US').indexOf('easter');

  it('is nothing without a market', () => {
    expect(withEvents(table, { market: null, editsByTitle: edits })).toBe(table);
  });

  it('is the market, its events by words, and what the seller said', () => {
    const { events } = withEvents(table, { market: 'US', editsByTitle: edits });
    expect(events!.market).toBe('US');
    expect(events!.fits('Ceramic bowl 1')[easter]).toBe(1);
    expect(events!.fits('Bunny')[easter]).toBe(1);
    expect(events!.fits('Hutch')[easter]).toBe(0);
  });

  it('asks for what was read of words', () => {
    const same = Float32Array.of(1, 0);
    const embeddings = new Map([
      ['bunny', same],
      ['hutch', same],
    ]);
    const { events } = withEvents({ ...table, embeddings }, { market: 'US', editsByTitle: {} });
    expect(events!.fits('Hutch')[easter]).toBe(1);
  });
});

it('training learns with the market of the currency, or the one that was chosen, or none', async () => {
  await train();
  expect((await loadModel(id))!.encoding.basis.market).toBe('GB');
  await saveMarket(id, 'JP');
  await train();
  expect((await loadModel(id))!.encoding.basis.market).toBe('JP');
  await saveMarket(id, null);
  await train();
  expect((await loadModel(id))!.encoding.basis.market).toBeNull();
  expect((await plan()).events).toBeUndefined();
});

it('a model is asked with the market that it learnt and with all that is said since', async () => {
  const { learnt } = await train();
  await saveMarket(id, 'CN');
  await saveEventEdit(id, 'Round tin', ['christmas']);
  const model = (await loadModel(id))!;
  const dataset = await loadDatasetSummary(id);
  expect(learnt!.eventsKey).toBe('GB');
  expect(eventsChosen(dataset).market).toBe('CN');
  expect(eventsOfModel(model, dataset)).toEqual({
    market: 'GB',
    editsByTitle: { 'Round tin': ['christmas'] },
  });
});

it('plans, sliders and evidence follow what is said of a new product without learning again', async () => {
  await train();
  const unsaid = await plan();
  expect(unsaid.events).toEqual({ market: 'GB', fitsById: { [productId]: { found: [] } } });
  const before = await study();
  await saveEventEdit(id, 'Round tin', ['christmas']);
  const said = await plan();
  expect(said.events!.fitsById[productId]).toEqual({ found: [], said: ['christmas'] });
  expect(said.plans[0]!.surface).not.toEqual(unsaid.plans[0]!.surface);
  expect((await study()).logUnits).not.toEqual(before.logUnits);

  const { action } = said.plans[0]!;
  const request = { datasetId: id, compute: 'wasm', productId, action } as const;
  const evidence = await explainPlan(request, jobFor(), host);
  await saveEventEdit(id, 'Round tin', undefined);
  expect(evidence.parts).not.toEqual((await explainPlan(request, jobFor(), host)).parts);
  expect((await plan()).plans).toEqual(unsaid.plans);
});
