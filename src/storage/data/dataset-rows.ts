import type { Table } from 'dexie';
import { database } from '../database/database.ts';

/** Deletes all rows of a data set except its own record and those of its file. Needs a transaction on all tables. */
export async function deleteRowsOf(datasetId: number): Promise<void> {
  for (const table of tablesByKey()) await table.delete(datasetId);
  for (const table of tablesByIndex()) await table.where({ datasetId }).delete();
  for (const table of tablesByRange()) {
    await table.where(':id').between([datasetId], [datasetId, []]).delete();
  }
}

export type AnyTable = Table<unknown, unknown>;

/** Returns the tables whose primary key is the data set ID. */
export function tablesByKey(): AnyTable[] {
  const { products, plans, offers, stock, demand, runs } = database;
  const ofReviews = [database.reviews, database.reviewReadings, database.reviewOutcomes];
  const ofSuppliers = [database.suppliers, database.shortlists];
  const ofOrders = [demand, database.orderStudies];
  const all = [products, plans, offers, stock, ...ofReviews, ...ofOrders, ...ofSuppliers, runs];
  return all as unknown as AnyTable[];
}

/** Returns the tables with an index on the data set ID. */
export function tablesByIndex(): AnyTable[] {
  const { models, trainings, evidence, calendars, ledger, splitTests } = database;
  const ofPictures = [database.pictures, database.pictureFiles];
  const all = [models, trainings, evidence, calendars, ledger, splitTests, ...ofPictures];
  return all as unknown as AnyTable[];
}

/** Returns the tables whose compound primary key begins with the data set ID. */
export function tablesByRange(): AnyTable[] {
  const { columns, embeddings, checkpoints, readingCheckpoints } = database;
  return [columns, embeddings, checkpoints, readingCheckpoints] as unknown as AnyTable[];
}
