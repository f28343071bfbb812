import { emptyDatabase } from '../../support/database.ts';
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { readModelFile, writeModelFile } from '#core/files/model/model-file.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import { ModelFileSession } from '#state/model/model-file.svelte.ts';
import { listDatasets, saveDataset, type DatasetSummary } from '#storage/data/datasets.ts';
import { loadModel, saveModel, useModel } from '#storage/model/models.ts';
import { launchTable } from '../../support/launch-table.ts';
import { readEventFile } from '../../support/read-event-file.ts';
import { noSource } from '../../support/source.ts';

const small = readModelFile(
  new Uint8Array(readFileSync('tests/core/files/model/small-model.safetensors')),
);

beforeEach(emptyDatabase);

async function datasetOf(launchCount: number): Promise<DatasetSummary> {
  const mapping = { fields: {}, attributes: [] };
  const counts = { rowsRead: launchCount, rowsUsed: launchCount, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping, issues: [], ...counts };
  const table = launchTable(Array.from({ length: launchCount }, () => ({})));
  const { datasetId } = await saveDataset({
    sample: null,
    importedAt: 1,
    report,
    table,
    ...noSource(),
  });
  return (await listDatasets()).find(({ id }) => id === datasetId)!;
}

/** What a training on the data set would have left. */
function learntFrom({ id, report, recipe, rowCount }: DatasetSummary, trainedAt = 5) {
  const learnt = {
    readingKey: readingKey(report, recipe),
    launchCount: rowCount,
    ...{ eventsKey: '', lastDay: 20_000, dataVersion: 36 },
  };
  return { ...small, report: { ...small.report, datasetId: id, learnt, trainedAt } };
}

const fileOf = (content: BlobPart) => new File([content], 'debut-model.safetensors');

it('writes the stored model, which another data set of the same launches takes over', async () => {
  const here = await datasetOf(3);
  const there = await datasetOf(3);
  const { report } = await saveModel(learntFrom(here));
  const session = new ModelFileSession();
  const saved = await session.write(here.id);
  expect(saved!.name).toBe('debut-model.safetensors');
  const opened = await session.open(fileOf(await saved!.content.arrayBuffer()), there);
  expect(session.failure).toBeNull();
  expect(opened!.undo).toBeUndefined();
  expect(opened!.report).toEqual({
    ...report,
    datasetId: there.id,
    modelId: expect.any(Number) as number,
  });
  expect(opened!.report.modelId).not.toBe(report.modelId);
  expect({ ...(await loadModel(there.id)), report: small.report }).toEqual(small);
});

it('takes the place of the model before, until that is put back', async () => {
  const dataset = await datasetOf(3);
  const before = await saveModel(learntFrom(dataset, 1));
  const session = new ModelFileSession();
  const opened = await session.open(fileOf(writeModelFile(learntFrom(dataset, 2))), dataset);
  expect((await loadModel(dataset.id))!.report.trainedAt).toBe(2);
  await opened!.undo!();
  expect((await loadModel(dataset.id))!.report).toEqual(before.report);
});

it('leaves in use what another tab has put in use since', async () => {
  const dataset = await datasetOf(3);
  await saveModel(learntFrom(dataset, 1));
  const chosen = await saveModel(learntFrom(dataset, 2));
  await saveModel(learntFrom(dataset, 3));
  const opened = await new ModelFileSession().open(
    fileOf(writeModelFile(learntFrom(dataset, 4))),
    dataset,
  );
  await useModel(dataset.id, chosen.report.modelId);
  await opened!.undo!();
  expect((await loadModel(dataset.id))!.report).toEqual(chosen.report);
  expect(await loadModel(dataset.id, opened!.report.modelId)).toBeUndefined();
});

it.each([
  { says: 'no model', content: 'title;units', code: 'model-file-unreadable' },
  {
    says: 'a model that is cut short',
    content: writeModelFile(small).slice(0, -1),
    code: 'model-file-changed',
  },
  {
    says: 'a model of other launches',
    content: writeModelFile(small),
    code: 'model-file-other-launches',
  },
])('refuses $says, says why, and leaves the model that is there', async ({ content, code }) => {
  const dataset = await datasetOf(3);
  await saveModel(learntFrom(dataset));
  const session = new ModelFileSession();
  expect(await session.open(fileOf(content), dataset)).toBeNull();
  expect(session.failure).toMatchObject({ code });
  expect(session.isBusy).toBe(false);
  expect((await loadModel(dataset.id))!.report.trainedAt).toBe(5);
});

it('refuses what is too large to be one before reading it, and what cannot be read', async () => {
  const dataset = await datasetOf(3);
  const session = new ModelFileSession();
  const huge = { size: 1e9, arrayBuffer: () => Promise.reject(new Error('was read')) };
  await session.open(huge as unknown as File, dataset);
  expect(session.failure).toMatchObject({ code: 'model-file-unreadable' });
  await session.open({ ...huge, size: 9 } as unknown as File, dataset);
  expect(session.failure).toMatchObject({ code: 'file-unreadable' });
});

it('has nothing to write where nothing was trained', async () => {
  const session = new ModelFileSession();
  expect(await session.write(1)).toBeNull();
  expect(session.failure).toMatchObject({ code: 'model-missing' });
});

it('writes the training curve under a name that TensorBoard looks for', async () => {
  const { name, content } = new ModelFileSession().writeCurve(small.report);
  expect(name).toBe('events.out.tfevents.1767225600.debut');
  const events = readEventFile(new Uint8Array(await content.arrayBuffer()));
  expect(events.map(({ tag }) => tag)).toContain('loss/training');
});
