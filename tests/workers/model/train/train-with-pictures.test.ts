// @module-tag training
// @module-tag whole
import { emptyDatabase } from '../../../support/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toHalfFloats } from '#core/base/bytes/half-floats.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { seededRandom } from '#core/base/random.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { EngineSession } from '#learning/session.ts';
import { Job } from '#protocol/job.ts';
import type { ExplainRequest } from '#protocol/model-requests.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { addPictures, savePictureReading } from '#storage/data/pictures.ts';
import { addProducts } from '#storage/data/products.ts';
import { loadModel } from '#storage/model/models.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { explainPlan } from '#workers/model/explain/explain-plan.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { modelHost } from '../../../support/model-host.ts';
import { samplePicture } from '../../../support/picture.ts';
import { noSource } from '../../../support/source.ts';

/** A round thing sells four times as many as a square one; nothing but its picture shows what it is. */
const random = seededRandom(4);
const isRound = (i: number) => i % 2 === 0;
const rows = Array.from({ length: 160 }, (_, i): LaunchRow => ({
  ...{ title: `Lovely thing ${['oak', 'elm', 'ash'][i % 3]!} ${i}`, category: 'Home' },
  day: dayFromCalendar(2023, 1, 2) + 6 * i,
  channel: random() < 0.5 ? 'Email' : 'Shop',
  ...{ listPrice: 20 + Math.round(10 * random()), unitCost: 5 },
  units: Math.round((isRound(i) ? 80 : 20) * (0.9 + 0.2 * random())),
}));
const productLike = (id: string, title: string): NewProduct => ({
  ...{ id, title, category: 'Home', brand: '', listPrice: 25, unitCost: 5, attributes: {} },
});
const products = [
  productLike('round', 'Lovely thing oak new'),
  productLike('square', 'Lovely thing oak newer'),
];
const look = (round: boolean) =>
  Float32Array.from({ length: 8 }, (_, k) => (k === Number(round) ? 1 : 0.3 * (random() - 0.5)));

let engine: EngineSession;
let datasetId: number;
let report: TrainingReport;
const told: TrainingProgress[] = [];
const host = modelHost(() => engine);
const explain = (productId: string, given: Partial<ExplainRequest> = {}) =>
  explainPlan(
    {
      ...{ datasetId, compute: 'wasm', productId },
      action: {
        ...{ launchDay: dayFromCalendar(2025, 9, 1), channel: 'Email', promotion: null },
        ...{ priceFactor: 1, salePrice: 25, adSpend: null, stockUnits: 50 },
      },
      ...given,
    },
    jobFor(),
    host,
  );

beforeAll(async () => {
  await emptyDatabase();
  engine = await openNodeEngine();
  await saveSetting('usesLanguageModel', false);
  const mapping = { fields: {}, attributes: [] };
  const counts = { rowsRead: rows.length, rowsUsed: rows.length, rowsSetAside: 0 };
  const saved = await saveDataset({
    ...{ sample: null, importedAt: 1, table: launchTable(rows) },
    ...{ report: { name: 'Shop', mapping, issues: [], ...counts }, ...noSource() },
  });
  datasetId = saved.datasetId;
  await addProducts(datasetId, () => products);
  const owners = [
    ...rows.map(({ title }, i) => ({ owner: title!, round: isRound(i) })),
    ...products.map(({ id, title }) => ({ owner: title, round: id === 'round' })),
  ];
  const pictures = owners.map(({ owner }, i) => samplePicture({ owner, sha256: String(i) }));
  const ids = await addPictures(datasetId, pictures);
  for (const [i, { round }] of owners.entries()) {
    const halves = toHalfFloats(look(round));
    const reading = { sha256: String(i), halves, reader: 'x', showsPeople: false };
    await savePictureReading(datasetId, ids[i]!, reading);
  }
  const settings = { ...AUTOMATIC_SETTINGS, searchSeconds: 0, epochs: 4 };
  const job = new Job<TrainingProgress>(new AbortController().signal, (done) => told.push(done));
  report = await trainModel({ datasetId, compute: 'wasm', settings }, job, host);
}, 300_000);
afterAll(() => engine.dispose());

it('learns from stored pictures that tell the units, and says by how much', async () => {
  expect(report.looks).toMatchObject({ isKept: true });
  expect(report.looks!.withR2).toBeGreaterThan(report.looks!.withoutR2 + 0.5);
  expect(told.at(-1)!.phases.slice(0, 2)).toEqual(['prepare', 'looks']);
  const model = (await loadModel(datasetId))!;
  expect(model.encoding.encoder.looks?.alikes?.beyond).toHaveLength(rows.length);
});

it('forecasts new products by their pictures, and lays nothing of them on words', async () => {
  const [round, square] = [await explain('round'), await explain('square')];
  expect(round.parts.predictedLog - square.parts.predictedLog).toBeGreaterThan(0.8);
  const byWords = round.productParts.filter(({ kind }) => kind === 'word');
  for (const { log } of byWords) expect(Math.abs(log)).toBeLessThan(0.3);
});

it('finds similar launches by looks and words, as asked', async () => {
  const roundOnes = new Set(rows.filter((_, i) => isRound(i)).map(({ title }) => title!));
  const usual = await explain('round');
  expect(usual.looksShare).toBe(0.5);
  expect(usual.similar).toHaveLength(5);
  expect(usual.similar.every(({ title }) => roundOnes.has(title))).toBe(true);
  const byWords = await explain('round', { looksShare: 0 });
  expect(byWords.looksShare).toBe(0);
  expect(byWords.similar.map(({ title }) => title)).not.toEqual(
    usual.similar.map(({ title }) => title),
  );
});
