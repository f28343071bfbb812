import { AppError } from '#core/base/errors.ts';
import { besideStock } from '#core/season/offers/beside-stock.ts';
import type { SeasonOutcome, SeasonProgress } from '#core/season/problem/season-solution.ts';
import type { Job } from '#protocol/job.ts';
import type { SeasonRequest } from '#protocol/season-request.ts';
import { loadOffers } from '#storage/plan/seasons.ts';
import { breathe } from '../runtime/breathe.ts';
import { solveSeason } from './solve-season.ts';
import { fetchedSolver } from './fetched-solver.ts';

/**
 * Plans a calendar from the stored offers of all new products. Throws AppError offers-missing or solver-unavailable.
 */
export async function planSeason(
  { datasetId, heldBack = {}, ...request }: SeasonRequest,
  job: Job<SeasonProgress>,
): Promise<SeasonOutcome> {
  const offers = await loadOffers(datasetId);
  if (!offers)
    throw new AppError('offers-missing', `data set ${datasetId} has no offers to plan with`);
  job.report({ phase: 'solve', done: 0, total: null, best: null });
  return solveSeason(
    {
      ...{ offers: besideStock(offers, heldBack), ...request },
      now: () => performance.now(),
      onBetter: (best) => job.report({ phase: 'solve', done: 0, total: null, best }),
      pause: async () => {
        await breathe();
        job.signal.throwIfAborted();
      },
    },
    fetchedSolver,
  );
}
