// Articles of the demo shop, whose truth is known: a list of new products as suppliers would offer them.

import type { Article } from '#core/launch/article.ts';
import { lastLaunchDay, type LaunchTable } from '#core/launch/launch-table.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { TrainingEvidence } from '#core/evaluation/scorecard/training-evidence.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitWithEvidence } from '#workers/headless/fit-in-node.ts';
import { NamesInNode } from '#workers/headless/names-in-node.ts';
import { readAsApp } from '#workers/headless/read-as-app.ts';
import type { RankInput } from '#workers/model/shortlist/rank-articles.ts';
import { generateShop, type DemoShop } from '../../support/demo-shop/generator.ts';
import { shopProducts, shopTable } from '../../support/shop-table.ts';

const MARKET = 'US';
/** Minimum orders and packs, given in turn. */
const MINIMUMS = [null, 20, 50, 100];
const PACKS = [null, 6, 12];

export interface LearntShop {
  readonly shop: DemoShop;
  readonly model: TrainedModel;
  readonly evidence: TrainingEvidence;
  readonly table: LaunchTable;
  readonly articles: readonly Article[];
}

/** Learns a demo shop as the app does, and reads the names of its articles. */
export async function learnShop(
  seed: number,
  { engine, articleCount }: { readonly engine: EngineSession; readonly articleCount: number },
): Promise<LearntShop> {
  const shop = generateShop({ seed, newProducts: articleCount });
  const products = shopProducts(shop);
  const language = new NamesInNode(engine);
  const moreTitles = products.map(({ title }) => title);
  const table = await readAsApp(shopTable(shop), { language, market: MARKET, moreTitles });
  const { model, evidence } = await fitWithEvidence(table, {
    engine,
    language,
    settings: { seed },
  });
  return { shop, model, evidence, table, articles: products.map(asArticle) };
}

/** Returns what ranking needs of a shop, from the day after its last launch. */
export function rankInput(
  { model, table, articles }: Pick<LearntShop, 'model' | 'table' | 'articles'>,
  engine: EngineSession,
): Omit<RankInput, 'shrinkage'> {
  const earliestDay = lastLaunchDay(table) + 1;
  return {
    ...{ model, table, articles, engine, earliestDay },
    space: deriveActionSpace(table, model.encoding.basis, earliestDay),
    ...{ aim: USUAL_AIM, market: MARKET },
    onProduct: () => Promise.resolve(),
  };
}

function asArticle(product: NewProduct, index: number): Article {
  const { id, unitCost } = product;
  const minimumOrder = MINIMUMS[index % MINIMUMS.length]!;
  const packSize = PACKS[index % PACKS.length]!;
  return {
    ...product,
    offers: [{ supplier: 'A', sku: id, unitCost, minimumOrder, packSize, leadTimeDays: null }],
    variants: [],
  };
}
