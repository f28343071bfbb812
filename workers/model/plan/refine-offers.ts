// The good cells of a product → price, ad spend and stock of each. The whole blend predicts every price with every ad
// spend, for the cell's week, channel and promotion.

import { cellAt, cellIndex, type ActionSpace } from '#core/model/features/action-space.ts';
import type { Attitude } from '#core/planning/plan/aim.ts';
import { offerOfCell, type Economy } from '#core/planning/economics/economics.ts';
import { keptMoney, offerMoney } from '#core/planning/economics/offer-money.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import {
  chooseOffer,
  expectedOf,
  type OfferCandidate,
} from '#core/planning/search/offer-choice.ts';
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
}

/** A decision, and how units would have changed with less ad spend. */
export type RefinedDecision = Decision & { readonly adSpends: readonly AdSpendChoice[] };

interface Asked {
  readonly index: number;
  readonly adSpend: number;
}

/**
 * Returns a decision for each cell, the best first.
 * @param cells indexes in the action space
 */
export async function refineOffers(
  request: RefineRequest,
  cells: readonly number[],
): Promise<RefinedDecision[]> {
  const { space, economy } = request;
  const ofCells = cells.map((index) => askedOf(space, economy, index));
  const asked = ofCells.flat();
  const candidates = await candidatesOf(request, asked);
  let start = 0;
  const decisions = ofCells.map((own) =>
    decisionAmong(request, candidates.slice(start, (start += own.length))),
  );
  return bestFirst(decisions, economy);
}

/** Decides on a cell as it is, at the usual ad spend: only its stock is left to decide. */
export async function decideAsIs(request: RefineRequest, index: number): Promise<RefinedDecision> {
  const asked = [{ index, adSpend: request.space.adSpend }];
  return decisionAmong(request, await candidatesOf(request, asked));
}

type Candidate = Awaited<ReturnType<typeof candidatesOf>>[number];

function decisionAmong(
  { economy, attitude }: RefineRequest,
  candidates: readonly Candidate[],
): RefinedDecision {
  const decision = chooseOffer(economy, candidates, attitude);
  return { ...decision, adSpends: upToSpend(decision.offer, candidates) };
}

/** Puts the decision with the highest value first. After stock is settled, it need not be that of the best cell. */
function bestFirst<Each extends Decision>(decisions: readonly Each[], economy: Economy): Each[] {
  const values = decisions.map((decision) => expectedOf(economy, decision));
  const best = decisions[values.indexOf(Math.max(...values))];
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
 * Returns the prices and ad spends to compare. Only profit limits ad spend; for units and revenue, the usual one is
 * kept.
 */
function askedOf(space: ActionSpace, { objective }: Economy, index: number): Asked[] {
  if (objective !== 'profit' || space.adSpends.length === 0)
    return [{ index, adSpend: space.adSpend }];
  const cell = cellAt(space, index);
  const spends = [...new Set([space.adSpend, ...space.adSpends])];
  return space.priceFactors.flatMap((_, factorIndex) =>
    spends.map((adSpend) => ({ index: cellIndex(space, { ...cell, factorIndex }), adSpend })),
  );
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
  const { returnRates, ratings } = expectReturns(model, x, phi);
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
      rating: ratings?.[i] ?? null,
    };
  });
}
