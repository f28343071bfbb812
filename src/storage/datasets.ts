import type { ImportReport } from '#core/csv/import-report.ts';
import type { Day } from '#core/dates.ts';
import { AppError } from '#core/errors.ts';
import { lastLaunchDay, type LaunchTable } from '#core/launch/launch-table.ts';
import type { SampleOrigin } from '#core/launch/sample.ts';
import type { StopSignal } from '#core/progress.ts';
import { decodeColumn, encodeColumn } from '#core/table/encode.ts';
import { launchColumns, launchTableFrom } from '#core/table/launch-columns.ts';
import { database, type ColumnRecord, type DatasetRecord } from './database.ts';
import { withStorage } from './quota.ts';

export interface NewDataset extends SampleOrigin {
  /** Milliseconds since 1970. */
  readonly importedAt: number;
  readonly report: Omit<ImportReport, 'datasetId'>;
  readonly table: LaunchTable;
}

export interface DatasetSummary extends SampleOrigin {
  readonly id: number;
  readonly name: string;
  readonly importedAt: number;
  readonly report: ImportReport;
  readonly rowCount: number;
  readonly firstLaunchDay: Day;
  readonly lastLaunchDay: Day;
}

interface SaveOptions {
  readonly stop?: StopSignal;
  readonly onChunk?: (done: number, total: number) => void;
}

/** All or nothing: a stop or a failure half-way leaves what was stored before. */
export function saveDataset(
  { report, table, ...origin }: NewDataset,
  { stop, onChunk }: SaveOptions = {},
): Promise<ImportReport> {
  const chunks = encodeChunks(table);
  const save = async () => {
    const datasetId = await database.datasets.add({
      ...origin,
      report,
      rowCount: table.rowCount,
      firstLaunchDay: firstLaunchDay(table),
      lastLaunchDay: lastLaunchDay(table),
    });
    for (const [index, chunk] of chunks.entries()) {
      stop?.throwIfAborted();
      await database.columns.add({ datasetId, ...chunk });
      onChunk?.(index + 1, chunks.length);
    }
    stop?.throwIfAborted();
    return { datasetId, ...report };
  };
  const { datasets, columns } = database;
  return withStorage(() => database.transaction('rw', datasets, columns, save), stop);
}

export function loadLaunchTable(datasetId: number): Promise<LaunchTable> {
  return withStorage(() =>
    database.transaction('r', database.datasets, database.columns, async () => {
      const { report, rowCount } = await readRecord(datasetId);
      const chunks = await columnRange(datasetId).toArray();
      return launchTableFrom(
        (name, kind) =>
          decodeColumn(
            kind,
            chunks.filter((chunk) => chunk.name === name).map(({ bytes }) => bytes),
          ),
        report.mapping.attributes,
        rowCount,
      );
    }),
  );
}

/** Newest first. */
export async function listDatasets(): Promise<DatasetSummary[]> {
  const records = await withStorage(() => database.datasets.reverse().toArray());
  return records.map(summaryOf);
}

export async function loadDatasetSummary(datasetId: number): Promise<DatasetSummary> {
  return summaryOf(await withStorage(() => readRecord(datasetId)));
}

/** Removes what was learned and planned from it, too. */
export function deleteDataset(datasetId: number): Promise<void> {
  return withStorage(() =>
    database.transaction('rw', database.tables, async () => {
      await Promise.all([
        database.datasets.delete(datasetId),
        columnRange(datasetId).delete(),
        database.models.where({ datasetId }).delete(),
        database.products.delete(datasetId),
        database.plans.delete(datasetId),
        database.settings
          .where({ name: 'currentDatasetId' })
          .and(({ value }) => value === datasetId)
          .delete(),
      ]);
    }),
  );
}

/** Inside a transaction, this keeps another tab from leaving something behind that belongs to nothing. */
export async function readRecord(datasetId: number): Promise<DatasetRecord> {
  const record = await database.datasets.get(datasetId);
  if (!record) throw new AppError('dataset-missing', `data set ${datasetId} is not stored`);
  return record;
}

function summaryOf({ id, report, ...rest }: DatasetRecord): DatasetSummary {
  return { id, ...rest, name: report.name, report: { datasetId: id, ...report } };
}

/** In order of name and chunk: in IndexedDB an array comes after every text and number. */
function columnRange(datasetId: number) {
  return database.columns.where('[datasetId+name+chunk]').between([datasetId], [datasetId, []]);
}

function encodeChunks(table: LaunchTable): Omit<ColumnRecord, 'datasetId'>[] {
  return launchColumns(table).flatMap(({ name, column }) =>
    encodeColumn(column).map((bytes, chunk) => ({ name, chunk, bytes })),
  );
}

function firstLaunchDay(table: LaunchTable): Day {
  return table.launchDay.reduce((first, day) => Math.min(first, day), Infinity);
}
