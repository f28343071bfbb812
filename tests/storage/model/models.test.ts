import { beforeEach, describe, expect, it } from 'vitest';
import { noSource } from '../../support/source.ts';
import { emptyDatabase } from '../../support/database.ts';
import { launchTable } from '../../support/launch-table.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { NO_EVIDENCE } from '#core/evaluation/scorecard/training-evidence.ts';
import { database } from '#storage/database/database.ts';
import { deleteDataset, saveDataset } from '#storage/data/datasets.ts';
import {
  adoptModel,
  loadModel,
  removeModel,
  restoreModel,
  saveModel,
  useModel,
} from '#storage/model/models.ts';
import { loadRanking, saveRanking } from '#storage/plan/plans.ts';
import {
  addEvidence,
  loadEvidence,
  loadRuns,
  loadTrainingReport,
  updateRemarks,
} from '#storage/model/trainings.ts';

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
    expect(record!.model).not.toHaveProperty('report');
  });

  it('are used from now on, and stay beside the ones before', async () => {
    const datasetId = await someDataset();
    const first = await saveModel(model(datasetId, 1));
    const second = await saveModel(model(datasetId, 2));
    expect(second.report.modelId).not.toBe(first.report.modelId);
    expect((await loadModel(datasetId))!.report.trainedAt).toBe(2);
    expect((await loadModel(datasetId, first.report.modelId))!.report.trainedAt).toBe(1);
    expect((await loadRuns(datasetId)).runs.map(({ report }) => report.trainedAt)).toEqual([2, 1]);
  });

  it.each([
    { verdict: 'better', inUse: 2 },
    { verdict: 'level', inUse: 2 },
    { verdict: 'worse', inUse: 1 },
  ] as const)('are used unless the one in use was clearly better: $verdict', async (given) => {
    const { verdict, inUse } = given;
    const datasetId = await someDataset();
    const { modelId } = (await saveModel(model(datasetId, 1))).report;
    const comparison = { modelId, judgedOn: 9, wape: 0.6, wapeBefore: 0.5, verdict };
    await saveModel(model(datasetId, 2), { evidence: NO_EVIDENCE, comparison });
    expect((await loadTrainingReport(datasetId))!.trainedAt).toBe(inUse);
    expect((await loadRuns(datasetId)).runs[0]).toMatchObject({ comparison });
  });

  it('are used again when they are asked for', async () => {
    const datasetId = await someDataset();
    const first = await saveModel(model(datasetId, 1));
    await saveModel(model(datasetId, 2));
    await useModel(datasetId, first.report.modelId);
    expect(await loadModel(datasetId)).toEqual(first);
    const missing = useModel(datasetId, 999);
    await expect(missing).rejects.toMatchObject({ code: 'model-missing' });
    const other = await someDataset();
    const foreign = useModel(other, first.report.modelId);
    await expect(foreign).rejects.toMatchObject({ code: 'model-missing' });
  });

  it('leave the newest of the others in use when they are removed', async () => {
    const datasetId = await someDataset();
    const first = await saveModel(model(datasetId, 1));
    const second = await adoptModel(model(datasetId, 2));
    await removeModel(datasetId, second.report.modelId);
    expect((await loadModel(datasetId))!.report.trainedAt).toBe(1);
    expect(await loadModel(datasetId, second.report.modelId)).toBeUndefined();
    await removeModel(datasetId, first.report.modelId);
    expect(await loadModel(datasetId)).toBeUndefined();
    expect(await database.evidence.count()).toBe(0);
  });

  it('can be put back exactly as they were, in use again if they were', async () => {
    const datasetId = await someDataset();
    await saveModel(model(datasetId, 1));
    const { modelId } = (await saveModel(model(datasetId, 2))).report;
    await updateRemarks(modelId, { name: 'Slow', tags: ['a'] });
    await addEvidence(modelId, { learningCurve: [{ learntFrom: 40, wape: 0.5 }] });
    const everything = () => Promise.all(database.tables.map((table) => table.toArray()));
    const before = await everything();
    const removed = await removeModel(datasetId, modelId);
    expect(await everything()).not.toEqual(before);
    await restoreModel(removed!);
    expect(await everything()).toEqual(before);
  });

  it('leave in use what was chosen after they were removed', async () => {
    const datasetId = await someDataset();
    const first = (await saveModel(model(datasetId, 1))).report.modelId;
    await saveModel(model(datasetId, 2));
    const third = (await saveModel(model(datasetId, 3))).report.modelId;
    const removed = await removeModel(datasetId, third);
    await useModel(datasetId, first);
    await restoreModel(removed!);
    expect(await loadRuns(datasetId)).toMatchObject({ modelInUse: first });
    const other = await removeModel(datasetId, third);
    await restoreModel(other!);
    expect(await loadRuns(datasetId)).toMatchObject({ modelInUse: first });
  });

  it('cannot be put back into a data set that is gone', async () => {
    const datasetId = await someDataset();
    const { modelId } = (await saveModel(model(datasetId, 1))).report;
    const removed = await removeModel(datasetId, modelId);
    await deleteDataset(datasetId);
    await expect(restoreModel(removed!)).rejects.toMatchObject({ code: 'dataset-missing' });
    expect(await database.models.count()).toBe(0);
  });

  it('are removed once', async () => {
    const datasetId = await someDataset();
    const { modelId } = (await saveModel(model(datasetId, 1))).report;
    await removeModel(datasetId, modelId);
    expect(await removeModel(datasetId, modelId)).toBeNull();
  });

  it('keep what they can show for themselves apart, and what is measured later', async () => {
    const { modelId } = (await saveModel(model(await someDataset(), 1))).report;
    expect(await loadEvidence(modelId)).toEqual(NO_EVIDENCE);
    const learningCurve = [{ learntFrom: 40, wape: 0.5 }];
    await addEvidence(modelId, { learningCurve });
    expect(await loadEvidence(modelId)).toEqual({ ...NO_EVIDENCE, learningCurve });
    await addEvidence(modelId + 1, { learningCurve });
    expect(await loadEvidence(modelId + 1)).toEqual(NO_EVIDENCE);
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
