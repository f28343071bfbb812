import './database.ts';
import { readFileSync } from 'node:fs';
import { readModelFile } from '#core/files/model/model-file.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { database } from '#storage/database/database.ts';
import type { DatasetRecord, SourceRecord } from '#storage/database/records.ts';
import { adoptPlans, changeLedger } from '#storage/plan/ledger.ts';
import { demandPanel } from '#core/demand/series/demand-panel.ts';
import { adoptModel } from '#storage/model/models.ts';
import { saveRanking } from '#storage/plan/plans.ts';
import { addProduct } from '#storage/data/products.ts';
import { saveCalendar } from '#storage/plan/seasons.ts';
import { saveEventEdit, saveMarket } from '#storage/data/selling-events.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { addMarketFile, changeNicheChoices, changeTermChoices } from '#storage/data/demand.ts';
import { saveOrderStudy } from '#storage/data/order-studies.ts';
import { saveSplitTest } from '#storage/plan/split-tests.ts';
import { addPictures, savePictureReading } from '#storage/data/pictures.ts';
import { addReviews, changeAspectEdits } from '#storage/data/reviews.ts';
import { saveStock } from '#storage/data/stock.ts';
import { addSupplierLists, editArticle, changeSupplierRates } from '#storage/plan/suppliers.ts';
import { addEvidence } from '#storage/model/trainings.ts';
import { freezePlan } from '#core/ledger/entries/adopted-plan.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { readProject } from '#workers/dataset/project-file/read-project.ts';
import { restoreProject } from '#workers/dataset/project-file/restore-project.ts';
import { saveProject } from '#workers/dataset/project-file/save-project.ts';
import type { RestoredProject } from '#core/files/project/project-reports.ts';
import { sampleActual } from './adopted-plan.ts';
import { csvFile, jobFor, PLAIN_IMPORT } from './csv-file.ts';
import { everythingStored } from './database.ts';
import { heldOutOf } from './held-out.ts';
import { searchFile } from './market-data.ts';
import { FIRST_WEEK, randomOffers } from './random-offers.ts';
import { sampleBuyerStudy, sampleOrderStudy } from './order-study.ts';
import { sampleSplitTest } from './split-test.ts';
import { samplePicture } from './picture.ts';
import { samplePlan, sampleRanking } from './ranking.ts';
import { review, reviewList } from './review.ts';
import { stockItem } from './stock-item.ts';
import { supplierList } from './supplier-list.ts';

const MODEL = readModelFile(
  new Uint8Array(readFileSync('tests/core/files/model/small-model.safetensors')),
);

interface Size {
  readonly launches?: number;
  readonly name?: string;
}

function launchesCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const [month, day] = [1 + (i % 9), 1 + (i % 28)].map((each) => String(each).padStart(2, '0'));
    const price = i % 7 === 0 ? '' : String(5 + (i % 13) / 4);
    return `00${i},"Mug, ${i} 🍵",2024-${month}-${day},${price},${i + 1},=1+${i}\n`;
  });
  return `id,title,day,price,units,__proto__\n${rows.join('')}`;
}

/** Stores a data set with one of everything that a project holds. Returns its ID. */
export async function storeDataset({ launches = 40, name = 'Spring' }: Size = {}): Promise<number> {
  const mapping = {
    fields: {
      ...{ productId: 'id', title: 'title', launchDate: 'day' },
      ...{ listPrice: 'price', units: 'units' },
    },
    attributes: ['__proto__'],
  };
  const sold = [{ name: '__proto__', day: 19_740, units: 3 }];
  const demand = demandPanel(sold, { from: 19_724, to: 19_760 });
  const file = csvFile(launchesCsv(launches));
  const request = { ...PLAIN_IMPORT, file, mapping, name, demand };
  const { datasetId } = await importFile(request, jobFor());
  const model = { ...MODEL, report: { ...MODEL.report, datasetId } };
  const first = await adoptModel(model);
  const startedFrom = first.report.modelId;
  const second = await adoptModel({ ...model, report: { ...model.report, startedFrom } });
  const { modelId } = second.report;
  await addEvidence(modelId, {
    heldOut: heldOutOf({ actual: [3, NaN], debut: [2, 4] }, { price: Float64Array.of(NaN, 2) }),
    learningCurve: [{ learntFrom: 20, wape: Infinity }],
  });
  await database.trainings.update(startedFrom, { name: '<b>first</b>', tags: ['a', '__proto__'] });
  await addProduct(datasetId, {
    ...{ title: 'New mug', category: 'constructor', brand: '', listPrice: null, unitCost: 4 },
    attributes: { ['__proto__']: 'blue' },
  });
  const ranking = sampleRanking({ datasetId, modelId });
  const offers = randomOffers({ seed: 1, products: 3, weeks: 4, channels: 2 });
  const arms = {
    ...{ between: 0.3, noise: 0.7, channels: ['a', 'b'] },
    categories: [{ category: 'Kitchen', tried: [4, 0], launchesASeason: 2.5 }],
  };
  await saveRanking(ranking, { ...offers, arms, datasetId, modelId });
  await storeDecisions(datasetId, modelId);
  return datasetId;
}

const PLACEMENT = {
  ...{ productId: 'new-1', week: FIRST_WEEK, channel: null, adSpend: null, stockUnits: 5 },
};
const EXPERIMENT = {
  ...{ productId: 'new-1', title: 'New mug', category: 'constructor' },
  ...{ otherwise: PLACEMENT, placement: { ...PLACEMENT, channel: 'b' } },
  ...{ tried: 0, planned: 1, doubtBefore: 0.5, doubtAfter: 0.25, cost: 3, worth: 7.5 },
  leanings: [{ arm: 'b', slope: 2, doubt: 0.5 }],
};

async function storeDecisions(datasetId: number, modelId: number): Promise<void> {
  const ranking = sampleRanking({ datasetId, modelId });
  await adoptPlans(datasetId, [freezePlan(samplePlan(), ranking, { report: null, adoptedAt: 5 })]);
  await changeLedger(datasetId, (entries) => ({
    changed: entries.map((entry) => ({ ...entry, actual: sampleActual() })),
  }));
  // An adopted plan of a model that no longer exists.
  const gone = {
    ...freezePlan(samplePlan(), ranking, { report: null, adoptedAt: 6 }),
    modelId: 9e5,
  };
  await adoptPlans(datasetId, [gone]);
  await saveCalendar({
    ...{ datasetId, name: 'Season', madeAt: 1, plannedAt: 1, value: 10, bound: null },
    limits: {
      ...{ ...usualLimits(FIRST_WEEK), channelBudgets: { constructor: 5 } },
      wishes: { 'new-1': { locked: { week: FIRST_WEEK, channel: 'b', isExperiment: true } } },
    },
    ...{ placements: [PLACEMENT], experiments: [EXPERIMENT] },
  });
  await addReviews(datasetId, reviewList([review({ names: ['000'], day: NaN, stars: NaN })]));
  await changeAspectEdits(datasetId, () => ({
    words: [{ aspect: 'own:glaze', added: ['glazes'], removed: ['shine'] }],
    topics: ['glaze'],
  }));
  await addMarketFile(datasetId, searchFile());
  await changeTermChoices(datasetId, () => ({ ['__proto__']: 'cloud lamp' }));
  await changeNicheChoices(datasetId, () => ({ Lamps: '' }));
  await addSupplierLists(datasetId, [supplierList([{ attributes: { ['__proto__']: 'x' } }])], 3);
  await editArticle(datasetId, 'Acme / A-1', { listPrice: 9 });
  await changeSupplierRates(datasetId, { USD: 0.5 });
  await saveStock(datasetId, { fileName: 'stock.csv', asOf: FIRST_WEEK, items: [stockItem()] });
  const pictures = Array.from({ length: 51 }, (_, i) => samplePicture({ owner: i ? '' : 'Mug' }));
  const [pictureId] = await addPictures(datasetId, pictures);
  await savePictureReading(datasetId, pictureId!, {
    ...{ sha256: pictures[0]!.sha256, halves: Uint16Array.of(0x3c_00, 0x80_00) },
    ...{ reader: 'x', showsPeople: null },
  });
  await saveOrderStudy(datasetId, sampleOrderStudy({ buyers: sampleBuyerStudy() }));
  await saveSplitTest(sampleSplitTest({ datasetId }));
  await saveMarket(datasetId, 'GB');
  await saveEventEdit(datasetId, '__proto__', ['christmas']);
  await saveSetting('currentDatasetId', datasetId);
  await saveSetting('currency', 'GBP');
  await saveSetting('adapterVerdicts', { gpu: { isTrusted: true, race: null } });
}

/** Saves the project into memory. */
export async function savedFile(passphrase: string | null = null): Promise<File> {
  const { file } = await saveProject({ target: null, passphrase }, jobFor());
  return new File([file!], 'project.debut');
}

export function restore(
  file: File,
  passphrase: string | null = null,
  job = jobFor(),
): Promise<RestoredProject> {
  return restoreProject({ file, passphrase }, job);
}

/** Reads a project file without restoring it. */
export function glance(file: File) {
  return readProject(file, jobFor());
}

/** Returns everything that is stored, with IDs of data sets, models, pictures and files replaced by their order. */
export async function stateButForIds(): Promise<Record<string, unknown>> {
  const stored = await everythingStored();
  const order = {
    ...{ dataset: ordered(stored.datasets, 'id'), model: modelOrder(stored) },
    picture: ordered(stored.pictures, 'id'),
  };
  const files = (stored.datasets as DatasetRecord[]).map(({ source }) => source?.id);
  const rows = Object.entries(stored).map(([table, all]) => {
    const byFile = table === 'sources' ? inOrderOf(files, all as SourceRecord[]) : all;
    return [table, byFile.map((row) => told(row))];
  });
  return Object.fromEntries(rows) as Record<string, unknown>;

  function idsUnder(key: string): readonly unknown[] | null {
    if (key === 'datasetId' || key === 'currentDatasetId') return order.dataset;
    if (key === 'pictureId') return order.picture;
    if (key === 'sourceId') return files;
    return MODEL_KEYS.has(key) ? order.model : null;
  }

  function told(value: unknown, key = ''): unknown {
    const ids = idsUnder(key);
    if (ids) return ids.indexOf(value);
    if (key === 'id' && typeof value === 'number') return 'number';
    if (Array.isArray(value)) return value.map((each) => told(each));
    if (!isPlain(value)) return value;
    const own = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    const isSetting = own.length === 2 && value.name === 'currentDatasetId';
    const isSource = 'headers' in value && 'rowCount' in value;
    return own.map(([name, each]) => {
      if (isSetting && name === 'value') return [name, order.dataset.indexOf(each)];
      return [name, isSource && name === 'id' ? 'source' : told(each, name)];
    });
  }
}

/** Sorts parts of files by the order of their files, whose IDs are random. */
function inOrderOf(files: readonly unknown[], rows: readonly SourceRecord[]): SourceRecord[] {
  return rows.toSorted((a, b) => files.indexOf(a.sourceId) - files.indexOf(b.sourceId));
}

const MODEL_KEYS = new Set(['modelId', 'modelInUse', 'startedFrom']);

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
  );
}

function ordered(rows: unknown, key: string): unknown[] {
  return (rows as Record<string, unknown>[]).map((row) => row[key]);
}

/** Returns all IDs of models in ascending order, including those of models that no longer exist. */
function modelOrder(stored: Record<string, unknown[]>): unknown[] {
  const ids = new Set<number>();
  JSON.stringify(stored, (key, value: unknown) => {
    if (MODEL_KEYS.has(key) && typeof value === 'number') ids.add(value);
    return value;
  });
  return [...ids].sort((a, b) => a - b);
}
