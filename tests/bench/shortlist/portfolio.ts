// Portfolios of 800 articles of demo shops, for half a year, under cash, months and risk. Their true expected profit is
// compared with that of the best portfolio that the truth allows within the same limits, with the top list by forecast,
// and with what the portfolio promises.

import { mean } from '#core/base/statistics/statistics.ts';
import { fitMissCorrelation } from '#core/season/portfolio/miss-correlation.ts';
import { fitShrinkage } from '#core/evaluation/picks/fit-shrinkage.ts';
import type { Article } from '#core/launch/article.ts';
import type { ArticleOption, RankedArticle } from '#core/planning/suppliers/shortlist.ts';
import { knownMoney } from '#core/planning/plan/unit-money.ts';
import { coarseSpace } from '#core/planning/suppliers/coarse-space.ts';
import { greedyPortfolio } from '#core/season/portfolio/greedy-portfolio.ts';
import { USUAL_PORTFOLIO_LIMITS } from '#core/season/portfolio/portfolio-limits.ts';
import { portfolioOutcome } from '#core/season/portfolio/portfolio-outcome.ts';
import {
  portfolioProblem,
  portfolioValue,
  takenOptions,
  type Portfolio,
  type PortfolioProblem,
} from '#core/season/portfolio/portfolio-problem.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { rankArticles } from '#workers/model/shortlist/rank-articles.ts';
import { solvePortfolio } from '#workers/season/solve-portfolio.ts';
import { openSolver } from '#workers/season/solver.ts';
import { allActions, simulateLaunch } from '../../support/demo-shop/judge.ts';
import { expectedOutcome } from '../../support/demo-shop/truth.ts';
import { learnShop, rankInput, type LearntShop } from './demo-articles.ts';

const SEEDS = [1, 2];
const ARTICLES = 800;
const HALF_YEAR_DAYS = 182;
const LEFTOVER_LOSS = 0.3;
const SIMULATED = 60;
const LEAST_SHARE = 0.95;
const GAP = 0.02;
const SECONDS = 10;
/** Share of the outlay of the best 20 without a cash limit. */
const CASH_SHARE = 0.5;

/** Prints what portfolios bring; returns the missed targets. */
export async function portfolio(): Promise<readonly string[]> {
  const played = [];
  for (const seed of SEEDS) played.push(await playShop(seed));
  const share = mean(played.map((each) => each.share));
  const gap = Math.max(...played.map((each) => each.gap));
  const seconds = Math.max(...played.map((each) => each.seconds));
  return [
    ...(share >= LEAST_SHARE ? [] : [`portfolio: ${percent(share)} of the best, at least 95%`]),
    ...(gap <= GAP && seconds <= SECONDS + 1
      ? []
      : [`portfolio: gap ${percent(gap)} after ${seconds.toFixed(1)} s, at most 2% in 10 s`]),
  ];
}

async function playShop(seed: number) {
  const engine = await openNodeEngine();
  const learnt = await learnShop(seed, { engine, articleCount: ARTICLES });
  const input = rankInput(learnt, engine);
  const shrinkage = learnt.evidence.heldOut && fitShrinkage(learnt.evidence.heldOut);
  const ranked = await rankArticles({ ...input, shrinkage });
  engine.dispose();
  const correlation = fitMissCorrelation(learnt.evidence.heldOut);
  const until = input.earliestDay + HALF_YEAR_DAYS;
  const categories = new Map(learnt.articles.map(({ id, category }) => [id, category]));
  const listed = {
    ...{ articles: ranked.articles, correlation, pairs: [], earliestDay: input.earliestDay },
    categoryOf: (id: string) => categories.get(id)!,
  };
  const free = portfolioProblem(listed, USUAL_PORTFOLIO_LIMITS);
  const cash = CASH_SHARE * outlayOf(free, greedyPortfolio(free));
  const limits = { ...USUAL_PORTFOLIO_LIMITS, cash, mostPerFourWeeks: 5 };
  const problem = portfolioProblem(listed, limits);
  const shared = { objective: ranked.objective, demandFactors: ranked.demandFactors };
  const run = { problem, shared, gap: GAP, seconds: SECONDS };
  const solved = await solvePortfolio({ ...run, ...inNode }, openSolver);
  if (!solved) throw new Error('expected a portfolio within the limits');
  const earned = earnedBy(learnt, problem, solved.portfolio);
  const top = greedyPortfolio(problem);
  const earnedByTop = earnedBy(learnt, problem, top);
  const weeks = coarseSpace(input.space).weeks.filter((day) => day < until);
  const truth = portfolioProblem({ ...listed, articles: trueArticles(learnt, weeks) }, limits);
  const best = await solvePortfolio(
    { ...run, problem: { ...truth, limits: { ...limits, lossChance: null } }, ...inNode },
    openSolver,
  );
  const ofBest = earnedBy(learnt, truth, best!.portfolio);
  const gap = solved.bound === null ? Infinity : (solved.bound - solved.value) / solved.value;
  const { lossShare, articleCount } = portfolioOutcome(problem, solved.portfolio, shared);
  const topOutcome = portfolioOutcome(problem, top, shared);
  console.log(
    `  shop ${seed}: ${articleCount} of ${ARTICLES}; earned ${percent(earned / ofBest)} of the best, top list ${percent(earnedByTop / ofBest)};` +
      ` promised over earned ${(solved.value / earned).toFixed(2)}, top list ${(portfolioValue(problem, top) / earnedByTop).toFixed(2)};` +
      ` gap ${percent(gap)} after ${solved.seconds.toFixed(1)} s; months with a loss ${percent(lossShare)}, top list ${percent(topOutcome.lossShare)};` +
      ` shrinkage ${shrinkage ? `${shrinkage.slope.toFixed(2)} × , level ${shrinkage.level.toFixed(2)}` : 'none'}`,
  );
  return { share: earned / ofBest, gap, seconds: solved.seconds };
}

const inNode = { now: () => performance.now(), pause: () => Promise.resolve() };

function outlayOf(problem: PortfolioProblem, chosen: Portfolio): number {
  return takenOptions(problem, chosen).reduce((all, option) => all + (option?.outlay ?? 0), 0);
}

/** Returns the true expected profit of a portfolio with its own stock. */
function earnedBy(learnt: LearntShop, problem: PortfolioProblem, chosen: Portfolio): number {
  return takenOptions(problem, chosen).reduce((all, option, place) => {
    if (!option) return all;
    return all + trueProfit(learnt, problem.candidates[place]!.articleId, option);
  }, 0);
}

function trueProfit({ shop }: LearntShop, productId: string, option: ArticleOption): number {
  const launch = {
    productId,
    ...{ launchDay: option.launchDay, channel: option.channel!, promotion: option.promotion! },
    ...{ priceFactor: 1, adSpend: option.money.fixedCost!, stockUnits: option.stockUnits },
  };
  const played = simulateLaunch(shop, launch, {
    ...{ times: SIMULATED, leftoverLoss: LEFTOVER_LOSS, seed: 97 },
  });
  return mean(played.map(({ profit }) => profit));
}

/** Returns the articles as one who knows the truth would list them: the best action of each month, and its best stock. */
function trueArticles(learnt: LearntShop, weeks: readonly number[]): RankedArticle[] {
  const { shop, articles } = learnt;
  const byId = new Map(articles.map((article) => [article.id, article]));
  return shop.newProducts.map((product): RankedArticle => {
    const options = weeks.flatMap((day) => {
      const actions = allActions(shop.world.trade, [day]).filter(
        ({ priceFactor }) => priceFactor === 1,
      );
      const profits = actions.map((action) => expectedOutcome(shop.world, product, action).profit);
      const action = actions[profits.indexOf(Math.max(...profits))]!;
      return [1, 0.7, 0.45].map((share) =>
        trueOption(learnt, byId.get(product.id)!, { action, share }),
      );
    });
    const best = options.toSorted((a, b) => b.value - a.value).slice(0, 12);
    return {
      ...{ articleId: product.id, verdict: 'launch', options: best },
      ...{ units: null, profit: null, loss: null, nearest: null, novelty: 0 },
    };
  });
}

interface Ordered {
  readonly action: ReturnType<typeof allActions>[number];
  /** Share of the best stock that is ordered. */
  readonly share: number;
}

/** Returns an option with the stock that is best, or a share of it, over launches simulated by the truth. */
function trueOption(
  { shop }: LearntShop,
  { id, unitCost, offers: [offer] }: Article,
  { action, share }: Ordered,
): ArticleOption {
  const endless = { productId: id, ...action, stockUnits: 1e9 };
  const played = simulateLaunch(shop, endless, {
    ...{ times: SIMULATED, leftoverLoss: 0, seed: 97 },
  });
  const demands = played.map(({ demand }) => demand).sort((a, b) => a - b);
  const price = expectedOutcome(
    shop.world,
    shop.newProducts.find((each) => each.id === id)!,
    action,
  ).price;
  const fee = shop.world.trade.channels.find(({ name }) => name === action.channel)!.fee;
  const margin = price * (1 - fee) - unitCost!;
  const leftover = LEFTOVER_LOSS * unitCost!;
  const wanted =
    demands[Math.min(SIMULATED - 1, Math.floor((SIMULATED * margin) / (margin + leftover)))]!;
  const pack = offer.packSize ?? 1;
  const stock = Math.ceil(Math.max(1, share * wanted, offer.minimumOrder ?? 0) / pack) * pack;
  const profits = demands.map(
    (demand) =>
      margin * Math.min(demand, stock) - leftover * Math.max(0, stock - demand) - action.adSpend,
  );
  const value = mean(profits);
  return {
    ...{ launchDay: action.launchDay, channel: action.channel, promotion: action.promotion },
    forecastLog: Math.log1p(wanted),
    ...{ salePrice: price, logUnits: Math.log1p(wanted), stockUnits: stock, value },
    money: knownMoney({ revenue: price, margin, leftover, fixedCost: action.adSpend }),
    spread: Math.sqrt(mean(profits.map((profit) => (profit - value) ** 2))),
    outlay: stock * unitCost! + action.adSpend,
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
