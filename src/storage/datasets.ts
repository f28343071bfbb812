import type { ImportReport } from '#core/csv/import-report.ts';
import type { SourceFacts } from '#core/csv/source-facts.ts';
import type { Recipe } from '#core/table/recipe.ts';
import type { Day } from '#core/dates.ts';
import { AppError } from '#core/errors.ts';
import type { Currency } from '#core/csv/currency.ts';
import type { SellingEventsSaid } from '#core/events/selling-events-choice.ts';
import { launchOverview, type LaunchOverview } from '#core/launch/launch-overview.ts';
import { lastLaunchDay, type LaunchTable } from '#core/launch/launch-table.ts';
import type { SampleOrigin } from '#core/launch/sample.ts';
import type { StopSignal } from '#core/progress.ts';
import { isSameRecord } from '#core/record-change.ts';
import { decodeColumn, encodeColumn } from '#core/table/encode.ts';
import { launchColumns, launchTableFrom } from '#core/table/launch-columns.ts';
import { deleteRowsOf } from './dataset-rows.ts';
import { isSourceStored, isSourceWhole, sourceLost, sourceRange } from './sources.ts';
import { database, type ColumnRecord, type DatasetRecord } from './database.ts';
import { withStorage } from './quota.ts';

export interface NewDataset extends SampleOrigin {
  /** Milliseconds since 1970. */
  readonly importedAt: number;
  readonly report: Omit<ImportReport, 'datasetId'>;
  readonly table: LaunchTable;
  readonly source: SourceFacts;
  readonly recipe: Recipe;
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
  /** null: stored before files were kept, so that nothing about its reading can be changed. A file may be lost since: see FileState. */
  readonly recipe: Recipe | null;
  /** Missing where the seller said nothing of selling events. */
  readonly events?: SellingEventsSaid | undefined;
  /** What the seller counts in, where the file does not say; missing where that was not chosen. */
  readonly currency?: Currency | undefined;
}

interface SaveOptions {
  readonly stop?: StopSignal | undefined;
  readonly onChunk?: ((done: number, total: number) => void) | undefined;
}

/**
 * All or nothing: a stop or a failure half-way leaves what was stored before. Throws AppError erased-meanwhile where another tab has
 * deleted everything since its file was read.
 */
export function saveDataset(
  { report, table, ...origin }: NewDataset,
  { stop, onChunk }: SaveOptions = {},
): Promise<ImportReport> {
  const chunks = encodeChunks(table);
  const save = async () => {
    if (!(await isSourceStored(origin.source))) {
      const { id, rowCount } = origin.source;
      throw new AppError('erased-meanwhile', `expected ${rowCount} rows of ${id}, got none`);
    }
    const datasetId = await database.datasets.add({ ...origin, report, ...factsOf(table) });
    await addChunks(datasetId, chunks, { stop, onChunk });
    return { datasetId, ...report };
  };
  const { datasets, columns, sources } = database;
  return withStorage(() => database.transaction('rw', datasets, columns, sources, save), stop);
}

interface NewReading extends Pick<NewDataset, 'report' | 'table' | 'recipe'> {
  /** What it was made from. Where another tab has put another in its place since, nothing is done. */
  readonly insteadOf?: Recipe;
}

/**
 * The same file read in another way takes the place of what was read before: all or nothing. Models and plans stay.
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

/** lost: it was kept, and not all of it is there any more, so that it cannot be read in another way. */
export type FileState = 'kept' | 'lost' | 'never-kept';

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

/** The file of a data set, if it was kept, and how it is read. Throws AppError source-missing or source-lost. */
export async function loadReading(datasetId: number): Promise<StoredReading> {
  const { report, importedAt, ...stored } = await withStorage(() => readRecord(datasetId));
  const { source, recipe } = stored;
  if (source && recipe) return { name: report.name, importedAt, source, recipe };
  if (recipe) throw sourceLost(`data set ${datasetId}`);
  throw new AppError('source-missing', `expected the file of data set ${datasetId}, got none`);
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

/** Read from the launches where it is not kept beside them. */
export async function loadOverview(datasetId: number): Promise<LaunchOverview> {
  const { overview } = await withStorage(() => readRecord(datasetId));
  return overview ?? launchOverview(await loadLaunchTable(datasetId));
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

/** Inside a transaction, this keeps another tab from leaving something behind that belongs to nothing. */
export async function readRecord(datasetId: number): Promise<DatasetRecord> {
  const record = await database.datasets.get(datasetId);
  if (!record) throw new AppError('dataset-missing', `data set ${datasetId} is not stored`);
  return record;
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

/** In order of name and chunk: in IndexedDB an array comes after every text and number. */
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
