// Articles of suppliers' lists and a model → each with its best ways to launch, on a coarser choice than plans have, so
// that thousands take seconds.

import type { Day } from '#core/base/dates.ts';
import type { Article } from '#core/launch/article.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { cellCount, usualCostShares, usualListPrices } from '#core/model/features/action-space.ts';
import {
  economicsOf,
  economyOf,
  stockOf,
  valueOfCell,
  type Economy,
} from '#core/planning/economics/economics.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { profitOf } from '#core/planning/economics/launch-profit.ts';
import type { ProductEconomics } from '#core/planning/economics/offer-money.ts';
import { similarFinder } from '#core/planning/explanation/similar-launches.ts';
import { assumedCostShare } from '#core/planning/plan/aim.ts';
import { productTerms, type StockTerms } from '#core/planning/plan/stock-terms.ts';
import { unitMoney } from '#core/planning/plan/unit-money.ts';
import { isUnlikeAny, knownPrices } from '#core/planning/search/product-notes.ts';
import { afterWaiting } from '#core/planning/search/waiting.ts';
import { articleOptions } from '#core/planning/suppliers/article-options.ts';
import { articleVerdict, familiarity } from '#core/planning/suppliers/article-verdict.ts';
import { coarseSpace } from '#core/planning/suppliers/coarse-space.ts';
import type { Shrinkage } from '#core/planning/suppliers/shrinkage.ts';
import {
  canBeChosen,
  type ArticleOption,
  type NearestLaunch,
  type RankedArticle,
  type Shortlist,
} from '#core/planning/suppliers/shortlist.ts';
import { lostShares, type Competition } from '#core/season/offers/competition.ts';
import { USUAL_COMPETITION } from '#core/season/similarity/estimate-competition.ts';
import { expectReturns } from '../plan/expect-returns.ts';
import { preparePlanning, type PlanInput, type Planning } from '../plan/prepare-planning.ts';
import { scoreQuickly, type QuickScore } from '../plan/score-quickly.ts';

export interface RankInput extends Omit<PlanInput, 'products' | 'resume'> {
  readonly articles: readonly Article[];
  /** First day on which something that is ordered today could be sold, without its lead time. */
  readonly earliestDay: Day;
  readonly shrinkage: Shrinkage | null;
  /** How much similar launches take from each other; absent: as much as is assumed. */
  readonly competition?: Competition | undefined;
}

export type Ranked = Pick<Shortlist, 'objective' | 'demandFactors' | 'rangeWidth' | 'articles'>;

/** Returns the articles, the most promising first. Throws what `onProduct` throws. */
export async function rankArticles(input: RankInput): Promise<Ranked> {
  const { table, articles, aim } = input;
  const usual = {
    ...{ listPrices: usualListPrices(table), costShares: usualCostShares(table) },
    assumedCostShare: assumedCostShare(aim),
  };
  const economics = articles.map((article) => economicsOf(article, usual));
  const space = coarseSpace(input.space);
  const { planning, x } = preparePlanning({ ...input, products: articles, space }, economics);
  const { objective, spread, phi } = planning;
  const rank = articleRanker(planning, input);
  const ranked: RankedArticle[] = [];
  const cells = cellCount(space);
  for await (const scored of scoreQuickly({ ...planning, x, phi, cells })) {
    const article = articles[ranked.length]!;
    ranked.push(await rank(article, scored, economics[ranked.length]!));
    await planning.onProduct(ranked.length);
  }
  return {
    objective,
    demandFactors: spread.factors,
    ...(spread.rangeWidth && { rangeWidth: spread.rangeWidth }),
    articles: bestFirst(ranked).map(withFewerOptions),
  };
}

function articleRanker(
  planning: Planning,
  { earliestDay, shrinkage, competition = USUAL_COMPETITION }: RankInput,
) {
  const { table, model, aim } = planning;
  const prices = knownPrices(table);
  const categories = new Set(table.category.filter(Boolean));
  const similar = similarFinder({ table, encoder: model.encoding.encoder, learnt: null });
  const knows = (article: Article, nearest: NearestLaunch | null) =>
    familiarity({
      isCategoryKnown:
        categories.size === 0 ||
        categories.has(article.category) ||
        Boolean(planning.neverSoldOf(article.category)?.niche),
      hasSimilar: nearest !== null,
      isPriceKnown: !isUnlikeAny(article.listPrice, prices),
    });
  return async (
    article: Article,
    scored: QuickScore,
    economics: ProductEconomics,
  ): Promise<RankedArticle> => {
    const [found] = similar(article.title, scored.x);
    const nearest = found ? nearestLaunch(table, found, competition) : null;
    const novelty = 1 - (nearest?.similarity ?? 0);
    const about = { articleId: article.id, nearest, novelty };
    const none = { options: [], units: null, profit: null, loss: null };
    const known = knows(article, nearest);
    if (known === 'outside') return { ...about, ...none, verdict: known };
    const own = planning.ofCategory(article.category);
    const terms = productTerms({ offer: article.offers[0] }, aim.stock);
    const economy = economyOfArticle(own, scored, { economics, terms });
    const firstDay = earliestDay + terms.leadTimeDays;
    const options = await optionsOf(own, scored, { economy, firstDay, shrinkage });
    const [best] = options;
    if (!best) return { ...about, ...none, verdict: 'too-late' };
    const { outcome, odds } = forecastOf(economy, best);
    const unbound = { ...economy, terms: { ...terms, minimumOrder: 0, packSize: 1 } };
    const verdict = articleVerdict(
      {
        ...{ profit: outcome.profit, loss: odds.loss },
        canEarn: economy.offers.some(({ margin }) => Number.isNaN(margin) || margin > 0),
        unboundProfit: outcome.profit && unboundProfit(unbound, best),
      },
      known,
    );
    return {
      ...about,
      verdict,
      options,
      units: outcome.units,
      profit: outcome.profit,
      loss: odds.loss,
    };
  };
}

function nearestLaunch(
  { title, productId }: LaunchTable,
  { row, similarity }: { readonly row: number; readonly similarity: number },
  competition: Competition,
): NearestLaunch {
  const { first: lostShare } = lostShares(competition, similarity, 0);
  return { title: title[row]! || productId[row]!, similarity, lostShare };
}

function economyOfArticle(
  { space, objective, spread, model, phi, unitTerms }: Planning,
  { product, x }: QuickScore,
  { economics, terms }: { readonly economics: ProductEconomics; readonly terms: StockTerms },
): Economy {
  const { returnRates } = expectReturns(model, { product, x, phi });
  return economyOf(space, { objective, economics, spread, terms, unitTerms, returnRates });
}

interface Searched {
  readonly economy: Economy;
  readonly firstDay: Day;
  readonly shrinkage: Shrinkage | null;
}

async function optionsOf(
  planning: Planning,
  scored: QuickScore,
  { economy, firstDay, shrinkage }: Searched,
): Promise<ArticleOption[]> {
  const { space, keptShares } = planning;
  const { refused, allowed } = planning.triedIn(scored.product.category);
  const doubts = planning.doubtsOf(scored.product.category);
  const offers = doubts.length;
  const usualLog = await planning.usualLogOf(scored);
  const found = planning.search({ ...scored, usualLog }, (cell, log) => {
    const week = Math.floor(cell / offers);
    if (refused[cell] === 1 || space.weeks[week]! < firstDay) return -Infinity;
    return afterWaiting(
      valueOfCell(economy, cell, log - doubts[cell % offers]!),
      keptShares[week]!,
    );
  });
  found.best(allowed, false); // scores the most promising cells by the whole blend
  const { logUnits, values } = found;
  return articleOptions({ space, economy, logUnits, values, allowed, firstDay, shrinkage });
}

function forecastOf({ spread }: Economy, { logUnits, money, stockUnits }: ArticleOption) {
  return forecast(spread, { logUnits, money: unitMoney(money), stock: stockUnits });
}

/** Returns the expected profit of an option if any number of units could be ordered. */
function unboundProfit(economy: Economy, { logUnits, money }: ArticleOption): number {
  const known = unitMoney(money);
  const stock = stockOf(economy, logUnits, known);
  return profitOf(economy, logUnits, { money: known, stock });
}

/** Sorts articles by the expected objective of their best option; those that cannot be chosen come last. */
function bestFirst(ranked: readonly RankedArticle[]): RankedArticle[] {
  const valueOf = (article: RankedArticle) =>
    canBeChosen(article) ? article.options[0]!.value : -Infinity;
  const isListed = (article: RankedArticle) => (article.options.length > 0 ? 1 : 0);
  return ranked.toSorted((a, b) => compare(valueOf(b), valueOf(a)) || isListed(b) - isListed(a));
}

/**
 * Most promising articles that keep all their options. A choice hardly takes others, and reading options of thousands would
 * block the page.
 */
const MOST_WITH_OPTIONS = 1000;

function withFewerOptions(article: RankedArticle, place: number): RankedArticle {
  return place < MOST_WITH_OPTIONS ? article : { ...article, options: article.options.slice(0, 1) };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
