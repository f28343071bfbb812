import type { LaunchTable } from '#core/launch/launch-table.ts';
import { settledEntries } from '#core/ledger/entries/promise-outcome.ts';
import { withResults } from '#core/ledger/entries/results-as-launches.ts';
import { withReviewOutcomes } from '#core/import/reviews/review-outcomes.ts';
import { loadLaunchTable } from '../data/datasets.ts';
import { loadReviewOutcomes } from '../data/reviews.ts';
import { loadLedger } from './ledger.ts';

/**
 * Loads all launches for training: those of the file, and results of adopted plans that the file lacks; with ratings and
 * returns that reviews tell of them. Throws AppError dataset-missing where the data set is gone.
 */
export async function loadHistory(datasetId: number): Promise<LaunchTable> {
  const [table, entries, outcomes] = await Promise.all([
    ...([loadLaunchTable(datasetId), loadLedger(datasetId)] as const),
    loadReviewOutcomes(datasetId),
  ]);
  return withReviewOutcomes(withResults(table, entries), outcomes);
}

/**
 * Counts the launches that results of adopted plans add to those of the file. Throws AppError dataset-missing where
 * there are results and the data set is gone.
 */
export async function countResults(datasetId: number): Promise<number> {
  const entries = settledEntries(await loadLedger(datasetId));
  if (entries.length === 0) return 0;
  const table = await loadLaunchTable(datasetId);
  return withResults(table, entries).rowCount - table.rowCount;
}
