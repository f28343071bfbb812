import { database } from './database.ts';

/** Inside a transaction of the caller's. */
export function embeddingRange(datasetId: number) {
  return database.embeddings.where('[datasetId+chunk]').between([datasetId], [datasetId, []]);
}
