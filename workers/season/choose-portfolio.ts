import { AppError } from '#core/base/errors.ts';
import { ownValue } from '#core/base/lookup.ts';
import {
  portfolioChoice,
  shortlistProblem,
  topList,
  type ComparedChoices,
} from '#core/season/portfolio/portfolio-choice.ts';
import type { Job } from '#protocol/job.ts';
import type { PortfolioRequest } from '#protocol/season-request.ts';
import { loadShortlist } from '#storage/plan/shortlists.ts';
import { loadArticles } from '#storage/plan/suppliers.ts';
import { breathe } from '../runtime/breathe.ts';
import { fetchedSolver } from './fetched-solver.ts';
import { solvePortfolio } from './solve-portfolio.ts';

/**
 * Chooses from the stored shortlist, and compares the choice with the top list. Throws AppError
 * shortlist-missing or solver-unavailable.
 */
export async function choosePortfolio(
  { datasetId, limits, gap, seconds }: PortfolioRequest,
  job: Job,
): Promise<ComparedChoices> {
  const [shortlist, articles] = await Promise.all([
    loadShortlist(datasetId),
    loadArticles(datasetId),
  ]);
  if (!shortlist) throw new AppError('shortlist-missing', `data set ${datasetId} has no shortlist`);
  const categories = Object.fromEntries(articles.map(({ id, category }) => [id, category]));
  const categoryOf = (id: string) => ownValue(categories, id) ?? '';
  const problem = shortlistProblem(shortlist, categoryOf, limits);
  job.report({ phase: 'solve', done: 0, total: null });
  const run = {
    ...{ problem, shared: shortlist, gap, seconds, now: () => performance.now() },
    pause: async () => {
      await breathe();
      job.signal.throwIfAborted();
    },
  };
  const solved = await solvePortfolio(run, fetchedSolver);
  return {
    rankedAt: shortlist.rankedAt,
    best: solved && portfolioChoice(problem, solved.portfolio, shortlist),
    ...{ bound: solved?.bound ?? null, seconds: solved?.seconds ?? 0 },
    topList: topList(problem, shortlist),
  };
}
