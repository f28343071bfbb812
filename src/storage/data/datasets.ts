import type { ImportReport } from '#core/import/columns/import-report.ts';
import type { SourceFacts } from '#core/import/csv/source-facts.ts';
import type { Recipe } from '#core/import/recipe/recipe.ts';
import type { Day } from '#core/base/dates.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import { AppError } from '#core/base/errors.ts';
import type { Currency } from '#core/base/currency.ts';
import type { SellingEventsSaid } from '#core/launch/events/selling-events-choice.ts';
import { launchOverview, type LaunchOverview } from '#core/import/columns/launch-overview.ts';
import { lastLaunchDay, type LaunchTable } from '#core/launch/launch-table.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import type { SampleOrigin } from '#core/launch/sample.ts';
import type { StopSignal } from '#core/base/progress.ts';
import { isSameRecord } from '#core/base/record-change.ts';
import { decodeColumn, encodeColumn } from '#core/import/columns/encode-column.ts';
import { launchColumns, launchTableFrom } from '#core/import/columns/launch-columns.ts';
import { deleteRowsOf } from './dataset-rows.ts';
import { isSourceStored, isSourceWhole, sourceLost, sourceRange } from './sources.ts';
import { database } from '../database/database.ts';
import type { ColumnRecord, DatasetRecord } from '../database/records.ts';
import { withStorage } from '../database/quota.ts';

export interface NewDataset extends SampleOrigin {
  /** Time of the import, in milliseconds since 1970. */
  readonly importedAt: number;
  readonly report: Omit<ImportReport, 'datasetId'>;
  readonly table: LaunchTable;
  readonly source: SourceFacts;
  readonly recipe: Recipe;
  /** Weekly units of the shop's categories; null or missing where no order lines were imported. */
  readonly demand?: DemandPanel | null;
  /** What the order lines told; null or missing where none were imported. */
  readonly orders?: OrderStudy | null;
}

interface StoredReading extends Pick<NewDataset, 'importedAt' | 'source' | 'recipe'> {
  readonly name: string;
}

export interface DatasetSummary extends SampleOrigin {
  readonly id: number;
  readonly name: string;
  readonly importedAt: number;
  readonly report: ImportReport;
  readonly rowCount: number;
  readonly firstLaunchDay: Day;
  readonly lastLaunchDay: Day;
  /**
   * null where the data set was stored before files were kept: its reading cannot be changed.
   * A file may have been lost since: see FileState.
   */
  readonly recipe: Recipe | null;
  /** Missing where the seller chose nothing about sales events (selling events in code). */
  readonly events?: SellingEventsSaid | undefined;
  /** Currency of the amounts where the file does not state it; missing where none was chosen. */
  readonly currency?: Currency | undefined;
}

interface SaveOptions {
  readonly stop?: StopSignal | undefined;
  readonly onChunk?: ((done: number, total: number) => void) | undefined;
}

/**
 * Stores a data set with its launches, its demand by week and what its orders told, all or nothing: a stop or a failure
 * half-way leaves what was stored before.
 * Throws AppError erased-meanwhile where another tab has deleted everything since the file was read.
 */
export function saveDataset(
  { report, table, demand, orders, ...origin }: NewDataset,
  { stop, onChunk }: SaveOptions = {},
): Promise<ImportReport> {
  const chunks = encodeChunks(table);
  const save = async () => {
    if (!(await isSourceStored(origin.source))) {
      const { id, rowCount } = origin.source;
      throw new AppError('erased-meanwhile', `expected ${rowCount} rows of ${id}, got none`);
    }
    const datasetId = await database.datasets.add({ ...origin, report, ...factsOf(table) });
    if (demand) await database.demand.add({ datasetId, own: demand, files: [] });
    if (orders) await database.orderStudies.add({ datasetId, study: orders });
    await addChunks(datasetId, chunks, { stop, onChunk });
    return { datasetId, ...report };
  };
  const { datasets, columns, sources, demand: weeks, orderStudies } = database;
  const tables = [datasets, columns, sources, weeks, orderStudies];
  return withStorage(() => database.transaction('rw', tables, save), stop);
}

interface NewReading extends Pick<NewDataset, 'report' | 'table' | 'recipe'> {
  /** Recipe that the new one was made from. Where another tab has stored a different one since, nothing is done. */
  readonly insteadOf?: Recipe;
}

/**
 * Replaces the launches of a data set by another reading of its file, all or nothing. Models and plans stay. Throws
 * AppError dataset-missing where the data set is gone.
 * @returns null where nothing was done
 */
export function replaceLaunches(
  datasetId: number,
  { report, table, recipe, insteadOf }: NewReading,
  stop: StopSignal,
): Promise<ImportReport | null> {
  const chunks = encodeChunks(table);
  const { datasets, columns } = database;
  const replace = async () => {
    const stored = await readRecord(datasetId);
    if (insteadOf && !isSameRecord(stored.recipe, insteadOf)) return null;
    await columnRange(datasetId).delete();
    await addChunks(datasetId, chunks, { stop });
    await datasets.update(datasetId, { report, recipe, ...factsOf(table) });
    return { datasetId, ...report };
  };
  return withStorage(() => database.transaction('rw', datasets, columns, replace), stop);
}

/** State of a data set's file. lost: it was kept, but part of it is gone, so it cannot be read in another way. */
export type FileState = 'kept' | 'lost' | 'never-kept';

/**
 * Returns whether the file of a data set is stored completely. Throws AppError dataset-missing where the data set is
 * gone.
 */
export function loadFileState(datasetId: number): Promise<FileState> {
  const { datasets, sources } = database;
  return withStorage(() =>
    database.transaction('r', datasets, sources, async () => {
      const { source, recipe } = await readRecord(datasetId);
      if (!recipe) return 'never-kept';
      return source && (await isSourceWhole(source)) ? 'kept' : 'lost';
    }),
  );
}

/**
 * Returns the file of a data set and how it is read. Throws AppError source-missing where the file was never kept,
 * source-lost where it was lost. Throws AppError dataset-missing where the data set is gone.
 */
export async function loadReading(datasetId: number): Promise<StoredReading> {
  const { report, importedAt, ...stored } = await withStorage(() => readRecord(datasetId));
  const { source, recipe } = stored;
  if (source && recipe) return { name: report.name, importedAt, source, recipe };
  if (recipe) throw sourceLost(`data set ${datasetId}`);
  throw new AppError('source-missing', `expected the file of data set ${datasetId}, got none`);
}

/** Loads all launches of a data set. Throws AppError dataset-missing where it is not stored. */
export function loadLaunchTable(datasetId: number): Promise<LaunchTable> {
  return withStorage(() =>
    database.transaction('r', database.datasets, database.columns, async () => {
      const { report, rowCount } = await readRecord(datasetId);
      const chunks = await columnRange(datasetId).toArray();
      return launchTableFrom(
        (name, kind) =>
          decodeColumn(
            kind,
            chunks
              .filter((chunk) => chunk.name === name)
              .map(({ bytes, isPacked }) => ({ bytes, isPlain: !isPacked })),
          ),
        report.mapping.attributes,
        rowCount,
      );
    }),
  );
}

/**
 * Loads the overview of a data set; computes it from the launches where none is stored. Throws AppError
 * dataset-missing where the data set is gone.
 */
export async function loadOverview(datasetId: number): Promise<LaunchOverview> {
  const { overview } = await withStorage(() => readRecord(datasetId));
  return overview ?? launchOverview(await loadLaunchTable(datasetId));
}

/** Lists the stored data sets, newest first. */
export async function listDatasets(): Promise<DatasetSummary[]> {
  const records = await withStorage(() => database.datasets.reverse().toArray());
  return records.map(summaryOf);
}

/**
 * Loads what is known about a data set without its launches. Throws AppError dataset-missing where it is not stored.
 */
export async function loadDatasetSummary(datasetId: number): Promise<DatasetSummary> {
  return summaryOf(await withStorage(() => readRecord(datasetId)));
}

/** Deletes a data set with its file, its models and its plans. */
export function deleteDataset(datasetId: number): Promise<void> {
  return withStorage(() =>
    database.transaction('rw', database.tables, async () => {
      const source = (await database.datasets.get(datasetId))?.source;
      await Promise.all([
        source && sourceRange(source.id).delete(),
        database.datasets.delete(datasetId),
        deleteRowsOf(datasetId),
        database.settings
          .where({ name: 'currentDatasetId' })
          .and(({ value }) => value === datasetId)
          .delete(),
      ]);
    }),
  );
}

/**
 * Reads the record of a data set. Throws AppError dataset-missing where there is none.
 * Inside a transaction, this keeps another tab from leaving rows that belong to no data set.
 */
export async function readRecord(datasetId: number): Promise<DatasetRecord> {
  const record = await database.datasets.get(datasetId);
  if (!record) throw new AppError('dataset-missing', `data set ${datasetId} is not stored`);
  return record;
}

/**
 * Runs work in one transaction on the record of a data set and on these tables, so that no row stays of a data set that
 * another tab has deleted. Throws AppError dataset-missing where it is gone.
 */
export function inDataset<T>(
  datasetId: number,
  tables: readonly { readonly name: string }[],
  work: (record: DatasetRecord) => PromiseLike<T>,
): Promise<T> {
  const names = [database.datasets, ...tables].map(({ name }) => name);
  return withStorage(() =>
    database.transaction('rw', names, async () => work(await readRecord(datasetId))),
  );
}

function summaryOf(record: DatasetRecord): DatasetSummary {
  const { id, report, recipe = null, sample, sampleLanguage, events, currency } = record;
  const { importedAt, rowCount, firstLaunchDay, lastLaunchDay } = record;
  return {
    ...{ id, name: report.name, sample, ...(sampleLanguage && { sampleLanguage }) },
    ...{ importedAt, rowCount, firstLaunchDay, lastLaunchDay },
    report: { datasetId: id, ...report },
    recipe,
    ...(events && { events }),
    ...(currency !== undefined && { currency }),
  };
}

/**
 * Selects columns in order of name and chunk. IndexedDB sorts arrays after texts and numbers, so [] is an upper bound.
 */
function columnRange(datasetId: number) {
  return database.columns.where('[datasetId+name+chunk]').between([datasetId], [datasetId, []]);
}

type Chunk = Omit<ColumnRecord, 'datasetId'>;

function encodeChunks(table: LaunchTable): Chunk[] {
  return launchColumns(table).flatMap(({ name, column }) =>
    encodeColumn(column).map((bytes, chunk): Chunk => ({ name, chunk, bytes, isPacked: true })),
  );
}

async function addChunks(
  datasetId: number,
  chunks: readonly Chunk[],
  { stop, onChunk }: SaveOptions,
): Promise<void> {
  for (const [index, chunk] of chunks.entries()) {
    stop?.throwIfAborted();
    await database.columns.add({ datasetId, ...chunk });
    onChunk?.(index + 1, chunks.length);
  }
  stop?.throwIfAborted();
}

function factsOf(table: LaunchTable) {
  return {
    rowCount: table.rowCount,
    firstLaunchDay: firstLaunchDay(table),
    lastLaunchDay: lastLaunchDay(table),
    overview: launchOverview(table),
  };
}

function firstLaunchDay(table: LaunchTable): Day {
  return table.launchDay.reduce((first, day) => Math.min(first, day), Infinity);
}
