import { localDay } from '#core/base/dates.ts';
import { AppError } from '#core/base/errors.ts';
import {
  deriveActionSpace,
  usualCostShares,
  usualListPrices,
} from '#core/model/features/action-space.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import { fitWeeklyCurves } from '#core/model/outcomes/weekly-curve.ts';
import { cashTermsOf } from '#core/planning/plan/cash-terms.ts';
import { marketEvents } from '#core/launch/events/market-events.ts';
import { plannedEvents } from '#core/launch/events/product-fits.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import { HORIZON_DAYS, type LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { unlaunchedProducts } from '#core/ledger/entries/launched-products.ts';
import { settledEntries } from '#core/ledger/entries/promise-outcome.ts';
import { withBrought } from '#core/season/offers/brought-value.ts';
import type { ProductOffers } from '#core/season/offers/season-offers.ts';
import type { Job } from '#protocol/job.ts';
import type { PlanRequest } from '#protocol/model-requests.ts';
import { loadDemand, nichesKey, type StoredDemand } from '#storage/data/demand.ts';
import { loadOrderStudy, ordersKey } from '#storage/data/order-studies.ts';
import { loadLedger } from '#storage/plan/ledger.ts';
import { loadOffers } from '#storage/plan/seasons.ts';
import { loadEvidence } from '#storage/model/trainings.ts';
import { saveRanking } from '#storage/plan/plans.ts';
import { loadPlanning, openPlanning } from '../inputs/load-planning.ts';
import { nichesOf } from '../inputs/niches-of.ts';
import { stoppable } from '#workers/runtime/breathe.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { planProductsAndWeeks, type Planned } from './plan-products.ts';
import { seasonBeside } from './season-offers.ts';
import { planningJournal } from '../members/stored-journal.ts';

/**
 * Plans the new products that have not launched yet with the stored model. Stores a ranking with one plan per product,
 * and their offers. Throws AppError dataset-missing, model-missing or no-products where one of them is not stored, and
 * backend-unavailable.
 */
export async function planLaunches(
  { datasetId, compute, earliestDay, aim }: PlanRequest,
  job: Job,
  host: ModelHost,
): Promise<Ranking> {
  const [all, ledger, demand, orders] = await Promise.all([
    loadPlanning({ datasetId }),
    loadLedger(datasetId),
    loadDemand(datasetId),
    loadOrderStudy(datasetId),
  ]);
  const products = unlaunchedProducts(all.products, ledger, localDay(Date.now()));
  const stored = { ...all, products };
  const { dataset, history, model } = stored;
  if (products.length === 0) throw new AppError('no-products', 'expected new products, got none');
  const { engine, events, table } = await openPlanning(stored, { compute, job, host });
  const lacksEmbeddings = model.report.reading === 'embeddings' && !table.embeddings;
  const pause = stoppable(() => host.pause(), job.signal);
  const horizonDays = dataset.recipe?.horizonDays ?? HORIZON_DAYS;
  const firstDay = earliestDay + aim.stock.leadTimeDays;
  const space = deriveActionSpace(history, model.encoding.basis, firstDay);
  const { planned, offers } = await planProductsAndWeeks({
    ...{ model, table, products, space, aim, engine, horizonDays },
    market: events.market,
    niches: nichesOf(demand, [...history.category, ...products.map(({ category }) => category)]),
    currency: dataset.currency,
    settled: settledEntries(ledger),
    resume: {
      journal: planningJournal(datasetId),
      madeOf: () => [
        ...[host.code, model.report, space, events, engine.choice.name, history],
        ...(model.encoding.encoder.looks ? [[...(table.looks ?? [])]] : []),
      ],
    },
    onProduct: async (done) => {
      job.report({ phase: 'plan', done, total: products.length });
      await pause();
    },
  });
  const { market, editsByTitle } = events;
  const ranking: Ranking = {
    datasetId,
    modelId: model.report.modelId,
    plannedAt: Date.now(),
    earliestDay,
    horizonDays,
    ...(lacksEmbeddings && { lacksEmbeddings }),
    ...keysOf(demand, orders),
    ...(market && {
      events: plannedEvents(products, marketEvents(market, table.embeddings), editsByTitle),
    }),
    ...planned,
  };
  const ranked = inOrderOfPlans(planned, { products, offers: offers.products });
  const known = await loadOffers(datasetId);
  const { modelId, plannedAt } = ranking;
  const evidence = await loadEvidence(modelId);
  const beside = await seasonBeside({
    ...{ model, table, pause },
    products: ranked.products,
    heldOut: evidence.heldOut,
    competition: known?.modelId === modelId ? known.competition : null,
    arms: known?.modelId === modelId ? known.arms : null,
  });
  await saveRanking(ranking, {
    ...{ datasetId, modelId, plannedAt, ...offers },
    ...{ ...beside, products: bringing(ranked.offers, { orders, shop: offers, history }) },
    cash: { terms: cashTermsOf(aim), horizonDays, curves: fitWeeklyCurves(table) },
  });
  return ranking;
}

/** Returns what marks the niches and orders that plans rest on. */
function keysOf(
  demand: StoredDemand,
  orders: OrderStudy | null,
): Pick<Ranking, 'nichesKey' | 'ordersKey'> {
  const niches = nichesKey(demand);
  const read = ordersKey(orders);
  return {
    ...(niches !== null && { nichesKey: niches }),
    ...(read !== null && { ordersKey: read }),
  };
}

interface Shop {
  readonly orders: OrderStudy | null;
  readonly shop: Parameters<typeof withBrought>[2]['shop'];
  readonly history: LaunchTable;
}

/** Adds what launches bring other products, where orders show it. */
function bringing(
  offers: readonly ProductOffers[],
  { orders, shop, history }: Shop,
): readonly ProductOffers[] {
  if (!orders) return offers;
  const usual = { listPrices: usualListPrices(history), costShares: usualCostShares(history) };
  return withBrought(offers, orders.associations, { shop, usual });
}

/**
 * Orders products and offers by their plans, the most promising first: a calendar that cannot compare them all takes
 * the first.
 */
function inOrderOfPlans(
  { plans }: Planned,
  given: { readonly products: readonly NewProduct[]; readonly offers: readonly ProductOffers[] },
) {
  const places = new Map(given.products.map(({ id }, place) => [id, place]));
  const order = plans.map(({ product }) => places.get(product.id)!);
  return {
    products: order.map((place) => given.products[place]!),
    offers: order.map((place) => given.offers[place]!),
  };
}
