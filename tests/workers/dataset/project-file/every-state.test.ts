// States that sellers come to by any order of what the app lets them do: each is saved, and restored elsewhere as it was.

import { emptyDatabase } from '../../../support/database.ts';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezePlan } from '#core/ledger/entries/adopted-plan.ts';
import { readModelFile } from '#core/files/model/model-file.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { database } from '#storage/database/database.ts';
import { deleteDataset } from '#storage/data/datasets.ts';
import { adoptPlans, changeLedger } from '#storage/plan/ledger.ts';
import { adoptModel, removeModel, restoreModel, useModel } from '#storage/model/models.ts';
import { saveRanking } from '#storage/plan/plans.ts';
import { addProduct, loadProducts, removeProduct } from '#storage/data/products.ts';
import { deleteCalendar, restoreCalendar, saveCalendar } from '#storage/plan/seasons.ts';
import { saveEventEdit, saveMarket } from '#storage/data/selling-events.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { saveStock } from '#storage/data/stock.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { sampleActual } from '../../../support/adopted-plan.ts';
import { csvFile, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';
import { restore, savedFile, stateButForIds } from '../../../support/project.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';
import { samplePlan, sampleProduct, sampleRanking } from '../../../support/ranking.ts';
import { someDataset } from '../../../support/some-dataset.ts';
import { stockItem } from '../../../support/stock-item.ts';

const MODEL = readModelFile(
  new Uint8Array(readFileSync('tests/core/files/model/small-model.safetensors')),
);
const ODD_ROWS = '杯子,2024-02-29,0,\n"A, ""b""",2024-03-04,7,1e3\n';
const MUGS = Array.from({ length: 9 }, (_, i) => `Mug ${i},2024-01-0${i + 1},3,5\n`).join('');
const CSV = `title,day,units,price\n${ODD_ROWS}${MUGS}`;
const MAPPING = {
  fields: { title: 'title', launchDate: 'day', units: 'units', listPrice: 'price' },
  attributes: [],
} as const;

/** What the app lets a seller do with a data set; `pick` says which of several. */
const STEPS: Readonly<Record<string, (datasetId: number, pick: number) => Promise<unknown>>> = {
  model: (datasetId) => adoptModel({ ...MODEL, report: { ...MODEL.report, datasetId } }),
  async useModel(datasetId, pick) {
    const modelId = pickOf(await modelsOf(datasetId), pick);
    if (modelId !== undefined) await useModel(datasetId, modelId);
  },
  async removeModel(datasetId, pick) {
    const modelId = pickOf(await modelsOf(datasetId), pick);
    const removed = modelId === undefined ? null : await removeModel(datasetId, modelId);
    if (removed && pick % 3 === 0) await restoreModel(removed);
  },
  product: (datasetId, pick) =>
    addProduct(datasetId, { ...sampleProduct({ title: `New ${pick}` }), unitCost: pick % 5 }),
  async removeProduct(datasetId, pick) {
    const product = pickOf(await loadProducts(datasetId), pick);
    if (product) await removeProduct(datasetId, product.id);
  },
  async plans(datasetId, pick) {
    const modelId = (await modelsOf(datasetId)).at(-1);
    if (modelId === undefined) return;
    const offers = randomOffers({ seed: pick, products: 2, weeks: 3, channels: 2 });
    const ranking = sampleRanking({ datasetId, modelId });
    await saveRanking(ranking, pick % 2 === 0 ? { ...offers, datasetId, modelId } : undefined);
  },
  adopt: (datasetId, pick) =>
    adoptPlans(datasetId, [
      freezePlan(samplePlan({ product: sampleProduct({ id: `p${pick % 4}` }) }), sampleRanking(), {
        report: null,
        adoptedAt: pick,
      }),
    ]),
  results: (datasetId, pick) =>
    changeLedger(datasetId, (entries) => ({
      changed: entries
        .slice(pick % 2)
        .map((entry) =>
          pick % 3 === 0 ? { ...entry, withdrawnAt: pick } : { ...entry, actual: sampleActual() },
        ),
    })),
  calendar: (datasetId, pick) =>
    saveCalendar({
      ...{ datasetId, name: `Season ${pick}`, madeAt: pick, plannedAt: 1, value: 10, bound: null },
      ...{ limits: usualLimits(FIRST_WEEK), placements: [], experiments: [] },
    }),
  async deleteCalendar(datasetId, pick) {
    const calendar = pickOf(await database.calendars.where({ datasetId }).toArray(), pick);
    if (!calendar) return;
    const deleted = await deleteCalendar(calendar.id);
    if (deleted && pick % 2 === 0) await restoreCalendar(deleted);
  },
  stock: (datasetId, pick) =>
    saveStock(
      datasetId,
      pick % 4 === 0 ? null : { fileName: 's.csv', asOf: FIRST_WEEK + pick, items: [stockItem()] },
    ),
  market: (datasetId, pick) => saveMarket(datasetId, pick % 2 === 0 ? 'GB' : null),
  event: (datasetId, pick) =>
    saveEventEdit(datasetId, `Mug ${pick % 3}`, pick % 2 === 0 ? ['christmas'] : []),
  currency: (_datasetId, pick) => saveSetting('currency', pick % 2 === 0 ? 'GBP' : 'CNY'),
  current: (datasetId) => saveSetting('currentDatasetId', datasetId),
  delete: (datasetId) => deleteDataset(datasetId),
  import: (_datasetId, pick) =>
    importFile(
      { ...PLAIN_IMPORT, file: csvFile(CSV), mapping: MAPPING, name: `Imported ${pick}` },
      jobFor(),
    ),
  /** Without a file, as derived launches are. */
  fileless: () => someDataset(),
};

function modelsOf(datasetId: number): Promise<number[]> {
  return database.models.where({ datasetId }).primaryKeys();
}

function pickOf<T>(all: readonly T[], pick: number): T | undefined {
  return all[pick % Math.max(1, all.length)];
}

/** Records of one data set stand in an order that means something, those of several do not. */
function byDataset(state: Record<string, unknown>): Record<string, unknown> {
  const sorted = Object.entries(state).map(([table, rows]) => {
    return [table, (rows as unknown[]).toSorted((a, b) => datasetOf(a) - datasetOf(b))];
  });
  return Object.fromEntries(sorted) as Record<string, unknown>;
}

function datasetOf(row: unknown): number {
  return new Map(row as [string, number][]).get('datasetId') ?? -1;
}

const step = fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat(40), fc.nat(40));
const WHOLE = { tags: ['whole'], timeout: 120_000 };

describe('any state of the app', () => {
  it('is saved, and restored as it was', WHOLE, async () => {
    const law = fc.asyncProperty(fc.array(step, { minLength: 0, maxLength: 16 }), async (steps) => {
      await emptyDatabase();
      await STEPS.import!(0, 0);
      for (const [name, which, pick] of steps) {
        const datasetId = pickOf(await database.datasets.toCollection().primaryKeys(), which);
        // Without one there is nothing else to do.
        await STEPS[datasetId === undefined ? 'import' : name]!(datasetId ?? 0, pick);
      }
      const before = byDataset(await stateButForIds());
      const file = await savedFile();
      await emptyDatabase();
      await restore(file);
      expect(byDataset(await stateButForIds())).toEqual(before);
    });
    await fc.assert(law, { numRuns: 25, seed: 11 });
  });
});
