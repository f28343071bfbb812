// Reads everything that a project file holds, record by record: only one part of the database is in memory at a time.
// Embeddings, checkpoints, unfinished runs, readings of reviews and shortlists are left out: they can be recomputed.

import {
  PICTURES_A_RECORD,
  PROJECT_TABLES,
  RECORD_KINDS,
  type FiledColumn,
  type FiledPicture,
  type FiledSettings,
  type FiledSource,
  type ProjectRecords,
  type RecordKind,
} from '#core/files/project/project-records.ts';
import type { LeftOut } from '#core/files/project/project-reports.ts';
import { AppError } from '#core/base/errors.ts';
import { isSameRecord } from '#core/base/record-change.ts';
import { decodeColumn } from '#core/import/columns/encode-column.ts';
import { kindOfColumn } from '#core/import/columns/launch-columns.ts';
import { unpackNumberPart, unpackTextPart } from '#core/import/columns/part-bytes.ts';
import { database } from '../database/database.ts';
import type { DatasetRecord } from '../database/records.ts';
import { loadModel } from '../model/models.ts';
import { withStorage } from '../database/quota.ts';
import { isSourceWhole, isTextColumn, sourceRange } from '../data/sources.ts';

/** One record of the data set announced last; settings belong to no data set. */
export type ProjectRecord = {
  readonly [Kind in RecordKind]: { readonly kind: Kind; readonly record: ProjectRecords[Kind] };
}[RecordKind];

const SINGLE_KINDS = RECORD_KINDS.filter((kind) => PROJECT_TABLES[kind].isSingle);

type Key = readonly [string | number, string, number];

/** Contents of one data set, by their keys. */
interface ListedDataset {
  /** Record as it is filed. */
  readonly record: DatasetRecord;
  /** Record as it is stored. */
  readonly stored: DatasetRecord;
  readonly columns: readonly Key[];
  readonly sources: readonly Key[];
  readonly modelIds: readonly number[];
  readonly evidenceIds: readonly number[];
  readonly calendarIds: readonly number[];
  readonly ledgerIds: readonly number[];
  readonly splitTestIds: readonly number[];
  readonly pictureIds: readonly number[];
  /** Lost content that is not filed; null where everything is filed. */
  readonly leftOut: LeftOut | null;
}

export interface ProjectListing {
  /** Data sets, oldest first. */
  readonly datasets: readonly ListedDataset[];
  readonly recordCount: number;
}

/** Lists everything that is stored, at one moment. */
export function listProject(): Promise<ProjectListing> {
  const { tables } = database;
  return withStorage(() =>
    database.transaction('r', tables, async () => {
      const datasets: ListedDataset[] = [];
      for (const record of await database.datasets.toArray()) datasets.push(await listed(record));
      const recordCount = datasets.reduce((sum, each) => sum + countOf(each), 1);
      return { datasets, recordCount };
    }),
  );
}

/**
 * Yields the records of a data set. Launches come part by part, all columns of one before those of the next. Models
 * come before records that refer to them.
 * Throws AppError project-changed where a listed record no longer exists.
 */
export async function* recordsOf(dataset: ListedDataset): AsyncGenerator<ProjectRecord> {
  const { record } = dataset;
  const datasetId = record.id;
  yield { kind: 'data-set', record };
  for (const key of dataset.sources) yield { kind: 'source', record: await loadSourcePart(key) };
  for (const key of inChunks(dataset.columns)) {
    yield { kind: 'column', record: await loadColumnPart(key) };
  }
  for (const modelId of dataset.modelIds) {
    yield { kind: 'model', record: await there(() => loadModel(datasetId, modelId)) };
    yield { kind: 'training', record: await there(() => database.trainings.get(modelId)) };
  }
  for (const id of dataset.evidenceIds) {
    const { modelId, evidence } = await there(() => database.evidence.get(id));
    yield { kind: 'evidence', record: { modelId, evidence } };
  }
  yield* singleRecords(datasetId);
  for (const id of dataset.calendarIds) {
    yield { kind: 'calendar', record: await there(() => database.calendars.get(id)) };
  }
  for (const id of dataset.ledgerIds) {
    yield { kind: 'ledger', record: await there(() => database.ledger.get(id)) };
  }
  for (const id of dataset.splitTestIds) {
    yield { kind: 'split-test', record: await there(() => database.splitTests.get(id)) };
  }
  for (const ids of recordsOfPictures(dataset)) {
    const pictures: FiledPicture[] = [];
    for (const id of ids) pictures.push(await loadPicture(id, record.keepsPictures ?? true));
    yield { kind: 'pictures', record: pictures };
  }
}

/**
 * Throws AppError project-changed where data sets differ from the listing: records read since may be of two states.
 */
export async function assertUnchanged({ datasets }: ProjectListing): Promise<void> {
  const now = await withStorage(() => database.datasets.toArray());
  const before = datasets.map(({ stored }) => stored);
  if (!isSameRecord(now, before)) throw changed('data sets');
}

/** Loads the settings that a project file holds. Findings about this device are left out. */
export async function loadFiledSettings(): Promise<FiledSettings> {
  const records = await withStorage(() => database.settings.bulkGet([...FILED_SETTINGS]));
  return Object.fromEntries(records.flatMap((each) => (each ? [[each.name, each.value]] : [])));
}

export const FILED_SETTINGS = [
  'computePreference',
  'currentDatasetId',
  'currency',
  'planAim',
  'trainingSettings',
  'usesLanguageModel',
  'rememberedMappings',
] as const satisfies readonly (keyof FiledSettings)[];

async function listed(stored: DatasetRecord): Promise<ListedDataset> {
  const { id: datasetId, source } = stored;
  const { columns, calendars, ledger, splitTests, pictures } = database;
  const ofLaunches = columns.where('[datasetId+name+chunk]').between([datasetId], [datasetId, []]);
  const isFileLost = source !== undefined && !(await isSourceWhole(source));
  const { lostModelCount, ...models } = await modelsOf(stored);
  const isWhole = !isFileLost && lostModelCount === 0;
  return {
    stored,
    record: withoutLost(stored, { isFileLost, modelIds: models.modelIds }),
    columns: (await ofLaunches.primaryKeys()) as unknown as Key[],
    sources: source && !isFileLost ? await sourceRange(source.id).primaryKeys() : [],
    ...models,
    calendarIds: await calendars.where({ datasetId }).primaryKeys(),
    ledgerIds: await ledger.where({ datasetId }).primaryKeys(),
    splitTestIds: await splitTests.where({ datasetId }).primaryKeys(),
    pictureIds: await pictures.where({ datasetId }).primaryKeys(),
    leftOut: isWhole ? null : { name: stored.report.name, isFileLost, lostModelCount },
  };
}

/**
 * Lists the models that have their training run. A model without its run cannot be identified; a run without its model
 * is of no use.
 */
async function modelsOf({ id: datasetId, modelInUse }: DatasetRecord) {
  const { models, trainings, evidence } = database;
  const trained = await trainings.where({ datasetId }).primaryKeys();
  const kept = await models.where({ datasetId }).primaryKeys();
  const modelIds = trained.filter((id) => kept.includes(id));
  const known = new Set([...trained, ...kept, ...(modelInUse === undefined ? [] : [modelInUse])]);
  const ofAny = await evidence.where({ datasetId }).primaryKeys();
  const evidenceIds = ofAny.filter((id) => modelIds.includes(id));
  return { modelIds, evidenceIds, lostModelCount: known.size - modelIds.length };
}

interface Kept {
  readonly isFileLost: boolean;
  readonly modelIds: readonly number[];
}

/** Removes references to lost content from a record: a project file with them could not be restored. */
function withoutLost(stored: DatasetRecord, { isFileLost, modelIds }: Kept): DatasetRecord {
  const record: { -readonly [Name in keyof DatasetRecord]: DatasetRecord[Name] } = { ...stored };
  // The recipe stays: with it, models know whether they were trained on these launches.
  if (isFileLost) delete record.source;
  const { modelInUse } = stored;
  if (modelInUse === undefined || modelIds.includes(modelInUse)) return record;
  delete record.modelInUse;
  const newest = modelIds.at(-1);
  return newest === undefined ? record : { ...record, modelInUse: newest };
}

/** Returns the largest number of records: each single kind counts, though it may be missing. */
function countOf(dataset: ListedDataset): number {
  const { columns, sources, modelIds, evidenceIds } = dataset;
  const made = [dataset.calendarIds, dataset.ledgerIds, dataset.splitTestIds];
  const ofPictures = recordsOfPictures(dataset);
  const lists = [columns, sources, modelIds, modelIds, evidenceIds, ...made, ofPictures];
  return lists.reduce((sum, { length }) => sum + length, 1 + SINGLE_KINDS.length);
}

function recordsOfPictures({ pictureIds }: ListedDataset): number[][] {
  const count = Math.ceil(pictureIds.length / PICTURES_A_RECORD);
  return Array.from({ length: count }, (_, i) => {
    return pictureIds.slice(i * PICTURES_A_RECORD, (i + 1) * PICTURES_A_RECORD);
  });
}

async function loadPicture(pictureId: number, isKept: boolean): Promise<FiledPicture> {
  const { embedding, ...picture } = await there(() => database.pictures.get(pictureId));
  const small = isKept && (await withStorage(() => database.pictureFiles.get(pictureId)));
  return {
    ...picture,
    ...(embedding && { embedding: new Uint16Array(embedding) }),
    ...(small && { small: { type: small.type, bytes: new Uint8Array(small.bytes) } }),
  };
}

async function* singleRecords(datasetId: number): AsyncGenerator<ProjectRecord> {
  for (const kind of SINGLE_KINDS) {
    const { table, content } = PROJECT_TABLES[kind];
    const stored = await withStorage(() =>
      database.table<Readonly<Record<string, unknown>>, number>(table).get(datasetId),
    );
    if (stored) yield { kind, record: content ? stored[content] : stored } as ProjectRecord;
  }
}

async function loadColumnPart(key: Key): Promise<FiledColumn> {
  const { name, chunk, bytes, isPacked } = await there(() =>
    database.columns.get(key as [number, string, number]),
  );
  const kind = kindOfColumn(name);
  if (!kind) throw changed(`column ${name}`);
  return { name, chunk, values: decodeColumn(kind, [{ bytes, isPlain: !isPacked }]).values };
}

async function loadSourcePart(key: Key): Promise<FiledSource> {
  const { name, part, bytes } = await there(() =>
    database.sources.get(key as [string, string, number]),
  );
  const values = isTextColumn(name) ? unpackTextPart(bytes) : unpackNumberPart(bytes);
  return { name, part, values };
}

function inChunks(keys: readonly Key[]): readonly Key[] {
  return [...keys].sort(([, , a], [, , b]) => a - b);
}

async function there<T>(read: () => PromiseLike<T | undefined>): Promise<T> {
  const record = await withStorage(read);
  if (record === undefined) throw changed('a record');
  return record;
}

function changed(what: string): AppError {
  return new AppError('project-changed', `expected ${what} as listed, got another`);
}
