// Plays two years of a shop whose truth is known, through the app's own jobs. It learns the first year, plans and
// adopts the new products of the next, records results, learns again and plans again.

import { dayFromCalendar } from '#core/base/dates.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import { resultFacts } from '#core/ledger/entries/result.ts';
import {
  actualOf,
  freezePlan,
  withResult,
  type AdoptedPlan,
} from '#core/ledger/entries/adopted-plan.ts';
import { promisesOf, type CoverageSoFar } from '#core/ledger/entries/promise-record.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import type { EngineSession } from '#learning/session.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { adoptPlans, changeLedger, loadLedger } from '#storage/plan/ledger.ts';
import { useModel } from '#storage/model/models.ts';
import { addProducts, removeProduct } from '#storage/data/products.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { loadTrainingReport } from '#storage/model/trainings.ts';
import { planLaunches } from '#workers/model/plan/plan-launches.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { jobFor } from './csv-file.ts';
import { drawLaunch, generateShop, type DemoShop } from './demo-shop/generator.ts';
import { profitOfHabit } from './demo-shop/judge.ts';
import { expectedOutcome, type ShopAction } from './demo-shop/truth.ts';
import { drawProduct, stream, type ShopProduct } from './demo-shop/world.ts';
import { modelHost } from './model-host.ts';
import { shopProducts, shopTable } from './shop-table.ts';
import { noSource } from './source.ts';

interface Asked {
  readonly seed: number;
  readonly productsAYear: number;
  readonly engine: EngineSession;
}

export interface TwoYears {
  /** Coverage of the forecasts of both years. */
  readonly coverage: readonly CoverageSoFar[];
  /** True expected profit per launch above the baseline policy, for each year. */
  readonly value: readonly number[];
  /** The same for the second year's products, planned by the first year's model. */
  readonly valueWithoutLearning: number;
}

/** Launches of a history of three years; only the first year's third is used. */
const HISTORY = 600;
const FIRST_YEAR = 2023;

/** Plays both years. The database has to be empty. */
export async function liveTwoYears({ seed, productsAYear, engine }: Asked): Promise<TwoYears> {
  const shop = generateShop({ seed, launches: HISTORY, newProducts: 0 });
  const datasetId = await storeFirstYear(shop);
  const host = modelHost(() => engine);
  const value: number[] = [];
  let valueWithoutLearning = NaN;
  for (const year of [FIRST_YEAR + 1, FIRST_YEAR + 2]) {
    const before = await loadTrainingReport(datasetId);
    const settings = { ...AUTOMATIC_SETTINGS, searchSeconds: 2 };
    await trainModel({ datasetId, compute: 'wasm', settings }, jobFor(), host);
    const inUse = (await loadTrainingReport(datasetId))!;
    const random = stream(seed, year);
    const products = Array.from({ length: productsAYear }, (_, i) =>
      drawProduct(random, { trade: shop.world.trade, id: `N${year}-${i}` }),
    );
    await addProducts(datasetId, () => shopProducts({ ...shop, newProducts: products }));
    const plan = () => {
      const earliestDay = dayFromCalendar(year, 1, 1);
      const request = { datasetId, compute: 'wasm' as const, earliestDay, aim: USUAL_AIM };
      return planLaunches(request, jobFor(), host);
    };
    if (before) {
      await useModel(datasetId, before.modelId);
      valueWithoutLearning = trueValue(shop, products, await plan());
      await useModel(datasetId, inUse.modelId);
    }
    const ranking = await plan();
    value.push(trueValue(shop, products, ranking));
    await adoptAll(ranking, { shop, products, year, random });
    for (const { id } of products) await removeProduct(datasetId, id);
  }
  const { coverage } = promisesOf(await loadLedger(datasetId));
  return { coverage, value, valueWithoutLearning };
}

async function storeFirstYear(shop: DemoShop): Promise<number> {
  await saveSetting('usesLanguageModel', false);
  const end = dayFromCalendar(FIRST_YEAR + 1, 1, 1);
  const launches = shop.launches.filter(({ action }) => action.launchDay < end);
  const counts = { rowsRead: launches.length, rowsUsed: launches.length, rowsSetAside: 0 };
  const mapping = { fields: {}, attributes: ['material'] };
  const { datasetId } = await saveDataset({
    ...{ sample: null, importedAt: 1, ...noSource() },
    report: { name: 'Demo shop', mapping, issues: [], ...counts },
    table: shopTable({ ...shop, launches }),
  });
  return datasetId;
}

function trueValue(
  { world }: DemoShop,
  products: readonly ShopProduct[],
  { plans }: Ranking,
): number {
  return mean(
    products.map((product) => {
      const plan = plans.find((each) => each.product.id === product.id)!;
      const { profit } = expectedOutcome(world, product, actionOf(plan));
      return profit - profitOfHabit(world, product);
    }),
  );
}

interface Season {
  readonly shop: DemoShop;
  readonly products: readonly ShopProduct[];
  readonly year: number;
  readonly random: ReturnType<typeof stream>;
}

async function adoptAll(ranking: Ranking, { shop, products, year, random }: Season): Promise<void> {
  const { datasetId } = ranking;
  const report = (await loadTrainingReport(datasetId))!;
  const changed: AdoptedPlan[] = [];
  for (const product of products) {
    const plan = ranking.plans.find((each) => each.product.id === product.id)!;
    const frozen = freezePlan(plan, ranking, { report, adoptedAt: year });
    const [entry] = (await adoptPlans(datasetId, [frozen])).entries as [AdoptedPlan];
    const { outcome } = drawLaunch(random, shop.world, { product, action: actionOf(entry) });
    changed.push(settled(entry, outcome));
  }
  await changeLedger(datasetId, () => ({ changed }));
}

function actionOf({ action }: Pick<AdoptedPlan, 'action'>): ShopAction {
  const { launchDay, channel, promotion, priceFactor, adSpend } = action;
  return { launchDay, channel, promotion, priceFactor, adSpend } as ShopAction;
}

/** Returns the adopted plan with its result: the demand that the stock could serve. */
function settled(entry: AdoptedPlan, outcome: ReturnType<typeof drawLaunch>['outcome']) {
  const { stockUnits } = entry.action;
  const units = Math.min(stockUnits, outcome.units);
  const share = outcome.units > 0 ? units / outcome.units : 1;
  const facts = resultFacts({
    ...{ units, firstStock: stockUnits, impressions: outcome.impressions, clicks: outcome.clicks },
    orders: Math.round(outcome.orders * share),
    revenue: outcome.revenue * share,
  });
  const today = entry.action.launchDay + entry.horizonDays;
  return withResult(entry, actualOf(entry, facts, { today, recordedAt: 1, source: null }));
}
