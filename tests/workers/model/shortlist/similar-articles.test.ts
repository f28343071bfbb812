// @module-tag training
// @module-tag whole
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Article } from '#core/launch/article.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { USUAL_COMPETITION } from '#core/season/similarity/estimate-competition.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { similarArticles } from '#workers/model/shortlist/similar-articles.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { article, option, ranked } from '../../../support/shortlist.ts';
import { shopProducts, shopTable } from '../../../support/shop-table.ts';

const shop = generateShop({ seed: 2, launches: 120, newProducts: 12 });
const products = shopProducts(shop);
let engine: EngineSession;
let table: LaunchTable;
let model: TrainedModel;
beforeAll(async () => {
  engine = await openNodeEngine();
  table = shopTable(shop);
  model = await fitInNode(table, { engine, settings: { seed: 1, searchSeconds: 0 } });
});
afterAll(() => engine.dispose());

const listed = products.map((product) => article(product.id, { ...product }));
const twin = { ...listed[0]!, id: 'twin' };

function pairsOf(articles: readonly Article[], barred: readonly string[] = []) {
  const pause = vi.fn(() => Promise.resolve());
  const inOrder = articles.map(({ id }) => ({
    ...ranked(id, [option()]),
    ...(barred.includes(id) && { verdict: 'loses-money' as const }),
  }));
  const competition = USUAL_COMPETITION;
  const found = similarArticles({ model, table, articles, ranked: inOrder, competition, pause });
  return { found, pause };
}

describe('similar articles', () => {
  it('are pairs of which each takes buyers from the other, the most similar first', async () => {
    const { found, pause } = pairsOf([...listed, twin]);
    const [first, ...others] = await found;
    expect([first!.first, first!.second].sort()).toEqual([twin.id, listed[0]!.id].sort());
    expect(first!.similarity).toBeCloseTo(1, 6);
    for (const { similarity, lostShare } of [first!, ...others]) {
      expect(similarity).toBeLessThanOrEqual(first!.similarity);
      // Launches of the same four weeks are apart, so less is lost than in one week.
      const atOnce = 1 - Math.exp(-similarity * USUAL_COMPETITION.later);
      expect(lostShare).toBeGreaterThan(0);
      expect(lostShare).toBeLessThan(atOnce);
    }
    expect(pause).toHaveBeenCalled();
  });

  it('are only those that can be chosen', async () => {
    const ids = (await pairsOf([...listed, twin], [twin.id]).found).flatMap((pair) => [
      pair.first,
      pair.second,
    ]);
    expect(ids).not.toContain(twin.id);
    expect(await pairsOf([]).found).toEqual([]);
    expect(
      await pairsOf(
        listed,
        listed.map(({ id }) => id),
      ).found,
    ).toEqual([]);
  });
});
