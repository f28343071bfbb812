// The usual approach to the launches of a calendar, and what the calendar gains over it. Both are measured in the same
// way: units sold, revenue or profit, as far as the initial stock allows.

import { monthStart } from '#core/base/dates.ts';
import { expectedSales } from '#core/planning/economics/demand.ts';
import type { LaunchPlan, OutcomeRange, UsualPractice } from '#core/planning/plan/launch-plan.ts';
import { unitMoney } from '#core/planning/plan/unit-money.ts';
import { isOfferedAs } from '../offers/placed-option.ts';
import { spreadOf, type SeasonOffers } from '../offers/season-offers.ts';
import type { SeasonOption } from '../offers/season-option.ts';
import { LEFT_OUT } from '../problem/season-problem.ts';
import { chosen, seasonLoss } from '../problem/season-value.ts';
import type { Placed } from './placements.ts';
import { seasonGain, seasonParts, type SeasonGain, type SeasonParts } from './season-gain.ts';
import { launchOutcome, rangedOutcome, totalRange, type UncertainOutcome } from './season-range.ts';
import { seasonMeasure } from './season-view.ts';

/** The total of the usual approach, and what the calendar gains over it with the same demand. */
export interface UsualSeason extends OutcomeRange {
  readonly gain: SeasonGain;
  /** Launches that the calendar makes in the usual way itself, because no other is clearly better; they gain nothing. */
  readonly asUsual: number;
}

type Season = Placed & { readonly offers: SeasonOffers };

/**
 * Returns the total of the same products launched in the usual way, and the gain of the calendar over it; null where it
 * is not known for all, or there are none.
 */
export function usualSeason(season: Season, plans: readonly LaunchPlan[]): UsualSeason | null {
  const usual = usualParts(season, plans);
  if (!usual || usual.outcomes.length === 0) return null;
  const { sharedFate } = season.offers;
  return {
    ...totalRange(usual.outcomes, sharedFate, usual.lost),
    gain: seasonGain(seasonParts(season.offers, season), usual, sharedFate),
    asUsual: usual.asUsual,
  };
}

/**
 * Returns what the usual approach to each launch brings. A launch that the calendar makes in the usual way is the same
 * in both, and so is what such launches take from each other.
 */
export function usualParts(
  season: Season,
  plans: readonly LaunchPlan[],
): (SeasonParts & Pick<UsualSeason, 'asUsual'>) | null {
  const { offers, problem, choice } = season;
  const planOf = new Map(plans.map((plan) => [plan.product.id, plan]));
  const same = choice.slice();
  const outcomes: UncertainOutcome[] = [];
  for (const [place, product] of offers.products.entries()) {
    const option = chosen(problem, choice, place);
    const plan = planOf.get(product.productId);
    if (!option) continue;
    if (!plan) return null;
    const isSame = plan.isAsUsual === true && isOfferedAs(offers, option, plan.action);
    if (!isSame) same[place] = LEFT_OUT;
    const seed = place + 1;
    const own = { ...offers, spread: spreadOf(offers, product) };
    const outcome = isSame
      ? launchOutcome(own, option, seed)
      : usualOutcome(own, plan.usual, { ...option, seed });
    if (!outcome) return null;
    outcomes.push(outcome);
  }
  const asUsual = same.filter((option) => option !== LEFT_OUT).length;
  return { outcomes, lost: seasonLoss(problem, same), asUsual };
}

interface UsualPlace extends Pick<SeasonOption, 'week' | 'brought'> {
  readonly seed: number;
}

/**
 * Returns what the usual approach to a product brings in the season's measure, with what any launch of it brings others;
 * null where that is not known.
 */
function usualOutcome(
  offers: SeasonOffers,
  usual: UsualPractice,
  { week, brought = 0, seed }: UsualPlace,
): UncertainOutcome | null {
  const measure = seasonMeasure(offers.objective);
  const { stockUnits, money } = usual;
  const logUnits = Math.log1p(usual.outcome.units.expected);
  const launch = { week, brought, logUnits, stockUnits, money: unitMoney(money ?? {}) };
  if (measure === 'units') {
    const value = expectedSales(offers.spread, logUnits, stockUnits);
    return launchOutcome(offers, { ...launch, value: value + brought }, seed);
  }
  const range = usual.outcome[measure];
  if (!range) return null;
  if (money) return launchOutcome(offers, { ...launch, value: range.expected + brought }, seed);
  const outcome = rangedOutcome(range, { seed, month: monthStart(offers.weeks[week]!) });
  return {
    ...outcome,
    expected: outcome.expected + brought,
    at: (share) => outcome.at(share) + brought,
  };
}
