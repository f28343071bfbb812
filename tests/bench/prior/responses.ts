// How well forecasts of the demo shop's new products follow what each decision really does to their units.

import { mean } from '#core/base/statistics/statistics.ts';
import { productColumns } from '#core/launch/new-product.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { NamesInNode } from '#workers/headless/names-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { readAsApp } from '#workers/headless/read-as-app.ts';
import { encodeNewProducts, encodePlanned } from '#workers/model/predict/encode-plans.ts';
import { quickPredictions } from '#workers/model/predict/quick-predictions.ts';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { allActions } from '../../support/demo-shop/judge.ts';
import { expectedOutcome, type ShopAction } from '../../support/demo-shop/truth.ts';
import { shopProducts, shopTable } from '../../support/shop-table.ts';
import { readPrior } from './read-prior.ts';
import { openPrior, priorContext, quantileLog } from './transformer/prior.ts';

const SEEDS = [1, 2, 3];
const SIZES = [60, 200];
const PRODUCTS = 20;
/** Every so many actions are asked. */
const EVERY = 7;
const RIDGE_ALONE = { net: 0, ridge: 1, trees: 0, analogues: 0, median: 0 };
const ASPECTS = {
  'all decisions': (action: ShopAction) => JSON.stringify(action),
  weeks: ({ launchDay }: ShopAction) => String(launchDay),
  channels: ({ channel }: ShopAction) => channel,
  promotions: ({ promotion }: ShopAction) => promotion,
  prices: ({ priceFactor }: ShopAction) => String(priceFactor),
};

const ASPECT_NAMES = Object.keys(ASPECTS) as (keyof typeof ASPECTS)[];

/** Correlation of true and forecast ln(1 + units) over a product's actions, by what is decided. */
type Correlations = Record<keyof typeof ASPECTS, number>;

/** Compares ridge with the prior. Returns a miss where the prior follows decisions less well. */
export async function responses(): Promise<readonly string[]> {
  const missed: string[] = [];
  for (const launches of SIZES) {
    const shops: Record<'ridge' | 'prior', Correlations>[] = [];
    for (const seed of SEEDS) shops.push(await playShop(seed, launches));
    for (const by of ['ridge', 'prior'] as const)
      console.log(`${launches} launches, ${by}: ${told(shops.map((shop) => shop[by]))}`);
    const all = (by: 'ridge' | 'prior') => mean(shops.map((shop) => shop[by]['all decisions']));
    if (!(all('prior') >= all('ridge'))) missed.push(`decisions with ${launches} launches`);
  }
  return missed;
}

function told(shops: readonly Correlations[]): string {
  return ASPECT_NAMES.map(
    (name) => `${name} ${mean(shops.map((shop) => shop[name])).toFixed(2)}`,
  ).join(', ');
}

async function playShop(
  seed: number,
  launches: number,
): Promise<Record<'ridge' | 'prior', Correlations>> {
  const engine = await openNodeEngine();
  try {
    const shop = generateShop({ seed, launches, newProducts: PRODUCTS, locale: 'en' });
    const { trade } = shop.world;
    const products = shopProducts(shop);
    const language = new NamesInNode(engine);
    const moreTitles = products.map(({ title }) => title);
    const table = await readAsApp(shopTable(shop), { language, market: 'US', moreTitles });
    const model = await fitInNode(table, { engine, language, settings: { seed } });
    const actions = allActions(trade).filter((_, i) => i % EVERY === 0);
    const planned = actions.map(({ launchDay: day, channel, promotion, priceFactor, adSpend }) => {
      const { discount } = trade.promotions.find(({ name }) => name === promotion)!;
      return { day, channel, promotion, priceRatio: priceFactor * (1 - discount), adSpend };
    });
    const byRidge = await quickPredictions({
      ...{ model: { ...model, blend: RIDGE_ALONE }, products, engine, cells: actions.length },
      x: encodeNewProducts(model, table, products),
      phi: encodePlanned(model, actions.length, (i) => planned[i]!),
    });
    const ask = openPrior(readPrior(), priorContext(table, rowsByDate(table)));
    const columns = productColumns(products, Object.keys(table.attributes), table);
    const ridge: Correlations[] = [];
    const prior: Correlations[] = [];
    products.forEach((_, row) => {
      const truth = actions.map((action) =>
        Math.log1p(expectedOutcome(shop.world, shop.newProducts[row]!, action).units),
      );
      const asked = planned.map((action) => ({ row, action: { ...action, crowding: NaN } }));
      const logs = ask(columns, asked, { isFree: true }).map((units) => quantileLog(units, 0.5));
      ridge.push(correlationsOf(actions, truth, byRidge.logUnits[row]!));
      prior.push(correlationsOf(actions, truth, logs));
    });
    return { ridge: meansOf(ridge), prior: meansOf(prior) };
  } finally {
    engine.dispose();
  }
}

function meansOf(all: readonly Correlations[]): Correlations {
  return Object.fromEntries(
    ASPECT_NAMES.map((name) => [name, mean(all.map((each) => each[name]))]),
  ) as Correlations;
}

function correlationsOf(
  actions: readonly ShopAction[],
  truth: readonly number[],
  forecast: ArrayLike<number>,
): Correlations {
  return Object.fromEntries(
    Object.entries(ASPECTS).map(([name, keyOf]) => {
      const groups = new Map<string, number[]>();
      actions.forEach((action, i) =>
        groups.set(keyOf(action), [...(groups.get(keyOf(action)) ?? []), i]),
      );
      const meanBy = (values: ArrayLike<number>) =>
        [...groups.values()].map((group) => mean(group.map((i) => values[i]!)));
      return [name, correlation(meanBy(truth), meanBy(forecast))];
    }),
  ) as Correlations;
}

/** Returns Pearson's correlation; 0 where one of them is the same everywhere. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = mean(a.map((value, i) => (value - meanA) * (b[i]! - meanB)));
  const square =
    mean(a.map((value) => (value - meanA) ** 2)) * mean(b.map((value) => (value - meanB) ** 2));
  return square > 0 ? product / Math.sqrt(square) : 0;
}
