// Finds which of the most promising articles take buyers from each other.

import type { Article } from '#core/launch/article.ts';
import { productColumns } from '#core/launch/new-product.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { encodeLaunches } from '#core/model/features/encode-launches.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import {
  canBeChosen,
  type RankedArticle,
  type SimilarArticles,
} from '#core/planning/suppliers/shortlist.ts';
import { lostShares, type Competition } from '#core/season/offers/competition.ts';
import { productSimilarity, raritiesOf } from '#core/season/similarity/product-similarity.ts';
import { similarPairs } from '#core/season/similarity/similar-pairs.ts';
import { encodeNewProducts } from '../predict/encode-plans.ts';

/** Most promising articles that are compared; the others are hardly chosen. */
const MOST_COMPARED = 400;
/** Older launches tell little of how rare a word is today. */
const NEWEST_LAUNCHES = 3000;
/** Mean number of days between two launches within the same four weeks. */
const DAYS_APART = 9;

interface Compared {
  readonly model: TrainedModel;
  readonly table: LaunchTable;
  readonly articles: readonly Article[];
  /** Most promising first. */
  readonly ranked: readonly RankedArticle[];
  readonly competition: Competition;
  readonly pause: () => Promise<void>;
}

/** Returns similar pairs of articles, most similar first. */
export async function similarArticles({
  model,
  table,
  articles,
  ranked,
  competition,
  pause,
}: Compared): Promise<SimilarArticles[]> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const promising = ranked
    .filter(canBeChosen)
    .slice(0, MOST_COMPARED)
    .map(({ articleId }) => byId.get(articleId)!);
  const { encoder } = model.encoding;
  const rows = rowsByDate(table).slice(-NEWEST_LAUNCHES);
  const { x } = encodeLaunches(model.encoding, table, rows);
  const similarity = productSimilarity({
    columns: productColumns(promising, Object.keys(table.attributes), table),
    ...{ encoder, rarities: raritiesOf(encoder, x, rows.length) },
    rows: Array.from(promising.keys()),
    x: encodeNewProducts(model, table, promising),
  });
  const work = similarPairs(promising.length, similarity);
  for (;;) {
    const { done, value } = work.next();
    if (done)
      return value.map(({ first, second, likeness }) => ({
        ...{ first: promising[first]!.id, second: promising[second]!.id, similarity: likeness },
        lostShare: lostShares(competition, likeness, DAYS_APART).second,
      }));
    await pause();
  }
}
