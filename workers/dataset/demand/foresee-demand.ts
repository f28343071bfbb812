import { shopOutlook, type ForeseenDemand } from '#core/demand/forecast/category-outlook.ts';
import { categoryTerms, knownDemand } from '#core/demand/market/known-demand.ts';
import { sameTimeOfYear, sameWeekIn } from '#core/demand/series/same-week.ts';
import { sellingEventsChoice } from '#core/launch/events/selling-events-choice.ts';
import type { DemandRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadDatasetSummary } from '#storage/data/datasets.ts';
import { loadDemand } from '#storage/data/demand.ts';
import { loadHistory } from '#storage/plan/load-history.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';

/**
 * Foresees the weekly demand of the categories of a data set, in a few seconds. Throws AppError dataset-missing.
 */
export async function foreseeDemand(
  { datasetId, language }: DemandRequest,
  job: Job,
): Promise<ForeseenDemand> {
  const paced = new ThrottledJob(job);
  await paced.step({ phase: 'learn', done: 0, total: null });
  const [dataset, table, demand] = await Promise.all([
    ...([loadDatasetSummary(datasetId), loadHistory(datasetId)] as const),
    loadDemand(datasetId),
  ]);
  const sources = { ...demand, categories: table.category };
  const terms = categoryTerms(sources);
  const known = knownDemand(sources);
  await paced.step({ phase: 'learn', done: 0, total: null });
  if (!known) return { outlook: null, terms };
  const { market } = sellingEventsChoice(dataset, language);
  const sameWeek = market ? sameWeekIn(market, known.panel.firstDay) : sameTimeOfYear;
  return { outlook: shopOutlook(known, sameWeek), terms };
}
