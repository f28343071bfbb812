import Dexie from 'dexie';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';

/**
 * Loads which picture shows a product, by its `pictureOwner`: those whose small picture is kept. Reads indexes only, so
 * that a live query does not run again for each picture that an image encoder reads.
 */
export function loadShownPictures(datasetId: number): Promise<ReadonlyMap<string, number>> {
  return withStorage(async () => {
    const shown = new Map<string, number>();
    const kept = new Set(await database.pictureFiles.where({ datasetId }).primaryKeys());
    await database.pictures
      .where('[datasetId+owner]')
      .between([datasetId, Dexie.minKey], [datasetId, Dexie.maxKey])
      .eachKey((key, { primaryKey }) => {
        const [, owner] = key as unknown as [number, string];
        if (owner !== '' && kept.has(primaryKey) && !shown.has(owner)) shown.set(owner, primaryKey);
      });
    return shown;
  });
}
