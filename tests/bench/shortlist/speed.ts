// Ranks 5,000 articles of a demo shop, as the worker does, and compares the order with that of full plans of some of them.

import { median, sum } from '#core/base/statistics/statistics.ts';
import { plannedValue } from '#core/planning/plan/planned-value.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { planProducts } from '#workers/model/plan/plan-products.ts';
import { rankArticles } from '#workers/model/shortlist/rank-articles.ts';
import { learnShop, rankInput } from './demo-articles.ts';

const ARTICLES = 5000;
const MOST_SECONDS = 10;
const REPEATS = 3;
/** Articles that are planned in full, which takes longer. */
const PLANNED = 400;
const LEAST_WORTH = 0.98;

/** Prints the seconds and how near the order is; returns the missed targets. */
export async function speed(): Promise<readonly string[]> {
  const engine = await openNodeEngine();
  const learnt = await learnShop(1, { engine, articleCount: ARTICLES });
  // Full plans know no minimum orders of single products.
  const articles = learnt.articles.map((article) => ({
    ...article,
    offers: [{ ...article.offers[0], minimumOrder: null, packSize: null }] as const,
  }));
  const input = { ...rankInput({ ...learnt, articles }, engine), shrinkage: null };
  const seconds: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const started = performance.now();
    await rankArticles(input);
    seconds.push((performance.now() - started) / 1000);
  }
  const some = articles.slice(0, PLANNED);
  const { articles: ranked } = await rankArticles({ ...input, articles: some });
  const { plans, objective } = await planProducts({ ...input, products: some });
  engine.dispose();
  const worth = new Map(plans.map((plan) => [plan.product.id, plannedValue(plan, objective)]));
  const places = new Map(plans.map(({ product }, place) => [product.id, place]));
  const fifth = PLANNED / 5;
  const worthOf = (ids: readonly string[]) => sum(ids.slice(0, fifth).map((id) => worth.get(id)!));
  const order = ranked.map(({ articleId }) => articleId);
  const kept = worthOf(order) / worthOf(plans.map(({ product }) => product.id));
  const taken = median(seconds);
  console.log(
    `  ${ARTICLES} articles: ${seconds.map((each) => each.toFixed(1)).join(', ')} s; the best fifth is worth ${(100 * kept).toFixed(1)}% of that of full plans; rank correlation ${rankCorrelation(order.map((id) => places.get(id)!)).toFixed(3)}`,
  );
  return [
    ...(taken <= MOST_SECONDS ? [] : [`speed: ${taken.toFixed(1)} s, at most ${MOST_SECONDS} s`]),
    ...(kept >= LEAST_WORTH ? [] : [`speed: the best fifth is worth ${kept.toFixed(3)} of theirs`]),
  ];
}

/** Spearman's, of places given in another order. */
function rankCorrelation(places: readonly number[]): number {
  const count = places.length;
  const squares = sum(places.map((place, i) => (place - i) ** 2));
  return 1 - (6 * squares) / (count * (count ** 2 - 1));
}
