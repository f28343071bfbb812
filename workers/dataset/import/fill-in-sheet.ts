import type { TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { fillInSheet as sheetOf, type FillInSheet } from '#core/import/fill-in/fill-in-sheet.ts';
import { isPartlyKnown } from '#core/import/fill-in/category-by-meaning.ts';
import type { FillInRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadReading } from '#storage/data/datasets.ts';
import { loadEmbeddings } from '#storage/data/embeddings.ts';
import { breathe, stoppable } from '#workers/runtime/breathe.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readSource } from './read-source.ts';
import { knownEmbeddings } from '#workers/text/read-texts.ts';

/**
 * Returns the stored file's launches with cells to fill in. Row numbers are the file's, so the file is read, not the
 * launches.
 */
export async function fillInSheet(
  { datasetId, words }: FillInRequest,
  job: Job,
): Promise<FillInSheet> {
  const { source, recipe, importedAt } = await loadReading(datasetId);
  const { table, ...reading } = await readSource(
    source,
    { recipe, importedAt },
    new ThrottledJob(job),
  );
  const named = { ...table, embeddings: await embeddingsAtHand(datasetId, table, job) };
  return sheetOf({ ...reading, table: named, recipe, words });
}

/**
 * Returns the embeddings that training has stored. Suggestions neither download nor read any, and load none where no
 * category can be suggested.
 */
async function embeddingsAtHand(
  datasetId: number,
  { title, category }: LaunchTable,
  { signal }: Job,
): Promise<TextEmbeddings | undefined> {
  if (!isPartlyKnown(category)) return undefined;
  const store = { load: () => loadEmbeddings(datasetId) };
  return knownEmbeddings(title, store, stoppable(breathe, signal));
}
