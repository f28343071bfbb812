import type { ImportReport } from '#core/csv/import-report.ts';
import { IssueLog } from '#core/csv/issue-log.ts';
import { AppError } from '#core/errors.ts';
import { MIN_LAUNCHES } from '#core/launch/sizes.ts';
import type { Mapping } from '#core/schema/mapping.ts';
import { validateMapping } from '#core/schema/validate-mapping.ts';
import { buildLaunchTable, type BuiltLaunches } from '#core/table/build-launch-table.ts';
import type { ImportRequest } from '#protocol/dataset-worker.ts';
import type { Job } from '#protocol/job.ts';
import { saveDataset } from '#storage/datasets.ts';
import { openCsv } from './open-csv.ts';
import { PacedJob } from './paced-job.ts';
import { readRows } from './read-rows.ts';

/** File → typed launches in storage. Nothing is stored before everything is read, and then all of it or nothing. */
export async function importFile(request: ImportRequest, job: Job): Promise<ImportReport> {
  const { file, mapping, name, ...origin } = request;
  const paced = new PacedJob(job);
  await paced.step({ phase: 'read', done: 0, total: file.size });
  const csv = await openCsv(file);
  requireValidMapping(mapping, csv.headers);
  const log = new IssueLog();
  const columns = [...Object.values(mapping.fields), ...mapping.attributes];
  const rows = await readRows({ csv, columns, log }, paced);
  await paced.step({ phase: 'type', done: 0, total: rows.rowNumbers.length });
  const { table, ...counts } = buildLaunchTable(rows, mapping, log);
  requireEnoughLaunches(counts);
  await paced.step({ phase: 'type', done: counts.rowsRead, total: counts.rowsRead });
  const report = { name, mapping, ...counts };
  return saveDataset(
    { ...origin, importedAt: Date.now(), report, table },
    {
      stop: job.signal,
      onChunk: (done, total) => paced.report({ phase: 'store', done, total }),
    },
  );
}

function requireValidMapping(mapping: Mapping, headers: readonly string[]): void {
  const issue = validateMapping(mapping, headers)[0];
  if (!issue) return;
  const { kind, field, column } = issue;
  throw new AppError('mapping-invalid', `expected columns that fit, got ${kind}`, {
    reason: kind,
    ...(field && { field }),
    ...(column !== null && { column }),
  });
}

function requireEnoughLaunches({ rowsUsed, rowsRead }: Omit<BuiltLaunches, 'table'>): void {
  if (rowsUsed >= MIN_LAUNCHES) return;
  throw new AppError(
    'too-few-launches',
    `expected ${MIN_LAUNCHES} usable launches, got ${rowsUsed} of ${rowsRead} rows`,
    { rowsUsed, rowsRead, minimum: MIN_LAUNCHES },
  );
}
