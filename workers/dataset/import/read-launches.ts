import { IssueLog } from '#core/import/csv/issue-log.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import type { Day } from '#core/base/dates.ts';
import { AppError } from '#core/base/errors.ts';
import { MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { validateMapping } from '#core/import/schema/validate-mapping.ts';
import { buildInSteps, type BuiltLaunches } from '#core/import/table/build-launch-table.ts';
import { weeklyColumns } from '#core/import/columns/read-weekly-units.ts';
import { plainRecipe, type Recipe } from '#core/import/recipe/recipe.ts';
import { openCsv } from '../file/open-csv.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRows } from '../file/read-rows.ts';

interface LaunchFile {
  readonly file: File;
  readonly mapping: Mapping;
  /** null: future launches are not distinguished from others. */
  readonly today: Day | null;
}

/** Reads typed launches from a file; stores nothing. Throws AppError mapping-invalid or too-few-launches. */
export async function readLaunches(
  { file, mapping, today }: LaunchFile,
  paced: ThrottledJob,
): Promise<BuiltLaunches> {
  const csv = await openCsv({ file, reading: AS_DETECTED });
  requireValidMapping(mapping, csv.headers);
  const recipe = plainRecipe(mapping);
  const log = new IssueLog(recipe.treatments);
  const rows = await readRows({ csv, columns: columnsOf(recipe, csv.headers), log }, paced);
  return launchesOf(rows, recipe, { paced, log, today });
}

/** Approximate number of steps: progress need not be exact. */
const STEPS = 7;

interface ReadingOptions extends Pick<LaunchFile, 'today'> {
  readonly paced: ThrottledJob;
  readonly log: IssueLog;
}

/** Builds typed launches from rows. Throws AppError too-few-launches. */
export async function launchesOf(
  rows: TextRows,
  recipe: Recipe,
  { paced, log, today }: ReadingOptions,
): Promise<BuiltLaunches> {
  const total = rows.rowNumbers.length;
  await paced.step({ phase: 'type', done: 0, total });
  const steps = buildInSteps(rows, recipe, { log, today });
  let step = steps.next();
  for (let taken = 1; !step.done; taken++) {
    await paced.step({ phase: 'type', done: total * Math.min(1, taken / STEPS), total });
    step = steps.next();
  }
  const built = step.value;
  requireEnoughLaunches(built);
  await paced.step({ phase: 'type', done: total, total });
  return built;
}

/** Returns the headers of the columns that a recipe reads from a file. */
export function columnsOf({ mapping }: Recipe, headers: readonly string[]): string[] {
  const weekly = weeklyColumns(headers, mapping).values();
  return [...Object.values(mapping.fields), ...mapping.attributes, ...weekly];
}

/** Throws AppError mapping-invalid where a mapping does not fit the headers. */
export function requireValidMapping(mapping: Mapping, headers: readonly string[]): void {
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
