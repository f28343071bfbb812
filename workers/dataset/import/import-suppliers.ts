import { AppError } from '#core/base/errors.ts';
import { median } from '#core/base/statistics/statistics.ts';
import { shopCurrency } from '#core/import/columns/shop-currency.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { RecordReader } from '#core/import/csv/record-reader.ts';
import { asInHistory } from '#core/import/suppliers/category-of-items.ts';
import { readSupplierList, type SupplierSheet } from '#core/import/suppliers/read-supplier-list.ts';
import type { SupplierList, SuppliersAccount } from '#core/import/suppliers/supplier-list.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { SuppliersRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadDatasetSummary, loadLaunchTable } from '#storage/data/datasets.ts';
import { addSupplierLists } from '#storage/plan/suppliers.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { openContent } from '../file/open-content.ts';
import { openCsv } from '../file/open-csv.ts';
import { readRecords } from '../file/read-records.ts';
import { requireTable, tableTooLarge } from '../file/table-bounds.ts';

/** Most rows of a list: what is longer was not written for buyers. */
const MOST_ROWS = 100_000;
/** Tables that hold nothing, such as a sheet of pictures. */
const EMPTY: ReadonlySet<string> = new Set(['file-empty', 'header-only', 'header-not-found']);

/**
 * Imports a file of suppliers' lists, one for each of its tables, beside those of the data set, and builds the articles of
 * all lists anew. Throws AppError no-supplier-list where no table is one.
 */
export async function importSuppliers(
  { file, datasetId }: SuppliersRequest,
  job: Job,
): Promise<SuppliersAccount> {
  const paced = new ThrottledJob(job);
  await paced.step({ phase: 'read', done: 0, total: file.size });
  const [summary, history] = await Promise.all([
    loadDatasetSummary(datasetId),
    loadLaunchTable(datasetId),
  ]);
  const reader = {
    ...{ attributes: Object.keys(history.attributes), currency: shopCurrency(summary) },
  };
  const lists: SupplierList[] = [];
  const otherTables: string[] = [];
  // Tables of one file are added together, and replaced together.
  const added = { file, addedAt: Date.now() };
  for (const part of await tablesOf(file)) {
    const sheet = await sheetOf(added, part, paced);
    const list = sheet && readSupplierList(sheet, reader);
    if (list) lists.push({ ...list, items: asInHistory(list.items, history) });
    else otherTables.push(part ?? file.name);
  }
  if (lists.length === 0) throw noSupplierList(file, otherTables);
  await paced.step({ phase: 'store', done: 0, total: lists.length });
  await addSupplierLists(datasetId, lists, usualUnits(history));
  return {
    ...{ fileName: file.name, listCount: lists.length, otherTables },
    rowsRead: lists.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
    itemCount: lists.reduce((sum, { items }) => sum + items.length, 0),
  };
}

/** Returns the names of a file's tables; null stands for its only one. */
async function tablesOf(file: File): Promise<(string | null)[]> {
  const { parts } = await openContent(file);
  const shown = parts.filter(({ isHidden, isEmpty }) => !isHidden && !isEmpty);
  return shown.length > 1 ? shown.map(({ name }) => name) : [null];
}

/** Reads a table whole; null where it is empty. Throws AppError table-too-large. */
async function sheetOf(
  { file, addedAt }: { readonly file: File; readonly addedAt: number },
  part: string | null,
  job: ThrottledJob,
): Promise<SupplierSheet | null> {
  const csv = await openCsv({ file, reading: { ...AS_DETECTED, part } }).catch((error: unknown) => {
    if (error instanceof AppError && EMPTY.has(error.code)) return null;
    throw error;
  });
  if (!csv) return null;
  const records: string[][] = [];
  const reader = new RecordReader(csv.delimiter);
  for await (const read of readRecords(csv.text, reader, () => records.length)) {
    for (const cells of read.records) records.push([...cells]);
    if (records.length > MOST_ROWS) throw tableTooLarge(records.length);
    const doneShare = read.doneBytes / file.size;
    const columnCount = csv.headers.length;
    requireTable({ rowCount: records.length, columnCount, doneShare }, records.length);
    await job.step({ phase: 'read', done: read.doneBytes, total: file.size });
  }
  const { name: fileName, lastModified: savedAt } = file;
  return {
    ...{ records, merged: csv.merged(), currencyAt: csv.currencyAt, fileName, sheet: part ?? '' },
    ...{ addedAt, savedAt },
  };
}

function usualUnits({ units }: Pick<LaunchTable, 'units'>): number | null {
  const known = units.filter((each) => each > 0);
  return known.length === 0 ? null : median([...known]);
}

function noSupplierList({ name }: File, tables: readonly string[]): AppError {
  const expected = 'a row that names articles and their costs or orders';
  return new AppError(
    'no-supplier-list',
    `expected ${expected} in ${name}, got ${tables.join(', ')}`,
  );
}
