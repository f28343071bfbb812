import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { database } from '#storage/database/database.ts';
import { deleteDataset } from '#storage/data/datasets.ts';
import { adoptModel, saveModel, useModel } from '#storage/model/models.ts';
import {
  deleteRun,
  loadCheckpoint,
  loadUnfinishedRun,
  noteStopPoint,
  openRun,
  saveCheckpoint,
} from '#storage/model/training-runs.ts';
import { someDataset } from '../../support/some-dataset.ts';

beforeEach(emptyDatabase);

const asked = { startedAt: 5, compute: 'auto', settings: AUTOMATIC_SETTINGS } as const;

it('keeps what a run made and how far it came, and nothing of another', async () => {
  const [one, two] = [await someDataset(), await someDataset()];
  await openRun({ datasetId: one, ...asked }, 'code');
  await openRun({ datasetId: two, ...asked }, 'code');
  await saveCheckpoint(one, 77, { value: Float32Array.of(1, 2), fraction: 0.4 });
  expect(await loadCheckpoint(one, 77)).toEqual(Float32Array.of(1, 2));
  expect(await loadCheckpoint(one, 78)).toBeUndefined();
  expect(await loadCheckpoint(two, 77)).toBeUndefined();
  expect(await loadUnfinishedRun(one)).toEqual({ datasetId: one, ...asked, fraction: 0.4 });
  expect(await loadUnfinishedRun(two)).toMatchObject({ fraction: 0 });
});

it('goes on where the same is asked for again, and begins anew where something else is', async () => {
  const datasetId = await someDataset();
  await openRun({ datasetId, ...asked }, 'code');
  await saveCheckpoint(datasetId, 1, { value: 'half', fraction: 0.5 });
  const again = await openRun({ datasetId, ...asked, startedAt: 99 }, 'code');
  expect(again).toMatchObject({ startedAt: 5, fraction: 0.5 });
  const other = await openRun({ datasetId, ...asked, startedAt: 99, compute: 'cpu' }, 'code');
  expect(other).toMatchObject({ startedAt: 99, fraction: 0 });
  // What is made of the same inputs stays the same.
  expect(await loadCheckpoint(datasetId, 1)).toBe('half');
});

it('takes nothing over from other code', async () => {
  const datasetId = await someDataset();
  await openRun({ datasetId, ...asked }, 'code of yesterday');
  await saveCheckpoint(datasetId, 1, { value: 'half', fraction: 0.5 });
  expect(await openRun({ datasetId, ...asked }, 'code')).toMatchObject({ fraction: 0 });
  expect(await loadCheckpoint(datasetId, 1)).toBeUndefined();
});

it('knows what stopping a paused run would keep, until it goes on', async () => {
  const datasetId = await someDataset();
  const stopPoint = { part: 'epochs', done: 3, total: 12 } as const;
  await noteStopPoint(datasetId, stopPoint);
  expect(await loadUnfinishedRun(datasetId)).toBeUndefined();
  await openRun({ datasetId, ...asked }, 'code');
  await noteStopPoint(datasetId, stopPoint);
  // The worker may still store what it was about.
  await saveCheckpoint(datasetId, 1, { value: 'half', fraction: 0.5 });
  const paused = { datasetId, ...asked, fraction: 0.5 };
  expect(await loadUnfinishedRun(datasetId)).toEqual({ ...paused, stopPoint });
  await openRun({ datasetId, ...asked }, 'code');
  expect(await loadUnfinishedRun(datasetId)).toEqual(paused);
});

it.each([
  { says: 'discarded', end: deleteRun },
  { says: 'ended by its model', end: (id: number) => saveModel(modelOf(id)) },
  { says: 'gone with its launches', end: deleteDataset },
])('leaves nothing of a run that is $says', async ({ end }) => {
  const datasetId = await someDataset();
  await openRun({ datasetId, ...asked }, 'code');
  await saveCheckpoint(datasetId, 1, { value: 'half', fraction: 0.5 });
  await end(datasetId);
  expect(await loadUnfinishedRun(datasetId)).toBeUndefined();
  expect(await database.checkpoints.count()).toBe(0);
  // A tab that still trains keeps nothing more of it.
  await saveCheckpoint(datasetId, 2, { value: 'late', fraction: 0.6 });
  expect(await database.checkpoints.count()).toBe(0);
});

it('stays where a model comes from elsewhere', async () => {
  const datasetId = await someDataset();
  await openRun({ datasetId, ...asked }, 'code');
  await saveCheckpoint(datasetId, 1, { value: 'half', fraction: 0.5 });
  const adopted = await adoptModel(modelOf(datasetId));
  await useModel(datasetId, adopted.report.modelId);
  expect(await loadUnfinishedRun(datasetId)).toMatchObject({ fraction: 0.5 });
  expect(await loadCheckpoint(datasetId, 1)).toBe('half');
});

const modelOf = (datasetId: number) =>
  ({
    net: null,
    ridges: [],
    trees: [],
    report: { modelId: 0, datasetId },
  }) as unknown as TrainedModel;

it('begins no run of launches that are not there', async () => {
  await expect(openRun({ datasetId: 9, ...asked }, 'code')).rejects.toThrow('is not stored');
});
