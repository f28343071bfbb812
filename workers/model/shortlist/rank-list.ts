import { AppError } from '#core/base/errors.ts';
import { contentKey } from '#core/base/bytes/fingerprint.ts';
import { fitShrinkage } from '#core/evaluation/picks/fit-shrinkage.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { settledEntries } from '#core/ledger/entries/promise-outcome.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import type { Shortlist } from '#core/planning/suppliers/shortlist.ts';
import { USUAL_COMPETITION } from '#core/season/similarity/estimate-competition.ts';
import { fitMissCorrelation } from '#core/season/portfolio/miss-correlation.ts';
import type { Job } from '#protocol/job.ts';
import type { PlanRequest } from '#protocol/model-requests.ts';
import { loadDemand } from '#storage/data/demand.ts';
import { loadEvidence } from '#storage/model/trainings.ts';
import { loadLedger } from '#storage/plan/ledger.ts';
import { loadOffers } from '#storage/plan/seasons.ts';
import { saveShortlist } from '#storage/plan/shortlists.ts';
import { loadArticles } from '#storage/plan/suppliers.ts';
import { stoppable } from '#workers/runtime/breathe.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { loadPlanning, openPlanning } from '../inputs/load-planning.ts';
import { nichesOf } from '../inputs/niches-of.ts';
import { rankArticles } from './rank-articles.ts';
import { similarArticles } from './similar-articles.ts';

/** Articles ranked between two moments in which the page can stop the work. */
const PAUSE_EVERY = 50;

/**
 * Ranks the articles of the suppliers' lists with the stored model, and stores the shortlist. Throws AppError
 * dataset-missing, model-missing or no-products where one of them is not stored, and backend-unavailable.
 */
export async function rankList(
  { datasetId, compute, earliestDay, aim }: PlanRequest,
  job: Job,
  host: ModelHost,
): Promise<Shortlist> {
  const [stored, articles, demand, offers, ledger] = await Promise.all([
    loadPlanning({ datasetId }),
    loadArticles(datasetId),
    loadDemand(datasetId),
    loadOffers(datasetId),
    loadLedger(datasetId),
  ]);
  if (articles.length === 0) throw new AppError('no-products', 'expected articles, got none');
  const { dataset, history, model } = stored;
  const { modelId, reading } = model.report;
  const { heldOut } = await loadEvidence(modelId);
  const opening = { compute, job, host };
  const { engine, events, table } = await openPlanning({ ...stored, products: articles }, opening);
  const pause = stoppable(() => host.pause(), job.signal);
  const total = articles.length;
  const shrinkage = heldOut && fitShrinkage(heldOut);
  const horizonDays = dataset.recipe?.horizonDays ?? HORIZON_DAYS;
  const categories = [...history.category, ...articles.map(({ category }) => category)];
  const known = offers?.modelId === modelId ? offers.competition : null;
  const competition = known ?? USUAL_COMPETITION;
  const ranked = await rankArticles({
    ...{ model, table, articles, aim, engine, horizonDays, earliestDay, shrinkage, competition },
    space: deriveActionSpace(history, model.encoding.basis, earliestDay),
    market: events.market,
    niches: nichesOf(demand, categories),
    currency: dataset.currency,
    settled: settledEntries(ledger),
    onProduct: async (done) => {
      if (done % PAUSE_EVERY > 0 && done < total) return;
      job.report({ phase: 'plan', done, total });
      await pause();
    },
  });
  const pairs = await similarArticles({
    ...{ model, table, articles, ranked: ranked.articles, pause },
    competition,
  });
  const shortlist: Shortlist = {
    ...{ datasetId, modelId, rankedAt: Date.now(), earliestDay, aim, horizonDays },
    ...{ ...ranked, shrinkage, pairs, missCorrelation: fitMissCorrelation(heldOut) },
    articlesKey: contentKey(articles),
    ...(reading === 'embeddings' && !table.embeddings && { lacksEmbeddings: true }),
  };
  await saveShortlist(shortlist);
  return shortlist;
}
