// Assembles the plan of a product: each way to launch with its forecast, the usual approach for comparison, and the
// verdict.

import { inCents } from '../plan/tag-price.ts';
import { kindBeside } from './alternatives.ts';
import type { ExpectedRating } from '#core/model/blend/rating-range.ts';
import { cellAt, type ActionSpace, type Cell } from '#core/model/features/action-space.ts';
import type { BestCells } from './best-cells.ts';
import { expectedOfCell, offerOfCell, stockOf, type Economy } from '../economics/economics.ts';
import { profitParts } from '../economics/profit-parts.ts';
import { forecast } from '../economics/forecast.ts';
import { gainOf } from './gain-over-usual.ts';
import { funnelOf, type FunnelRates } from '../plan/funnel.ts';
import type {
  LaunchAction,
  LaunchPlan,
  PassedOver,
  PlannedLaunch,
  UsualPractice,
} from '../plan/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { verdictOf } from '../plan/launch-verdict.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { OfferCandidate, OfferChoice } from './offer-choice.ts';
import { passedOver } from './passed-over.ts';
import { productNotes } from './product-notes.ts';
import { promiseKind, type TriedMiddle } from './promise-kind.ts';
import { plannedValue } from '../plan/planned-value.ts';
import { sensitivityOf } from './sensitivity.ts';
import { precedentsInSeason, supportOf } from './support.ts';
import { knownMoney } from '../plan/unit-money.ts';

/** Predictions about a decision beyond units; null where the history does not have them. */
export interface ExpectedBeside {
  readonly rates: FunnelRates | null;
  readonly returnRate: number | null;
  readonly rating: ExpectedRating | null;
}

/** One way to launch, with all choices made. */
export type Decision = OfferChoice<OfferCandidate & ExpectedBeside>;

interface ProductPlanInput {
  readonly product: NewProduct;
  readonly space: ActionSpace;
  readonly table: LaunchTable;
  readonly economy: Economy;
  readonly unitsPerOrder: number;
  /** The best first, or the usual one. */
  readonly decisions: readonly Decision[];
  /** Whether the first is the usual one, because none is clearly better. */
  readonly isAsUsual: boolean;
  /** Value that unlawful offers would add; 0: none. */
  readonly lawfulCost?: number;
  /** Share of its value that a launch keeps after waiting, by week. */
  readonly keptShares: ArrayLike<number>;
  /** By cell of a week: positive where such products never had the offer. */
  readonly doubts: ArrayLike<number>;
  /** Usual range of prices and ad spends of such products. */
  readonly middle: TriedMiddle;
  /** Best cells of each week and channel, at the ad spend of the best decision. */
  readonly best: BestCells;
  readonly usual: UsualPractice;
}

/** Returns the plan of one product. */
export function planProduct(input: ProductPlanInput): LaunchPlan {
  const { product, table, economy, decisions, usual, lawfulCost = 0 } = input;
  const { offers, economics } = economy;
  const canEarn = offers.some(({ margin }) => Number.isNaN(margin) || margin > 0);
  const [first, ...others] = decisions.map((decision) => plannedLaunch(input, decision));
  const value = plannedValue(first!, economy.objective);
  const surface = surfaceOf(input, value);
  const higher = higherPlace(input, surface, value);
  return {
    ...first!,
    product,
    ...(Number.isNaN(economics.unitCost) ? {} : { unitCost: economics.unitCost }),
    alternatives: others.map((launch) => ({
      ...launch,
      kind: kindBeside(first!.action, launch.action),
    })),
    usual,
    verdict: verdictOf(first!, canEarn),
    ...(input.isAsUsual ? { isAsUsual: true } : {}),
    ...(lawfulCost > 0 ? { lawfulCost } : {}),
    notes: productNotes(product, table, {
      economics,
      canEarn,
      units: first!.outcome.units.expected,
    }),
    ...(higher ? { passedOver: higher } : {}),
    surface,
  };
}

function plannedLaunch(input: ProductPlanInput, decision: Decision): PlannedLaunch {
  const { space, table, economy, product, unitsPerOrder, usual } = input;
  const { offer, stock } = decision;
  const { logUnits, money, rates, returnRate, rating } = offer;
  const action = actionOf(input, cellAt(space, offer.index), decision);
  const units = Math.max(0, Math.expm1(logUnits));
  const support = supportOf(table, product.category, action);
  const launched = { logUnits, money, stock };
  const sensitivity = sensitivityOf(economy, launched, plannedValue(usual, economy.objective));
  const forecasted = forecast(economy.spread, launched);
  const gain = gainOf(economy, { ...launched, ...forecasted }, usual);
  return {
    action,
    ...forecasted,
    funnel: rates && funnelOf(units, rates, unitsPerOrder),
    support,
    promise: promiseKind(action, {
      support,
      inSeason: precedentsInSeason(table, product.category, action),
      middle: input.middle,
    }),
    ...(sensitivity === null ? {} : { sensitivity }),
    ...(gain === null ? {} : { gain }),
    ...(returnRate === null ? {} : { returnRate }),
    ...ratingOf(rating),
    money: knownMoney(money),
    ...partsOf(input, decision),
  };
}

function ratingOf(
  expected: ExpectedRating | null,
): Pick<PlannedLaunch, 'rating' | 'ratingRange80'> {
  if (!expected) return {};
  const { rating, range80 } = expected;
  return { rating, ...(range80 && { ratingRange80: range80 }) };
}

function partsOf(
  { space, economy }: ProductPlanInput,
  { offer: { index, adSpend, logUnits, returnRate }, stock }: Decision,
): Pick<PlannedLaunch, 'parts'> {
  const { economics, spread } = economy;
  const offer = offerOfCell(space, economy, { index, adSpend });
  const launched = { economics, offer, logUnits, stock, returnRate: returnRate ?? 0 };
  const parts = profitParts(spread, launched);
  return parts ? { parts } : {};
}

function actionOf(
  { space, economy }: ProductPlanInput,
  cell: Cell,
  { offer, stock }: Decision,
): LaunchAction {
  const depth = space.promotions[cell.promotionIndex]?.depth ?? 0;
  const price = economy.economics.listPrice * offer.priceFactor * (1 - depth);
  return {
    launchDay: space.weeks[cell.weekIndex]!,
    channel: space.channels[cell.channelIndex]?.name ?? null,
    promotion: space.promotions[cell.promotionIndex]?.name ?? null,
    priceFactor: offer.priceFactor,
    salePrice: inCents(price),
    adSpend: Number.isNaN(offer.adSpend) ? null : offer.adSpend,
    stockUnits: stock,
  };
}

/**
 * Returns the expected objective, [channels × weeks], at the plan's ad spend and with the plan's share of the best stock
 * of each, so that it is comparable with the plan, which has its own value.
 */
function surfaceOf({ space, best, decisions }: ProductPlanInput, planned: number) {
  const { cells, logUnits, economy } = best;
  const channels = Math.max(1, space.channels.length);
  const [{ offer, stock }] = decisions as [Decision];
  const stockShare = stock / stockOf(economy, offer.logUnits, offer.money);
  return Array.from({ length: channels }, (_, channel) =>
    space.weeks.map((_week, week) => {
      const cell = cells[week * channels + channel]!;
      if (cell < 0) return null;
      if (cell === offer.index) return planned;
      return expectedOfCell(economy, cell, { logUnits: logUnits[cell]!, stockShare });
    }),
  );
}

function higherPlace(
  { space, best, doubts, decisions, keptShares }: ProductPlanInput,
  surface: LaunchPlan['surface'],
  value: number,
): PassedOver | null {
  const channels = Math.max(1, space.channels.length);
  const { weekIndex } = cellAt(space, decisions[0]!.offer.index);
  const isTried = (week: number, channel: number) =>
    doubts[best.cells[week * channels + channel]! % doubts.length] === 0;
  return passedOver({ space, surface, planned: { weekIndex, value }, keptShares, isTried });
}
