import { IssueLog } from '#core/csv/issue-log.ts';
import type { SourceFacts } from '#core/csv/source-facts.ts';
import type { TextRows } from '#core/csv/text-rows.ts';
import type { BuiltLaunches } from '#core/table/build-launch-table.ts';
import type { Recipe } from '#core/table/recipe.ts';
import { loadSource } from '#storage/sources.ts';
import { localDay } from './local-day.ts';
import type { PacedJob } from './paced-job.ts';
import { columnsOf, launchesOf } from './read-launches.ts';

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
  { recipe, importedAt }: { readonly recipe: Recipe; readonly importedAt: number },
  paced: PacedJob,
): Promise<SourceReading> {
  const rows = await loadSource(source, columnsOf(recipe, source.headers), paced.signal);
  const log = new IssueLog(recipe.treatments);
  const options = { paced, log, today: localDay(importedAt) };
  const { table, rowNumbers, ...account } = await launchesOf(rows, recipe, options);
  const issues = [...source.issues, ...account.issues];
  return { table, rowNumbers, account: { ...account, issues }, rows };
}
