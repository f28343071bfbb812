// Times the steps of an import in a worker, as in the app, and PapaParse alone for comparison.

import Papa from 'papaparse';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { Job } from '#protocol/job.ts';
import { database } from '#storage/database/database.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { storeSource } from '#workers/dataset/import/store-source.ts';

export interface Timed {
  readonly rows: number;
  readonly ms: number;
  readonly storedBytes: number;
}

type Task = 'papaparse' | 'columns' | 'launches';

const TASKS: Readonly<Record<Task, (file: File) => Promise<Omit<Timed, 'ms'>>>> = {
  papaparse,
  columns: storeColumns,
  launches: importLaunches,
};

onmessage = async ({ data }: MessageEvent<{ task: Task; file: File; cancelAtShare?: number }>) => {
  const start = performance.now();
  const result = await TASKS[data.task](data.file);
  postMessage({ ...result, ms: performance.now() - start } satisfies Timed);
  await database.transaction('rw', database.tables, () =>
    Promise.all(database.tables.map((table) => table.clear())),
  );
  postMessage('cleared');
};

/** Parses in chunks and drops the results. */
function papaparse(file: File): Promise<Omit<Timed, 'ms'>> {
  return new Promise((resolve, reject) => {
    let rows = -1; // the header
    Papa.parse<string[]>(file, {
      chunk: ({ data }) => (rows += data.filter((row) => row.length > 1).length),
      complete: () => resolve({ rows, storedBytes: 0 }),
      error: reject,
    });
  });
}

/** Reads bytes into coded columns and stores them. */
async function storeColumns(file: File): Promise<Omit<Timed, 'ms'>> {
  const csv = await openCsv({ file, reading: AS_DETECTED });
  const { source } = await storeSource(
    { csv, dropped: [], wanted: [] },
    new ThrottledJob(quietJob()),
  );
  return { rows: source.rowCount, storedBytes: await storedBytes() };
}

/** Stores the columns and reads each row as a launch, like an import in the app. */
async function importLaunches(file: File): Promise<Omit<Timed, 'ms'>> {
  const { headers } = await openCsv({ file, reading: AS_DETECTED });
  const [, productId, title, units, launchDate, listPrice, , category] = headers as [
    ...[string, string, string, string, string, string, string, string],
  ];
  const mapping: Mapping = {
    fields: { productId, title, units, launchDate, listPrice, category },
    attributes: [],
  };
  const report = await importFile(
    {
      ...{ file, reading: AS_DETECTED, mapping, dropColumns: [], dateOrder: null },
      ...{ name: 'bench', sample: null, areLaunches: true },
    },
    quietJob(),
  );
  return { rows: report.rowsRead, storedBytes: await storedBytes() };
}

async function storedBytes(): Promise<number> {
  let bytes = 0;
  for (const table of [database.sources, database.columns])
    await table.each((record) => (bytes += record.bytes.byteLength));
  return bytes;
}

function quietJob(): Job {
  return new Job(new AbortController().signal, () => undefined);
}
