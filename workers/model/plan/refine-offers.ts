// The good cells of a product → price, ad spend and stock of each. The whole blend predicts every price with every ad
// spend, for the cell's week, channel and promotion.

import { cellAt, cellIndex, type ActionSpace } from '#core/model/features/action-space.ts';
import type { Attitude } from '#core/planning/plan/aim.ts';
import { ratingWithRange } from '#core/model/blend/rating-range.ts';
import { offerOfCell, stockOf, type Economy } from '#core/planning/economics/economics.ts';
import { keptMoney, offerMoney } from '#core/planning/economics/offer-money.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import {
  chooseOffer,
  expectedOf,
  type OfferCandidate,
} from '#core/planning/search/offer-choice.ts';
import { leastTied, TIED_CELLS } from '#core/planning/search/near-ties.ts';
import { afterWaiting } from '#core/planning/search/waiting.ts';
import type { Decision } from '#core/planning/search/plan-product.ts';
import type { AdSpendChoice } from '#core/season/offers/season-offers.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { actionOfCell, encodePlanned } from '../predict/encode-plans.ts';
import { expectFunnel, expectReturns } from './expect-returns.ts';
import type { ActionPredictor } from '../predict/predict-actions.ts';

export interface RefineRequest {
  readonly model: TrainedModel;
  readonly space: ActionSpace;
  readonly predict: ActionPredictor;
  readonly product: NewProduct;
  /** Encoded inputs of the product. */
  readonly x: Float32Array;
  readonly economy: Economy;
  readonly attitude: Attitude;
  /** log1p(units) of every cell. */
  readonly logUnits: Float64Array;
  /** By cell: 1 where it may be proposed. */
  readonly allowed: Uint8Array;
  /** Share of its value that a launch keeps after waiting, by week. */
  readonly keptShares: Float64Array;
}

/** A decision, and how units would have changed with less ad spend. */
export type RefinedDecision = Decision & { readonly adSpends: readonly AdSpendChoice[] };

interface Asked {
  readonly index: number;
  readonly adSpend: number;
}

/**
 * Returns a decision for each cell. The first cell stays first unless another is clearly better after the cost of
 * waiting; once stock is settled, that may be so.
 * @param cells indexes in the action space, the one to propose first
 */
export async function refineOffers(
  request: RefineRequest,
  cells: readonly number[],
): Promise<RefinedDecision[]> {
  const ofCells = cells.map((index) => askedOf(request, index));
  const asked = ofCells.flat();
  const candidates = await candidatesOf(request, asked);
  let start = 0;
  const decisions = ofCells.map((own) =>
    decisionAmong(request, candidates.slice(start, (start += own.length))),
  );
  return bestFirst(request, decisions);
}

/**
 * Decides on a cell as it is, at the usual ad spend: only its stock is left to decide. Without caution it is the best one,
 * as that of the usual approach, with which it is compared.
 */
export async function decideAsIs(request: RefineRequest, index: number): Promise<RefinedDecision> {
  const { space, economy, attitude } = request;
  const asked = [{ index, adSpend: space.adSpend }];
  const decision = decisionAmong(request, await candidatesOf(request, asked));
  if (attitude !== 'expected') return decision;
  const { logUnits, money } = decision.offer;
  return { ...decision, stock: stockOf(economy, logUnits, money) };
}

type Candidate = Awaited<ReturnType<typeof candidatesOf>>[number];

function decisionAmong(
  { economy, attitude }: RefineRequest,
  candidates: readonly Candidate[],
): RefinedDecision {
  const decision = chooseOffer(economy, candidates, attitude);
  return { ...decision, adSpends: upToSpend(decision.offer, candidates) };
}

function bestFirst(
  { space, economy, keptShares }: RefineRequest,
  decisions: readonly RefinedDecision[],
): RefinedDecision[] {
  const values = decisions.map((decision) => {
    const { weekIndex } = cellAt(space, decision.offer.index);
    return afterWaiting(expectedOf(economy, decision), keptShares[weekIndex]!);
  });
  const highest = Math.max(...values);
  const isTied = values[0]! >= leastTied(highest, TIED_CELLS);
  const best = decisions[isTied ? 0 : values.indexOf(highest)];
  return best ? [best, ...decisions.filter((other) => other !== best)] : [];
}

/** Returns the ad spends up to the offer's own, ascending. */
function upToSpend(offer: OfferCandidate, candidates: readonly OfferCandidate[]): AdSpendChoice[] {
  const less = candidates.filter(
    ({ index, adSpend }) => index === offer.index && adSpend < offer.adSpend,
  );
  return [...less, offer]
    .map(({ adSpend, logUnits }) => ({ adSpend, moved: Math.min(0, logUnits - offer.logUnits) }))
    .sort((a, b) => a.adSpend - b.adSpend);
}

/**
 * Returns the prices and ad spends to compare, of those that may be proposed. Only profit limits ad spend; for units
 * and revenue, the usual one is kept.
 */
function askedOf({ space, economy, allowed }: RefineRequest, index: number): Asked[] {
  if (economy.objective !== 'profit' || space.adSpends.length === 0)
    return [{ index, adSpend: space.adSpend }];
  const cell = cellAt(space, index);
  const spends = [...new Set([space.adSpend, ...space.adSpends])];
  const cells = space.priceFactors
    .map((_, factorIndex) => cellIndex(space, { ...cell, factorIndex }))
    .filter((each) => each === index || allowed[each] === 1);
  return cells.flatMap((each) => spends.map((adSpend) => ({ index: each, adSpend })));
}

async function candidatesOf(request: RefineRequest, asked: readonly Asked[]) {
  const { model, space, product, x, economy, predict } = request;
  const phi = encodePlanned(model, asked.length, (i) =>
    actionOfCell(space, asked[i]!.index, asked[i]!.adSpend),
  );
  const isAsked = asked.some(({ adSpend }) => adSpend !== space.adSpend);
  const logs = isAsked
    ? await predict({ product, x, phi, count: asked.length })
    : Float64Array.from(asked, ({ index }) => request.logUnits[index]!);
  const { returnRates, ratings } = expectReturns(model, { product, x, phi });
  const rates = expectFunnel(model, x, phi);
  return asked.map(({ index, adSpend }, i) => {
    const cell = cellAt(space, index);
    const money = offerMoney(economy.economics, offerOfCell(space, economy, { index, adSpend }));
    const returnRate = returnRates?.[i] ?? null;
    return {
      index,
      priceFactor: space.priceFactors[cell.factorIndex]!,
      adSpend,
      logUnits: logs[i]!,
      money: keptMoney(money, returnRate ?? 0),
      rates: rates?.[i] ?? null,
      returnRate,
      rating: ratings && ratingWithRange(ratings[i]!, Math.expm1(logs[i]!), model.ratingSpread),
    };
  });
}
