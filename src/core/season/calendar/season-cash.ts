// The cash flow of a calendar: the payments of its launches, day by day. Launches of one month share a part of their
// errors, as in `totalRange`, so the range is not that of independent launches. Units lost to similar launches nearby
// are subtracted.

import { monthStart, type Day } from '#core/base/dates.ts';
import { ownValue } from '#core/base/lookup.ts';
import { cashFlow, type CashFlow } from '#core/planning/cash/cash-flow.ts';
import {
  cashPayments,
  type CashLaunch,
  type CashPayments,
} from '#core/planning/cash/cash-payments.ts';
import { usableMoney } from '#core/planning/cash/plan-cash.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { demandPoints } from '#core/planning/economics/demand.ts';
import { expectedUnits } from '#core/planning/economics/launch-profit.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { cashBasisOf, optionLaunch } from '../offers/option-cash.ts';
import { optionOfPlacement } from '../offers/placed-option.ts';
import type { Placement } from '../offers/placement.ts';
import { spreadOf, type SeasonOffers } from '../offers/season-offers.ts';
import { cannibalisingPairs, keptShares } from './cannibalising-pairs.ts';
import { drawnShares, type CorrelatedPart } from './season-range.ts';

interface Placed {
  readonly offers: SeasonOffers;
  readonly placements: readonly Placement[];
}

/** The cash flow of a calendar, and of the usual approach to the same launches. */
export interface SeasonMoney {
  readonly plan: CashFlow;
  /** null where it is not known. */
  readonly usual: CashFlow | null;
  /** What the profit takes the leftover stock to be worth, which no payment shows, and the share of its cost lost. */
  readonly leftover: { readonly value: number; readonly leftoverLoss: number };
}

/** Returns the money of a calendar; null without launches, or where the money of one is not known. */
export function seasonMoney(placed: Placed, plans: readonly LaunchPlan[]): SeasonMoney | null {
  const plan = seasonCash(placed);
  if (!plan) return null;
  const { leftoverLoss } = placed.offers.terms;
  const leftover = { value: leftoverValue(placed), leftoverLoss };
  return { plan, usual: usualSeasonCash(placed, plans), leftover };
}

/** Returns the cash flow of a calendar; null without launches, or where the money of one is not known. */
export function seasonCash(placed: Placed): CashFlow | null {
  const launched = launchedOptions(placed);
  const { offers, placements } = placed;
  return flowOf(
    offers,
    placements.map((placement, i) => {
      const own = launched[i] ?? null;
      return own && partOf(offers, placement, own);
    }),
  );
}

/** Returns the option of each placement, with what similar launches take from it; null where there is none. */
function launchedOptions({ offers, placements }: Placed): (Launched | null)[] {
  const kept = keptShares(cannibalisingPairs(offers, placements));
  return placements.map((placement) => {
    const option = optionOfPlacement(offers, placement);
    const share = ownValue(kept, placement.productId) ?? 1;
    return option && { ...option, logUnits: option.logUnits + Math.log(share) };
  });
}

function leftoverValue(placed: Placed): number {
  const { offers, placements } = placed;
  const productOf = new Map(offers.products.map((product) => [product.productId, product]));
  const values = launchedOptions(placed).map((launched, i) => {
    if (!launched) return NaN;
    const { stockUnits: stock, logUnits, money } = launched;
    const product = productOf.get(placements[i]!.productId);
    const { inAll } = expectedUnits(spreadOf(offers, product), logUnits, { money, stock });
    return (stock - inAll) * (product?.economics.unitCost ?? NaN);
  });
  return (1 - offers.terms.leftoverLoss) * sum(values);
}

/**
 * Returns the cash flow of the same products launched in the usual way, each on its day of the calendar; null where the
 * money of one is not known.
 */
export function usualSeasonCash(
  { offers, placements }: Placed,
  plans: readonly LaunchPlan[],
): CashFlow | null {
  return flowOf(
    offers,
    placements.map((placement) => {
      const usual = plans.find(({ product }) => product.id === placement.productId)?.usual;
      const money = usableMoney(usual?.money);
      if (!usual || !money) return null;
      const week = offers.weeks.indexOf(placement.week);
      const logUnits = Math.log1p(usual.outcome.units.expected);
      const option = { week, channel: 0, stockUnits: usual.stockUnits, money, logUnits };
      return partOf(offers, placement, option, usual.returnRate ?? 0);
    }),
  );
}

interface CashPart extends CorrelatedPart {
  readonly payments: CashPayments;
}

interface Launched extends Pick<CashLaunch, 'stockUnits' | 'money'> {
  readonly week: number;
  readonly channel: number;
  readonly logUnits: number;
}

function partOf(
  offers: SeasonOffers,
  { productId, week }: Placement,
  launched: Launched,
  returnRate?: number,
): CashPart | null {
  const place = offers.products.findIndex((each) => each.productId === productId);
  const product = offers.products[place];
  if (!product) return null;
  const launch = optionLaunch(offers, product, launched);
  if (Number.isNaN(launch.unitCost) || Number.isNaN(launch.money.margin)) return null;
  const demand = demandPoints(spreadOf(offers, product), launched.logUnits);
  const own = returnRate === undefined ? launch : { ...launch, returnRate };
  return {
    payments: cashPayments(own, cashBasisOf(offers, product.category), demand),
    seed: place + 1,
    month: monthStart(week),
  };
}

/** Sums the parts, case by case of the draws. The mean by day is that of the parts, without the noise of drawing. */
function flowOf(
  { sharedFate }: Pick<SeasonOffers, 'sharedFate'>,
  all: readonly (CashPart | null)[],
): CashFlow | null {
  const parts = all.filter((part) => part !== null);
  if (parts.length === 0 || parts.length < all.length) return null;
  const days = [...new Set(parts.flatMap(({ payments }) => payments.days))].sort((a, b) => a - b);
  const drawn = drawnShares(parts, sharedFate);
  const amounts = Array.from(drawn[0]!, () => new Float64Array(days.length));
  const expected = new Float64Array(days.length);
  const placeOf = new Map(days.map((day, place): [Day, number] => [day, place]));
  parts.forEach(({ payments }, i) => {
    const places = payments.days.map((day) => placeOf.get(day)!);
    const cases = payments.amounts.length;
    const add = (to: Float64Array, from: Float64Array, weight: number) => {
      places.forEach((place, day) => (to[place]! += weight * from[day]!));
    };
    for (const own of payments.amounts) add(expected, own, 1 / cases);
    drawn[i]!.forEach((share, draw) => {
      add(amounts[draw]!, payments.amounts[Math.min(cases - 1, Math.floor(share * cases))]!, 1);
    });
  });
  return cashFlow({ days, amounts, expected });
}
