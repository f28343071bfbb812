import type { Shortlist } from '#core/planning/suppliers/shortlist.ts';
import { inDataset } from '../data/datasets.ts';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';

/** Stores a shortlist in place of the one before. Throws AppError dataset-missing where the data set is gone. */
export function saveShortlist(shortlist: Shortlist): Promise<void> {
  const { datasetId } = shortlist;
  const { shortlists } = database;
  return inDataset(datasetId, [shortlists], async () => {
    await shortlists.put({ datasetId, shortlist });
  });
}

/** Loads the shortlist of a data set; null where none was made. */
export function loadShortlist(datasetId: number): Promise<Shortlist | null> {
  return withStorage(async () => (await database.shortlists.get(datasetId))?.shortlist ?? null);
}
