import { IssueLog } from '#core/import/csv/issue-log.ts';
import type { SourceFacts } from '#core/import/csv/source-facts.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import type { BuiltLaunches } from '#core/import/table/build-launch-table.ts';
import type { Recipe } from '#core/import/recipe/recipe.ts';
import { loadSource } from '#storage/data/sources.ts';
import { localDay } from '#core/base/dates.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { columnsOf, launchesOf } from './read-launches.ts';

interface Reading {
  readonly recipe: Recipe;
  /** Time of the import, in milliseconds since 1970. */
  readonly importedAt: number;
}

export interface SourceReading extends Pick<BuiltLaunches, 'table' | 'rowNumbers'> {
  /** What an import report shows. */
  readonly account: Omit<BuiltLaunches, 'table' | 'rowNumbers'>;
  /** Rows of the file as they are. */
  readonly rows: TextRows;
}

/**
 * Builds typed launches from a stored file, with all its findings. The day of the import counts as today. Throws
 * AppError source-lost or too-few-launches.
 */
export async function readSource(
  source: SourceFacts,
  asked: Reading,
  paced: ThrottledJob,
): Promise<SourceReading> {
  const rows = await loadSource(source, columnsOf(asked.recipe, source.headers), paced.signal);
  return readingOf({ source, rows }, asked, paced);
}

/** Builds typed launches from the rows of a file that is stored. Throws AppError too-few-launches. */
export async function readingOf(
  { source, rows }: { readonly source: SourceFacts; readonly rows: TextRows },
  { recipe, importedAt }: Reading,
  paced: ThrottledJob,
): Promise<SourceReading> {
  const log = new IssueLog(recipe.treatments);
  const options = { paced, log, today: localDay(importedAt) };
  const { table, rowNumbers, ...account } = await launchesOf(rows, recipe, options);
  const issues = [...source.issues, ...account.issues];
  return { table, rowNumbers, account: { ...account, issues }, rows };
}
