import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionOfPlacement } from '#core/season/offers/placed-option.ts';
import { placementsOf, withPlacements } from '#core/season/calendar/placements.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { LEFT_OUT, seasonProblem } from '#core/season/problem/season-problem.ts';
import { brokenLimits, seasonValue } from '#core/season/problem/season-value.ts';
import { randomChoice } from '../../../support/random-choice.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

const limited: SeasonLimits = { ...usualLimits(FIRST_WEEK), adBudget: 100, stockBudget: 2000 };

describe('calendars as they are kept', () => {
  it('come back as they were, with what they are worth', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer(), fc.constantFrom(0, 2), (seed, draw, channels) => {
        const offers = randomOffers({ seed, products: 5, weeks: 4, channels });
        const problem = seasonProblem(offers, limited);
        const choice = randomChoice(problem, draw);
        const placements = placementsOf(problem, choice);
        const placed = withPlacements(problem, offers, placements);
        expect(placementsOf(placed.problem, placed.choice)).toEqual(placements);
        expect(seasonValue(placed.problem, placed.choice)).toBeCloseTo(
          seasonValue(problem, choice),
          9,
        );
      }),
    );
  });

  it('hold what the limits do not allow any more, and say that it breaks them', () => {
    const offers = randomOffers({ seed: 2, products: 3, weeks: 4, channels: 1 });
    const problem = seasonProblem(offers, usualLimits(FIRST_WEEK));
    const choice = Int32Array.from(problem.products, () => 0);
    const placements = placementsOf(problem, choice);
    const strict = seasonProblem(offers, { ...usualLimits(FIRST_WEEK), weekCount: 0, adBudget: 0 });
    const placed = withPlacements(strict, offers, placements);
    expect(placementsOf(placed.problem, placed.choice)).toEqual(placements);
    expect(brokenLimits(placed.problem, placed.choice)).toEqual([{ kind: 'ad-budget' }]);
  });

  it('take the best of the week and channel where the offer is another by now, and leave out what is gone', () => {
    const offers = randomOffers({ seed: 2, products: 3, weeks: 4, channels: 1 });
    const problem = seasonProblem(offers, usualLimits(FIRST_WEEK));
    const [placement] = placementsOf(problem, Int32Array.from([0, LEFT_OUT, LEFT_OUT]));
    const moved = optionOfPlacement(offers, { ...placement!, stockUnits: 1e9, adSpend: 7 });
    expect(moved).toMatchObject({ week: offers.weeks.indexOf(placement!.week), adSpend: 40 });
    expect(optionOfPlacement(offers, { ...placement!, productId: 'gone' })).toBeNull();
    expect(optionOfPlacement(offers, { ...placement!, channel: 'gone' })).toBeNull();
    expect(optionOfPlacement(offers, { ...placement!, week: 0 })).toBeNull();
  });
});
