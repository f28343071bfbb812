import { READERS, type EmbeddingChunk } from '#core/model/text/embedding-chunk.ts';
import { database } from '../database/database.ts';
import type { EmbeddingRecord } from '../database/records.ts';
import { inDataset } from './datasets.ts';
import { withStorage } from '../database/quota.ts';

/** Loads the embeddings made by the current language model files. Deletes those made by other files. */
export async function loadEmbeddings(datasetId: number): Promise<EmbeddingChunk[]> {
  const records = await withStorage(() => embeddingRange(datasetId).toArray());
  const [current, outdated] = [
    records.filter(isCurrent),
    records.filter((each) => !isCurrent(each)),
  ];
  if (outdated.length > 0) {
    const keys = outdated.map(({ chunk }): [number, number] => [datasetId, chunk]);
    await withStorage(() => database.embeddings.bulkDelete(keys));
  }
  return current.map(({ reader, texts, bytes }) => ({
    reader,
    texts,
    halves: new Uint16Array(bytes),
  }));
}

/**
 * Adds embeddings to those stored.
 * Throws AppError storage-full where there is no room, dataset-missing where the data set is gone.
 */
export async function saveEmbeddings(
  datasetId: number,
  { reader, texts, halves }: EmbeddingChunk,
): Promise<void> {
  const { embeddings } = database;
  await inDataset(datasetId, [embeddings], async () => {
    const last = await embeddingRange(datasetId).last();
    const chunk = (last?.chunk ?? -1) + 1;
    await embeddings.add({ datasetId, chunk, reader, texts, bytes: halves.buffer });
  });
}

function isCurrent({ reader }: EmbeddingRecord): boolean {
  return READERS.includes(reader);
}

/** Selects the embeddings of a data set; joins the caller's transaction. */
function embeddingRange(datasetId: number) {
  return database.embeddings.where('[datasetId+chunk]').between([datasetId], [datasetId, []]);
}
