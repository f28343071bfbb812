import { IssueLog } from '#core/csv/issue-log.ts';
import type { SourceFacts } from '#core/csv/source-facts.ts';
import type { BuiltLaunches } from '#core/table/build-launch-table.ts';
import type { Recipe } from '#core/table/recipe.ts';
import { loadSource } from '#storage/sources.ts';
import { localToday } from './local-today.ts';
import type { PacedJob } from './paced-job.ts';
import { columnsOf, launchesOf } from './read-launches.ts';

/** A stored file → typed launches, with all that was found in it. Throws AppError source-missing or too-few-launches. */
export async function readSource(
  source: SourceFacts,
  recipe: Recipe,
  paced: PacedJob,
): Promise<BuiltLaunches> {
  const rows = await loadSource(source, columnsOf(recipe), paced.signal);
  const log = new IssueLog(recipe.treatments);
  const built = await launchesOf(rows, recipe, { paced, log, today: localToday() });
  return { ...built, issues: [...source.issues, ...built.issues] };
}
