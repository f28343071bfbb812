// Everything is deleted in one tab while another works: that work ends first, and nothing of it stays.

import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { Job } from '#protocol/job.ts';
import { eraseAll } from '#storage/app/erase.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { saveProject } from '#workers/dataset/project-file/save-project.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { csvFile, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';
import { modelHost } from '../../../support/model-host.ts';
import { restore, savedFile, storeDataset } from '../../../support/project.ts';
import { tabLocks } from '../../../support/tab-locks.ts';

let datasetId: number;
let project: File;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await storeDataset();
  project = await savedFile();
  vi.stubGlobal('navigator', { locks: tabLocks() });
});
afterEach(() => vi.unstubAllGlobals());

const launches = Array.from({ length: 30 }, (_, i) => `Mug ${i},2024-01-${10 + (i % 9)},${i}`);
const fields = { title: 'title', launchDate: 'day', units: 'units' };
const request = {
  ...{ ...PLAIN_IMPORT, name: 'Summer', mapping: { fields, attributes: [] } },
  file: csvFile(`title,day,units\n${launches.join('\n')}\n`),
};

it.each<{ what: string; phase: string; work: (job: Job) => Promise<unknown> }>([
  { what: 'an import', phase: 'store', work: (job) => importFile(request, job) },
  { what: 'a restored project', phase: 'restore', work: (job) => restore(project, null, job) },
  {
    what: 'a project that is saved',
    phase: 'save',
    work: (job) => saveProject({ target: null, passphrase: null }, job),
  },
])('is waited with until $what has ended', async ({ phase, work }) => {
  let erased: Promise<unknown> | undefined;
  let hasEnded = false;
  const job = jobFor((progress) => {
    if (progress.phase !== phase) return;
    // As another tab would: the data set is being stored in a transaction.
    erased ??= Dexie.ignoreTransaction(async () => {
      await eraseAll('https://shop.example/');
      expect(hasEnded).toBe(true);
    });
  });
  await work(job).then(() => (hasEnded = true));
  await erased;
  expect(erased).toBeDefined();
  expect(Object.values(await everythingStored()).flat()).toEqual([]);
});

it('is waited with until a training has ended', async () => {
  const settings = { ...AUTOMATIC_SETTINGS };
  let erasing: Promise<unknown> | undefined;
  const openEngine = async () => {
    erasing = eraseAll('https://shop.example/', { patienceMs: 20 });
    await expect(erasing).rejects.toMatchObject({ code: 'work-elsewhere' });
    throw new Error('no engine');
  };
  const host = modelHost(() => undefined as never, { openEngine });
  const training = trainModel({ datasetId, compute: 'cpu', settings }, jobFor(), host);
  await expect(training).rejects.toThrow('no engine');
  expect(erasing).toBeDefined();
});
