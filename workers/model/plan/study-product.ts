// Forecasts one product in every week, at every price and ad spend, on one channel with one promotion.

import type { Day } from '#core/base/dates.ts';
import { borrowsSeason } from '#core/demand/series/category-demand.ts';
import {
  deriveActionSpace,
  usualCostShares,
  usualListPrices,
  type ActionSpace,
} from '#core/model/features/action-space.ts';
import { assumedCostShare, type Aim } from '#core/planning/plan/aim.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { economicsOf } from '#core/planning/economics/economics.ts';
import { countedTerms } from '#core/planning/economics/unit-terms.ts';
import { HORIZON_DAYS, type LaunchTable } from '#core/launch/launch-table.ts';
import { WEEKS } from '#core/launch/weekly-headers.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { triedMiddles } from '#core/planning/search/promise-kind.ts';
import {
  experienceOf,
  precedentsInSeason,
  supportOf,
  triedOffers,
} from '#core/planning/search/support.ts';
import type {
  PlanStudy,
  Precedents,
  StudiedOffer,
  StudyEconomics,
} from '#core/planning/what-if/plan-study.ts';
import { isPriceIdentified } from '#core/model/features/price-identifiability.ts';
import { proposableGrid, studyPrices, studySpends } from '#core/planning/what-if/study-grid.ts';
import { earlyNoise } from '#core/model/outcomes/early-noise.ts';
import { curveOf, fitWeeklyCurves, type WeeklyCurves } from '#core/model/outcomes/weekly-curve.ts';
import { SEEN_WEEKS } from '#core/planning/try/early-pace.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { encodeNewProducts, encodePlanned, type PlannedAction } from '../predict/encode-plans.ts';
import { expectReturns } from './expect-returns.ts';
import { productTerms } from '#core/planning/plan/stock-terms.ts';
import { predictActions } from '../predict/predict-actions.ts';

const WEEK_DAYS = 7;

interface StudyInput extends StudiedOffer {
  readonly model: TrainedModel;
  readonly table: LaunchTable;
  readonly product: NewProduct;
  readonly earliestDay: Day;
  readonly aim: Aim;
  /** Days over which outcomes are forecast; absent: HORIZON_DAYS. */
  readonly horizonDays?: number | undefined;
  readonly engine: EngineSession;
}

/**
 * Forecasts a product on one channel with one promotion. `logUnits` and `returnRates` are [weeks × prices × ad spends].
 */
export async function studyProduct(input: StudyInput): Promise<PlanStudy> {
  const { model, table, product, engine } = input;
  const stock = productTerms(product, input.aim.stock);
  const firstDay = input.earliestDay + stock.leadTimeDays;
  const { basis } = model.encoding;
  const isBorrowing = borrowsSeason(basis.demand, product.category);
  const known = isBorrowing ? basis : { ...basis, demand: undefined };
  const space = deriveActionSpace(table, known, firstDay);
  const grid = {
    weeks: space.weeks,
    ...studyPrices(table, space),
    adSpends: studySpends(table, space),
  };
  const economics = studyEconomics(input, space);
  const actions = actionsOf(grid, { ...input, depth: economics.depth });
  const x = encodeNewProducts(model, table, [product]);
  const phi = encodePlanned(model, actions.length, (i) => actions[i]!);
  const logUnits = await predictActions(model, { product, x, phi, count: actions.length }, engine);
  const { returnRates } = expectReturns(model, { product, x, phi });
  const terms = countedTerms(input.aim, model.encoding.heads, input.horizonDays);
  const curves = fitWeeklyCurves(table);
  const { channel, promotion } = input;
  return {
    offer: { channel, promotion },
    triedOffers: triedOffers(experienceOf(table, space)),
    precedents: precedentsOf(input, space),
    ...grid,
    logUnits: Float32Array.from(logUnits),
    returnRates: returnRates && Float32Array.from(returnRates),
    spread: demandSpread(model.residuals, model.rangeWidth),
    economics,
    proposable: proposableGrid(space, economics.depth),
    stock,
    ...(terms && { unitTerms: terms }),
    priceIsTold: isPriceIdentified(table),
    priceIsChosen: space.priceFactors.length > 1,
    salesCurve: curves && curveOf(curves, product.category),
    earlyNoise: curves && noiseOf(table, curves, input.horizonDays),
  };
}

function precedentsOf(
  { table, product: { category }, channel, promotion }: StudyInput,
  { weeks, promotions }: ActionSpace,
): Precedents {
  const offer = { channel, promotion };
  return {
    support: supportOf(table, category, offer),
    inSeason: weeks.map((launchDay) =>
      precedentsInSeason(table, category, { ...offer, launchDay }),
    ),
    middle: triedMiddles(table, promotions)(category),
  };
}

/** The horizon is taken in whole weeks, twelve at most. */
function noiseOf(table: LaunchTable, curves: WeeklyCurves, horizonDays = HORIZON_DAYS) {
  const until = Math.min(WEEKS, Math.floor(horizonDays / WEEK_DAYS));
  return until <= SEEN_WEEKS ? null : earlyNoise(table, curves, { after: SEEN_WEEKS, until });
}

/** Returns the actions in the order of the study: by week, then price, then ad spend. */
function actionsOf(
  { weeks, priceFactors, adSpends }: Pick<PlanStudy, 'weeks' | 'priceFactors' | 'adSpends'>,
  { channel, promotion, depth }: StudiedOffer & Pick<StudyEconomics, 'depth'>,
): PlannedAction[] {
  const offer = { channel: channel ?? '', promotion: promotion ?? '' };
  const spends = adSpends.length > 0 ? [...adSpends] : [NaN];
  return weeks.flatMap((day) =>
    [...priceFactors].flatMap((factor) =>
      spends.map((adSpend) => ({ ...offer, day, priceRatio: factor * (1 - depth), adSpend })),
    ),
  );
}

function studyEconomics(
  { table, product, aim, channel, promotion }: StudyInput,
  { channels, promotions }: ActionSpace,
): StudyEconomics {
  const { listPrice, unitCost } = economicsOf(product, {
    listPrices: usualListPrices(table),
    costShares: usualCostShares(table),
    assumedCostShare: assumedCostShare(aim),
  });
  return {
    listPrice,
    unitCost,
    fee: channels.find(({ name }) => name === channel)?.fee ?? 0,
    depth: promotions.find(({ name }) => name === promotion)?.depth ?? 0,
  };
}
