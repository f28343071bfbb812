// Articles, options and portfolios for tests.

import { dayFromCalendar } from '#core/base/dates.ts';
import { seededRandom } from '#core/base/random.ts';
import type { Article } from '#core/launch/article.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type {
  ArticleOption,
  RankedArticle,
  Shortlist,
} from '#core/planning/suppliers/shortlist.ts';
import {
  USUAL_PORTFOLIO_LIMITS,
  type PortfolioLimits,
} from '#core/season/portfolio/portfolio-limits.ts';
import {
  portfolioProblem,
  type PortfolioProblem,
} from '#core/season/portfolio/portfolio-problem.ts';

export const FIRST_MONTH = dayFromCalendar(2026, 1, 5);

export function option(changed: Partial<ArticleOption> = {}): ArticleOption {
  return {
    ...{ launchDay: FIRST_MONTH, channel: 'shop', promotion: null, salePrice: 20 },
    forecastLog: Math.log1p(100),
    ...{ logUnits: Math.log1p(100), stockUnits: 120, value: 500, spread: 300, outlay: 900 },
    money: { revenue: 20, margin: 10, leftover: 3, fixedCost: 50 },
    ...changed,
  };
}

export function ranked(articleId: string, options: readonly ArticleOption[]): RankedArticle {
  return {
    ...{ articleId, verdict: 'launch', options, units: null, profit: null, loss: null },
    ...{ nearest: null, novelty: 0.5 },
  };
}

const CATEGORIES = ['mugs', 'scarves'];

/** Returns a problem of articles with one to three options each; two pairs take buyers from each other. */
export function randomPortfolioProblem(
  seed: number,
  { count, limits }: { readonly count: number; readonly limits: Partial<PortfolioLimits> },
): PortfolioProblem {
  const random = seededRandom(seed);
  const articles = Array.from({ length: count }, (_, i) =>
    ranked(
      `a${i}`,
      Array.from({ length: 1 + Math.floor(3 * random()) }, () => {
        const value = Math.round(1000 * random() - 100);
        return option({
          launchDay: FIRST_MONTH + 28 * Math.floor(2 * random()),
          channel: random() < 0.5 ? 'shop' : 'market',
          ...{ value, spread: Math.round(value * (0.3 + random())) + 150 },
          outlay: Math.round(200 + 800 * random()),
        });
      }),
    ),
  );
  return portfolioProblem(
    {
      ...{ articles, correlation: { month: 0.2, category: 0.1 }, earliestDay: FIRST_MONTH },
      categoryOf: (id) => CATEGORIES[Number(id.slice(1)) % 2]!,
      pairs: [
        { first: 'a0', second: 'a1', lostShare: 0.2 },
        { first: 'a1', second: 'a2', lostShare: 0.1 },
      ],
    },
    { ...USUAL_PORTFOLIO_LIMITS, lossChance: null, ...limits },
  );
}

export function article(id: string, changed: Partial<Article> = {}): Article {
  const terms = { minimumOrder: null, packSize: null, leadTimeDays: null };
  return {
    ...{ id, title: `Article ${id}`, category: 'mugs', brand: '', attributes: {} },
    ...{ listPrice: 20, unitCost: 8, variants: [] },
    offers: [{ supplier: 'Mill & Co', sku: id, unitCost: 8, ...terms }],
    ...changed,
  };
}

/** Returns a shortlist of the articles a and b, of which only the first is worth launching. */
export function someShortlist(changed: Partial<Shortlist> = {}): Shortlist {
  const range = { expected: 500, low80: -100, low50: 200, high50: 700, high80: 1100 };
  return {
    ...{ datasetId: 3, modelId: 7, rankedAt: 0, earliestDay: FIRST_MONTH, aim: USUAL_AIM },
    ...{ objective: 'profit', horizonDays: 28, demandFactors: new Float64Array(100).fill(1) },
    ...{ shrinkage: null, missCorrelation: { month: 0.1, category: 0 }, pairs: [], articlesKey: 0 },
    articles: [
      { ...ranked('a', [option()]), units: range, profit: range, loss: 0.12 },
      { ...ranked('b', []), verdict: 'outside' },
    ],
    ...changed,
  };
}
