// @module-tag training
// @module-tag whole
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productOfArticle, type Article } from '#core/launch/article.ts';
import type { SupplierOffer } from '#core/launch/supplier-offer.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { canBeChosen } from '#core/planning/suppliers/shortlist.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { rankArticles, type RankInput } from '#workers/model/shortlist/rank-articles.ts';
import { expectNoTensorLeak } from '../../../learning/support.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { EARLIEST_DAY, plan, spaceOf } from '../../../support/planning.ts';
import { shopProducts, shopTable } from '../../../support/shop-table.ts';

const shop = generateShop({ seed: 2, launches: 300, newProducts: 40 });
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

function article(
  index: number,
  changed: Partial<Article> = {},
  offer: Partial<SupplierOffer> = {},
) {
  const product = { ...products[index]!, ...changed };
  const { id: sku, unitCost } = product;
  const terms = { minimumOrder: null, packSize: null, leadTimeDays: null };
  const own: SupplierOffer = { supplier: 'A', sku, unitCost, ...terms, ...offer };
  return { ...product, offers: [own], variants: [] } satisfies Article;
}

function rank(articles: readonly Article[], changed: Partial<RankInput> = {}) {
  return rankArticles({
    ...{ model, table, articles, engine, earliestDay: EARLIEST_DAY, aim: USUAL_AIM },
    ...{ space: spaceOf({ model, table }), shrinkage: null, onProduct: () => Promise.resolve() },
    ...changed,
  });
}

const all = products.map((_, i) => article(i));

describe('ranking articles', () => {
  it('puts those first that full plans put first', async () => {
    const { articles, objective } = await rank(all);
    expect(objective).toBe('profit');
    const { plans } = await plan({ model, table, engine }, products);
    const place = new Map(plans.map(({ product }, i) => [product.id, i]));
    const top = articles.slice(0, 10).map(({ articleId }) => place.get(articleId)!);
    expect(top.filter((at) => at < 10).length).toBeGreaterThanOrEqual(8);
  });

  it('gives the same whatever the order of the list, and keeps no tensors', async () => {
    const given = await rank(all);
    await expectNoTensorLeak(async () => {
      const { articles } = await rank(all.toReversed());
      const sorted = (list: typeof articles) =>
        list.toSorted((a, b) => (a.articleId < b.articleId ? -1 : 1));
      expect(sorted(articles)).toEqual(sorted(given.articles));
    });
  });

  it('refuses what the shop knows nothing of, without a forecast', async () => {
    const { articles } = await rank([
      article(0, { id: 'far', title: 'Xqz', category: 'Boats', brand: '', attributes: {} }),
      article(1, { id: 'dear', listPrice: 1e6, unitCost: 10 }),
    ]);
    for (const each of articles) {
      expect(each.verdict).toBe('outside');
      expect(each).toMatchObject({ options: [], units: null, profit: null, loss: null });
      expect(canBeChosen(each)).toBe(false);
    }
  });

  it('blames a minimum that is above any sensible stock', async () => {
    const { articles } = await rank([article(0, {}, { minimumOrder: 1_000_000 })]);
    expect(articles[0]!.verdict).toBe('minimum-too-high');
    expect(articles[0]!.options[0]!.stockUnits).toBe(1_000_000);
  });

  it('launches nothing before it can be there', async () => {
    const leadTimeDays = 200;
    const { articles } = await rank([
      article(0, {}, { leadTimeDays }),
      article(1, {}, { leadTimeDays: 400 }),
    ]);
    const [late, later] = [products[0]!.id, products[1]!.id].map((id) =>
      articles.find(({ articleId }) => articleId === id)!,
    );
    for (const { launchDay } of late!.options)
      expect(launchDay).toBeGreaterThanOrEqual(EARLIEST_DAY + leadTimeDays);
    expect(later!.verdict).toBe('too-late');
  });

  it('takes what is usual where the list names no price and no cost', async () => {
    const { articles } = await rank([article(0, { listPrice: null, unitCost: null })]);
    expect(Number.isFinite(articles[0]!.options[0]!.value)).toBe(true);
    expect(articles[0]!.options[0]!.outlay).not.toBeNull();
  });
});

describe('a plan for an article', () => {
  it('keeps the minimum, the pack and the lead time of its offer', async () => {
    const offer = { minimumOrder: 300, packSize: 24, leadTimeDays: 90 };
    const given = [0, 1, 2].map((i) => productOfArticle(article(i, {}, offer)));
    const { plans } = await plan({ model, table, engine }, given);
    for (const { action } of plans) {
      expect(action.stockUnits % 24).toBe(0);
      expect(action.stockUnits).toBeGreaterThanOrEqual(300);
      expect(action.launchDay).toBeGreaterThanOrEqual(EARLIEST_DAY + 90);
    }
  });
});
