import type { Table } from 'dexie';
import { database } from './database.ts';

/** Inside a transaction on all of them: all rows of the data set but its own record and those of its file. */
export async function deleteRowsOf(datasetId: number): Promise<void> {
  for (const table of tablesByKey()) await table.delete(datasetId);
  for (const table of tablesByIndex()) await table.where({ datasetId }).delete();
  for (const table of tablesByRange()) {
    await table.where(':id').between([datasetId], [datasetId, []]).delete();
  }
}

export type AnyTable = Table<unknown, unknown>;

export function tablesByKey(): AnyTable[] {
  const { products, plans, offers, stock, runs } = database;
  return [products, plans, offers, stock, runs] as unknown as AnyTable[];
}

export function tablesByIndex(): AnyTable[] {
  const { models, trainings, evidence, calendars, ledger } = database;
  return [models, trainings, evidence, calendars, ledger] as unknown as AnyTable[];
}

/** Whose keys begin with it. */
export function tablesByRange(): AnyTable[] {
  const { columns, embeddings, checkpoints } = database;
  return [columns, embeddings, checkpoints] as unknown as AnyTable[];
}
