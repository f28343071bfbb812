import { database } from '../database/database.ts';

/** Selects the embeddings of a data set; joins the caller's transaction. */
export function embeddingRange(datasetId: number) {
  return database.embeddings.where('[datasetId+chunk]').between([datasetId], [datasetId, []]);
}
