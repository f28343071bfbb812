import { fillInSheet as sheetOf, type FillInSheet } from '#core/table/fill-in-sheet.ts';
import type { FillInRequest } from '#protocol/dataset-worker.ts';
import type { Job } from '#protocol/job.ts';
import { loadReading } from '#storage/datasets.ts';
import { PacedJob } from './paced-job.ts';
import { readSource } from './read-source.ts';

/** Stored file and recipe → its launches with cells to fill in. Row numbers are the file's, so the file is read, not the launches. */
export async function fillInSheet(
  { datasetId, words }: FillInRequest,
  job: Job,
): Promise<FillInSheet> {
  const { source, recipe } = await loadReading(datasetId);
  const reading = await readSource(source, recipe, new PacedJob(job));
  return sheetOf({ ...reading, recipe, words });
}
