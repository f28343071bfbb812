import { emptyDatabase } from '../../../support/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError, type ErrorCode } from '#core/base/errors.ts';
import type { Progress } from '#core/base/progress.ts';
import { Job } from '#protocol/job.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { addMarketFile, loadDemand, saveMeaning } from '#storage/data/demand.ts';
import { addProduct } from '#storage/data/products.ts';
import type { EngineSession } from '#learning/session.ts';
import { BuiltLanguage } from '#workers/headless/built-language.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { joinByMeaning } from '#workers/model/inputs/join-by-meaning.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { searchFile } from '../../../support/market-data.ts';
import { modelHost } from '../../../support/model-host.ts';
import { marketNiche, nichesFile } from '../../../support/niches.ts';
import { noSource } from '../../../support/source.ts';

let engine: EngineSession;
let datasetId = 0;

beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

const table = launchTable([
  { category: '耳机', title: '蓝牙降噪入耳式' },
  { category: '耳机', title: '头戴式无线' },
  { category: 'Rugs', title: 'Wool rug' },
  { category: 'Vases', title: 'Ceramic jug' },
]);

const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
const shop = { sample: null, importedAt: 1, report, table, ...noSource() };

beforeEach(async () => {
  await emptyDatabase();
  ({ datasetId } = await saveDataset(shop));
  for (const term of ['headphones', 'wool rug', 'coffee maker'])
    await addMarketFile(datasetId, searchFile({ fileName: `${term}.csv`, term }));
});

const never = () => {
  throw new Error('expected no engine');
};
const meaning = async () => (await loadDemand(datasetId)).meaning;

describe('joinByMeaning', () => {
  it('stores what means nearly the same as a category that words join to nothing', async () => {
    await addMarketFile(
      datasetId,
      nichesFile(['lip colour', 'garden hose'].map((name) => marketNiche({ name }))),
    );
    const product = { id: 'N1', title: 'Matte red', category: 'Lipsticks', brand: '' };
    await addProduct(datasetId, { ...product, attributes: {}, listPrice: 5, unitCost: 2 });
    await joinByMeaning(
      datasetId,
      jobFor(),
      modelHost(() => engine),
    );
    expect(await meaning()).toEqual({
      terms: { 耳机: 'headphones' },
      niches: { Lipsticks: 'lip colour' },
    });
  });

  it('reports what it reads; where all is known it reports nothing and opens no engine', async () => {
    const report = vi.fn<(progress: Progress) => void>();
    const job = () => new Job(new AbortController().signal, report);
    await joinByMeaning(
      datasetId,
      job(),
      modelHost(() => engine),
    );
    const stored = await meaning();
    // Three categories, their titles and three terms.
    expect(report.mock.calls.at(0)).toEqual([{ phase: 'read', done: 0, total: 10 }]);
    expect(report.mock.calls.at(-1)).toEqual([{ phase: 'read', done: 10, total: 10 }]);
    await saveMeaning(datasetId, { terms: {}, niches: {} });
    report.mockClear();
    await joinByMeaning(datasetId, job(), modelHost(never));
    expect(await meaning()).toEqual(stored);
    expect(report).not.toHaveBeenCalled();
  });

  it('reads nothing for a shop of more than 500 categories', async () => {
    const rows = Array.from({ length: 501 }, (_, i) => ({ category: `耳机${i}`, title: `${i}` }));
    const many = await saveDataset({ ...shop, table: launchTable(rows) });
    await addMarketFile(many.datasetId, searchFile({ fileName: 'a.csv', term: 'headphones' }));
    await joinByMeaning(many.datasetId, jobFor(), modelHost(never));
    expect((await loadDemand(many.datasetId)).meaning).toBeUndefined();
  });

  it('leaves what is stored where no engine starts', async () => {
    const found = { terms: { Vases: 'wool rug' }, niches: {} };
    await saveMeaning(datasetId, found);
    const without = (code: ErrorCode) =>
      joinByMeaning(
        datasetId,
        jobFor(),
        modelHost(() => {
          throw new AppError(code, 'expected an engine, got none');
        }),
      );
    await without('backend-unavailable');
    expect(await meaning()).toEqual(found);
    await expect(without('dataset-missing')).rejects.toMatchObject({ code: 'dataset-missing' });
  });

  it('reads nothing where the language model is declined, or would have to be downloaded', async () => {
    const language = new BuiltLanguage();
    language.missing = (files = []) => Promise.resolve(files);
    language.read = () => Promise.reject(new Error('expected no download'));
    await joinByMeaning(datasetId, jobFor(), modelHost(never, { language }));
    await saveSetting('usesLanguageModel', false);
    await joinByMeaning(datasetId, jobFor(), modelHost(never));
    expect(await meaning()).toBeUndefined();
  });

  it('opens no engine where words join all, and forgets what was found before', async () => {
    await joinByMeaning(
      datasetId,
      jobFor(),
      modelHost(() => engine),
    );
    expect(await meaning()).toBeDefined();
    for (const term of ['耳机', 'vase'])
      await addMarketFile(datasetId, searchFile({ fileName: `${term}.csv`, term }));
    await joinByMeaning(datasetId, jobFor(), modelHost(never));
    expect(await meaning()).toBeUndefined();
  });
});
