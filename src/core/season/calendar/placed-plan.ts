// Turns a launch of a calendar into a plan of its own, so that a season can be adopted, saved and printed like other
// plans.

import { inCents } from '#core/planning/plan/tag-price.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import type { LaunchAction, LaunchPlan, Support } from '#core/planning/plan/launch-plan.ts';
import { knownMoney } from '#core/planning/plan/unit-money.ts';
import { ownValue } from '#core/base/lookup.ts';
import { keptShares, cannibalisingPairs } from './cannibalising-pairs.ts';
import { optionOfPlacement } from '../offers/placed-option.ts';
import type { Placement } from '../offers/placement.ts';
import { spreadOf, type ProductOffers, type SeasonOffers } from '../offers/season-offers.ts';
import type { SeasonOption } from '../offers/season-option.ts';

/** Counts how often the seller has done the same, by category and action. */
export type CountSupport = (category: string, action: LaunchAction) => Support;

interface Placing {
  readonly offers: SeasonOffers;
  /** Plans of the same products, made with the offers. */
  readonly plans: readonly LaunchPlan[];
  readonly placements: readonly Placement[];
}

/**
 * Returns plans in the order of the placements, without those that the offers no longer have. Units lost to similar
 * launches nearby are subtracted.
 * @param support counts precedents where the action is not the plan's own
 */
export function placedPlans(
  { offers, plans, placements }: Placing,
  support: CountSupport,
): LaunchPlan[] {
  const kept = keptShares(cannibalisingPairs(offers, placements));
  return placements.flatMap((placement): LaunchPlan[] => {
    const option = optionOfPlacement(offers, placement);
    const plan = plans.find(({ product }) => product.id === placement.productId);
    if (!option || !plan) return [];
    const share = ownValue(kept, placement.productId) ?? 1;
    return [placedPlan(offers, plan, { option, keptShare: share, support })];
  });
}

interface Decided {
  readonly option: SeasonOption;
  /** Share of its units left after similar launches take theirs, 0–1. */
  readonly keptShare: number;
  readonly support: CountSupport;
}

/** Returns the plan of one option; it has no alternatives and no funnel. */
export function placedPlan(
  offers: SeasonOffers,
  plan: LaunchPlan,
  { option, keptShare, support }: Decided,
): LaunchPlan {
  const action = placedAction(offers, plan, option);
  const { money, stockUnits: stock } = option;
  const logUnits = option.logUnits + Math.log(keptShare);
  const { product, usual, notes, unitCost, neverSold } = plan;
  const { channel, promotion } = plan.action;
  const isOwn = action.channel === channel && action.promotion === promotion;
  const rate = returnRateOf(offers, plan, option);
  return {
    ...{ action, product, usual, notes },
    ...(unitCost === undefined ? {} : { unitCost }),
    ...(neverSold === undefined ? {} : { neverSold }),
    ...forecast(spreadOf(offers, offersOf(offers, product.id)), { logUnits, money, stock }),
    funnel: null,
    support: isOwn ? plan.support : support(product.category, action),
    ...(rate === null ? {} : { returnRate: rate }),
    money: knownMoney(money),
    alternatives: [],
    verdict: { kind: 'launch' },
    surface: plan.surface,
  };
}

function offersOf({ products }: SeasonOffers, id: string): ProductOffers | undefined {
  return products.find(({ productId }) => productId === id);
}

function placedAction(
  offers: SeasonOffers,
  { product }: LaunchPlan,
  { week, channel, promotion, priceFactor, adSpend, stockUnits }: SeasonOption,
): LaunchAction {
  const { listPrice } = offersOf(offers, product.id)!.economics;
  const offer = offers.promotions[promotion];
  const price = listPrice * priceFactor * (1 - (offer?.depth ?? 0));
  return {
    launchDay: offers.weeks[week]!,
    channel: offers.channels[channel]?.name ?? null,
    promotion: offer?.name ?? null,
    priceFactor,
    salePrice: inCents(price),
    adSpend: Number.isNaN(adSpend) ? null : adSpend,
    stockUnits,
  };
}

function returnRateOf(
  offers: SeasonOffers,
  { product }: LaunchPlan,
  { week, channel }: SeasonOption,
): number | null {
  const { returnRates } = offers.products.find(({ productId }) => productId === product.id)!;
  return returnRates?.[week * Math.max(1, offers.channels.length) + channel] ?? null;
}
