import { IssueLog } from '#core/csv/issue-log.ts';
import { AppError } from '#core/errors.ts';
import { MIN_LAUNCHES } from '#core/launch/sizes.ts';
import type { Mapping } from '#core/schema/mapping.ts';
import { validateMapping } from '#core/schema/validate-mapping.ts';
import { buildLaunchTable, type BuiltLaunches } from '#core/table/build-launch-table.ts';
import { plainRecipe } from '#core/table/recipe.ts';
import type { ImportRequest } from '#protocol/dataset-worker.ts';
import { openCsv } from './open-csv.ts';
import type { PacedJob } from './paced-job.ts';
import { readRows } from './read-rows.ts';

type LaunchFile = Pick<ImportRequest, 'file' | 'reading' | 'mapping' | 'dropColumns' | 'dateOrder'>;

/** File → typed launches. Throws AppError mapping-invalid or too-few-launches. */
export async function readLaunches(
  { file, reading, mapping, dropColumns, dateOrder }: LaunchFile,
  paced: PacedJob,
): Promise<BuiltLaunches> {
  await paced.step({ phase: 'read', done: 0, total: file.size });
  const csv = await openCsv({ file, reading });
  requireValidMapping(mapping, csv.headers);
  const log = new IssueLog();
  const columns = [...Object.values(mapping.fields), ...mapping.attributes];
  const rows = await readRows({ csv, columns, log }, paced);
  await paced.step({ phase: 'type', done: 0, total: rows.rowNumbers.length });
  noteDropped(dropColumns, log);
  const headers = rows.headers.filter((header) => !dropColumns.includes(header));
  const recipe = { ...plainRecipe(mapping), dateOrder };
  const built = buildLaunchTable({ ...rows, headers }, recipe, log);
  requireEnoughLaunches(built);
  await paced.step({ phase: 'type', done: built.rowsRead, total: built.rowsRead });
  return built;
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

function noteDropped(columns: readonly string[], log: IssueLog): void {
  for (const column of columns) {
    log.note({ kind: 'personal-column-dropped', severity: 'info', column }, 0);
  }
}

function requireEnoughLaunches({ rowsUsed, rowsRead }: Omit<BuiltLaunches, 'table'>): void {
  if (rowsUsed >= MIN_LAUNCHES) return;
  throw new AppError(
    'too-few-launches',
    `expected ${MIN_LAUNCHES} usable launches, got ${rowsUsed} of ${rowsRead} rows`,
    { rowsUsed, rowsRead, minimum: MIN_LAUNCHES },
  );
}
