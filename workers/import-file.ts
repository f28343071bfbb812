import type { ImportReport } from '#core/csv/import-report.ts';
import type { ImportRequest } from '#protocol/dataset-worker.ts';
import type { Job } from '#protocol/job.ts';
import { saveDataset } from '#storage/datasets.ts';
import { PacedJob } from './paced-job.ts';
import { readLaunches } from './read-launches.ts';

/** File → typed launches in storage. Nothing is stored before everything is read, and then all of it or nothing. */
export async function importFile(request: ImportRequest, job: Job): Promise<ImportReport> {
  const { file, reading, mapping, dropColumns, dateOrder, name, ...origin } = request;
  const paced = new PacedJob(job);
  const { table, ...counts } = await readLaunches(
    { file, reading, mapping, dropColumns, dateOrder },
    paced,
  );
  const report = { name, mapping, ...counts };
  return saveDataset(
    { ...origin, importedAt: Date.now(), report, table },
    {
      stop: job.signal,
      onChunk: (done, total) => paced.report({ phase: 'store', done, total }),
    },
  );
}
