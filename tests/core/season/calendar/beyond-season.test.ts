import { describe, expect, it } from 'vitest';
import { betterBeyond } from '#core/season/calendar/beyond-season.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { optionsOf } from '#core/season/offers/season-option.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { viewSeason } from '#core/season/calendar/season-view.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import { rankingOfOffers, seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 4 });
const first = offers.weeks[0]!;

function viewOf(limits: SeasonLimits) {
  const problem = seasonProblem(offers, limits);
  return viewSeason({ offers, limits }, problem, placementsOf(problem, greedySeason(problem)!));
}

/** Each in the week in which it is worth most, by brute force. */
const best = offers.products.map((product) => {
  const options = optionsOf(offers, product, { isAdLimited: false, isStockLimited: false });
  return options.reduce((one, other) => (other.value > one.value ? other : one));
});
const plans = rankingOfOffers(offers).plans.map((plan, i): LaunchPlan => {
  const action = { ...plan.action, launchDay: offers.weeks[best[i]!.week]! };
  return { ...plan, action };
});

describe('launches that would bring more after the season', () => {
  it('are those whose best week comes later, with what waiting brings each for itself', () => {
    const limits = { ...usualLimits(first), weekCount: 6 };
    const view = viewOf(limits);
    const found = betterBeyond(view, plans);
    const late = best.flatMap(({ week, value }, i) => {
      const now = view.problem.products[i]!.options[view.choice[i]!]!;
      const gain = value - now.value;
      return week < 6 ? [] : [{ productId: `p${i}`, week: offers.weeks[week]!, gain }];
    });
    expect(late.length).toBeGreaterThan(0);
    expect(found.map(({ productId, week }) => ({ productId, week }))).toEqual(
      late.map(({ productId, week }) => ({ productId, week })),
    );
    found.forEach(({ gain }, i) => expect(gain).toBeCloseTo(late[i]!.gain, 6));
  });

  it('are none where the season has all weeks, where they are locked, or where no plan is known', () => {
    expect(betterBeyond(viewOf({ ...usualLimits(first), weekCount: 52 }), plans)).toEqual([]);
    const short = { ...usualLimits(first), weekCount: 6 };
    expect(betterBeyond(viewOf(short), [])).toEqual([]);
    const wishes = Object.fromEntries(
      offers.products.map(({ productId }) => [
        productId,
        { locked: { week: first, channel: 'Email' } },
      ]),
    );
    expect(betterBeyond(viewOf({ ...short, wishes }), plans)).toEqual([]);
  });
});
