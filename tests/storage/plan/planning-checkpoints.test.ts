import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import { deleteDataset } from '#storage/data/datasets.ts';
import {
  savePlanningCheckpoint,
  loadPlanningCheckpoint,
} from '#storage/plan/planning-checkpoints.ts';
import { saveRanking } from '#storage/plan/plans.ts';
import { loadCheckpoint, openRun, saveCheckpoint } from '#storage/model/training-runs.ts';
import { sampleRanking } from '../../support/ranking.ts';
import { someDataset } from '../../support/some-dataset.ts';

beforeEach(emptyDatabase);

it('keeps parts of a data set by what went into them, apart from what a training made', async () => {
  const [one, two] = [await someDataset(), await someDataset()];
  const run = { startedAt: 5, compute: 'auto', settings: AUTOMATIC_SETTINGS } as const;
  await openRun({ datasetId: one, ...run }, 'code');
  await saveCheckpoint(one, 7, { value: 'of the training', fraction: 0.4 });
  await savePlanningCheckpoint(one, 7, ['a plan']);
  await savePlanningCheckpoint(two, 7, ['another']);
  expect(await loadPlanningCheckpoint(one, 7)).toEqual(['a plan']);
  expect(await loadPlanningCheckpoint(one, 8)).toBeUndefined();
  expect(await loadCheckpoint(one, 7)).toBe('of the training');
  await saveRanking({ ...sampleRanking(), datasetId: one });
  expect(await loadPlanningCheckpoint(one, 7)).toBeUndefined();
  expect(await loadCheckpoint(one, 7)).toBe('of the training');
  expect(await loadPlanningCheckpoint(two, 7)).toEqual(['another']);
});

it('keeps nothing of a data set that was removed meanwhile, and nothing outlives one', async () => {
  const datasetId = await someDataset();
  await savePlanningCheckpoint(datasetId, 7, ['a plan']);
  await deleteDataset(datasetId);
  expect(await loadPlanningCheckpoint(datasetId, 7)).toBeUndefined();
  await savePlanningCheckpoint(datasetId, 7, ['a plan']);
  expect(await loadPlanningCheckpoint(datasetId, 7)).toBeUndefined();
});
