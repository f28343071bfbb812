// Checks that a stored database is consistent: nothing refers to what is absent, and data sets, columns, models and
// runs are whole. Every record must have the form that project files require. The check runs in Node on what a page has
// returned, so that a crashed page cannot influence it.

import '../database.ts';
import Dexie from 'dexie';
import { readPart, writePart } from '#core/files/project/part-content.ts';
import { WholeProject } from '#core/files/project/whole-project.ts';
import { database } from '#storage/database/database.ts';
import { listProject, loadFiledSettings, recordsOf } from '#storage/project/project-listing.ts';
import { writeDatabase, type StoredDatabase } from '../schema/stored-database.ts';

type Row = Readonly<Record<string, unknown>>;

export function rowsOf({ tables }: StoredDatabase, name: string): readonly Row[] {
  return (tables.find((table) => table.name === name)?.records ?? []) as readonly Row[];
}

/** What a reading of reviews stores: no file holds it. */
const OF_READINGS = ['reviewReadings', 'reviewOutcomes', 'readingCheckpoints'];
/** What a ranking of articles stores: no file holds it. */
const OF_RANKINGS = ['shortlists'];
const OF_DATASETS = [
  ...['columns', 'models', 'embeddings', 'trainings', 'evidence', 'runs', 'checkpoints'],
  ...['products', 'plans', 'offers', 'calendars', 'ledger', 'stock'],
  ...['reviews', ...OF_READINGS, 'demand', 'suppliers', ...OF_RANKINGS],
  ...['orderStudies', 'splitTests', 'pictures', 'pictureFiles'],
];
/** Tables in which a crashed import or restored project leaves records of no data set. The next one removes them. */
const LEFT_BY_RESTORING = OF_DATASETS.filter(
  (name) => !['runs', 'checkpoints', ...OF_READINGS, ...OF_RANKINGS].includes(name),
);

interface Asked {
  /** Whether an import or a restored project has been finished since the last crash. */
  readonly isSwept: boolean;
}

/** Returns the faults of a stored database, in words; empty where it is consistent. */
export async function faultsOf(stored: StoredDatabase, { isSwept }: Asked): Promise<string[]> {
  const before = reading;
  // There is only one database here, so calls run one after the other.
  const unreadable = (reading = before.then(() => unreadableIn(stored)));
  return [...danglingIn(stored, isSwept), ...(await unreadable)];
}
let reading: Promise<string[]> = Promise.resolve([]);

/** Returns the database without what was left half-way: records of no data set and no file. */
export function withoutOrphans(stored: StoredDatabase): StoredDatabase {
  const datasets = rowsOf(stored, 'datasets');
  const ids = new Set(datasets.map(({ id }) => id));
  const sourceIds = new Set(datasets.map(({ source }) => (source as Row | undefined)?.id));
  const isNamed = (row: Row) =>
    ('datasetId' in row ? ids.has(row.datasetId) : true) &&
    ('sourceId' in row ? sourceIds.has(row.sourceId) : true);
  const tables = stored.tables.map((table) => {
    return { ...table, records: (table.records as readonly Row[]).filter(isNamed) };
  });
  return { ...stored, tables };
}

function danglingIn(stored: StoredDatabase, isSwept: boolean): string[] {
  const faults: string[] = [];
  const datasets = rowsOf(stored, 'datasets');
  const ids = new Set(datasets.map(({ id }) => id));
  for (const table of isSwept ? OF_DATASETS : except(OF_DATASETS, LEFT_BY_RESTORING)) {
    const orphans = rowsOf(stored, table).filter(({ datasetId }) => !ids.has(datasetId));
    if (orphans.length > 0) faults.push(`${orphans.length} ${table} of no data set`);
  }
  const trained = new Set(rowsOf(stored, 'trainings').map(({ modelId }) => modelId));
  const untold = rowsOf(stored, 'models').filter(({ id }) => !trained.has(id));
  if (untold.some(({ datasetId }) => ids.has(datasetId))) faults.push('a model of no training');
  const sourceIds = new Set(datasets.map(({ source }) => (source as Row | undefined)?.id));
  const parts = rowsOf(stored, 'sources').filter(({ sourceId }) => !sourceIds.has(sourceId));
  if (isSwept && parts.length > 0) faults.push(`${parts.length} parts of no file`);
  const runs = new Set(rowsOf(stored, 'runs').map(({ datasetId }) => datasetId));
  // Checkpoints of planning have keys below 0 and go with the next plans.
  const ofTraining = rowsOf(stored, 'checkpoints').filter(({ key }) => Number(key) > 0);
  const steps = ofTraining.filter(({ datasetId }) => !runs.has(datasetId));
  if (steps.length > 0) faults.push(`${steps.length} checkpoints of no training`);
  return [...faults, ...misnamedIn(stored, ids)];
}

function misnamedIn(stored: StoredDatabase, ids: ReadonlySet<unknown>): string[] {
  const faults: string[] = [];
  const current = rowsOf(stored, 'settings').find(({ name }) => name === 'currentDatasetId');
  if (current && !ids.has(current.value)) faults.push('the current data set is absent');
  const made = new Map(rowsOf(stored, 'plans').map((plan) => [plan.datasetId, plan.modelId]));
  for (const { datasetId, modelId } of rowsOf(stored, 'offers')) {
    if (ids.has(datasetId) && made.get(datasetId) !== modelId) faults.push('offers of other plans');
  }
  return faults;
}

function except(all: readonly string[], some: readonly string[]): readonly string[] {
  return all.filter((each) => !some.includes(each));
}

/** Reads the database with the app's current code and checks it as a project file opened elsewhere. */
async function unreadableIn(stored: StoredDatabase): Promise<string[]> {
  database.close();
  await Dexie.delete(database.name);
  await writeDatabase(stored);
  await database.open();
  const faults: string[] = [];
  const project = new WholeProject();
  const { datasets } = await listProject();
  try {
    for (const [index, dataset] of datasets.entries()) {
      if (dataset.leftOut) faults.push(`not whole: ${JSON.stringify(dataset.leftOut)}`);
      for await (const { kind, record } of recordsOf(dataset)) {
        project.add(kind, index + 1, readPart(kind, writePart(kind, record)));
      }
    }
    project.finish(
      datasets.map(({ record: { report, rowCount } }, index) => {
        return { number: index + 1, name: report.name, rows: rowCount };
      }),
    );
    readPart('settings', writePart('settings', await loadFiledSettings()));
  } catch (error) {
    faults.push(`unreadable: ${String(error)}`);
  }
  return faults;
}
