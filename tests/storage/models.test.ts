import { beforeEach, describe, expect, it } from 'vitest';
import { noSource } from '../support/source.ts';
import { emptyDatabase } from '../support/database.ts';
import { launchTable } from '../support/launch-table.ts';
import type { Ranking } from '#core/launch/launch-plan.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { database } from '#storage/database.ts';
import { deleteDataset, saveDataset } from '#storage/datasets.ts';
import { loadModel, restoreModel, saveModel } from '#storage/models.ts';
import { loadRanking, saveRanking } from '#storage/plans.ts';
import { loadTrainingReport } from '#storage/training-reports.ts';

/** Storage looks at what it packs and at the report, and keeps the rest as it is. */
function model(datasetId: number, trainedAt: number): TrainedModel {
  const report = { modelId: 0, datasetId, trainedAt };
  const net = { theta: Float32Array.of(1, 2, 3) };
  return { net, ridges: [], trees: [], report } as unknown as TrainedModel;
}

async function someDataset(): Promise<number> {
  const mapping = { fields: {}, attributes: [] };
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping, issues: [], ...counts };
  const table = launchTable([{}]);
  return (await saveDataset({ sample: null, importedAt: 1, report, table, ...noSource() }))
    .datasetId;
}

beforeEach(emptyDatabase);

describe('models', () => {
  it('come back with their typed arrays and a number of their own', async () => {
    const datasetId = await someDataset();
    const saved = await saveModel(model(datasetId, 5));
    expect(saved.report.modelId).toBeGreaterThan(0);
    expect(await loadModel(datasetId)).toEqual(saved);
    expect(await loadTrainingReport(datasetId)).toEqual(saved.report);
    expect(saved.net!.theta).toBeInstanceOf(Float32Array);
  });

  it('are kept at half precision, and say how much room they take', async () => {
    const { report } = await saveModel(model(await someDataset(), 5));
    const [record] = await database.models.toArray();
    expect(record!.model.net!.theta).toEqual(Uint16Array.of(0x3c00, 0x4000, 0x4200));
    expect(report.storedBytes).toBeGreaterThan(6);
    expect(record!.model.report.storedBytes).toBe(report.storedBytes);
  });

  it('replace the one before under a new number', async () => {
    const datasetId = await someDataset();
    const first = await saveModel(model(datasetId, 1));
    const second = await saveModel(model(datasetId, 2));
    expect(second.report.modelId).not.toBe(first.report.modelId);
    expect(await database.models.count()).toBe(1);
    expect((await loadModel(datasetId))!.report.trainedAt).toBe(2);
  });

  it('come back under the number they had, when the one that replaced them is taken back', async () => {
    const datasetId = await someDataset();
    const first = await saveModel(model(datasetId, 1));
    await saveModel(model(datasetId, 2));
    const { modelId } = first.report;
    expect((await restoreModel(first)).report).toMatchObject({ modelId, trainedAt: 1 });
    expect(await database.models.count()).toBe(1);
    expect((await loadModel(datasetId))!.report).toMatchObject({ modelId, trainedAt: 1 });
  });

  it('are undefined where nothing was trained', async () => {
    expect(await loadModel(1)).toBeUndefined();
    expect(await loadTrainingReport(1)).toBeUndefined();
  });

  it('are not kept for a data set that was removed in the meantime', async () => {
    const datasetId = await someDataset();
    await deleteDataset(datasetId);
    const saving = saveModel(model(datasetId, 5));
    await expect(saving).rejects.toMatchObject({ code: 'dataset-missing' });
    expect(await database.models.count()).toBe(0);
  });

  it('leave the plans of the model before, which show that they are out of date', async () => {
    const datasetId = await someDataset();
    const { modelId } = (await saveModel(model(datasetId, 1))).report;
    const ranking = { datasetId, modelId, plans: [] } as unknown as Ranking;
    await saveRanking(ranking);
    const second = await saveModel(model(datasetId, 2));
    expect(await loadRanking(datasetId)).toEqual(ranking);
    expect(second.report.modelId).not.toBe(ranking.modelId);
  });
});
