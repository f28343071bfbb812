import { describe, expect, it } from 'vitest';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { seasonMerit, seasonValue } from '#core/season/problem/season-value.ts';
import { seasonMeasure, usualTotal, viewSeason } from '#core/season/calendar/season-view.ts';
import { rankingOfOffers, seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 4 });
const limits = usualLimits(offers.weeks[0]!);
const problem = seasonProblem(offers, limits);
const choice = greedySeason(problem)!;
const placements = placementsOf(problem, choice);
const view = viewSeason({ offers, limits }, problem, placements);

describe('a calendar worked out', () => {
  it('is worth what the solver says, which is what its total is expected to be', () => {
    expect(view.value).toBe(seasonValue(problem, choice));
    expect(view.merit).toBe(seasonMerit(problem, choice));
    expect(view.total.expected).toBeCloseTo(view.value, 6);
    expect(view.total.low80).toBeLessThan(view.value);
    expect(view.placements).toEqual(placements);
    expect(view.broken).toEqual([]);
    expect(view.use.adSpendTotal).toBe(60 * placements.length);
  });

  it('breaks limits that came after it, and loses launches that are not offered any more', () => {
    const tight = { ...limits, adBudget: 60, closedWeeks: [placements[0]!.week] };
    const broken = viewSeason({ offers, limits: tight }, seasonProblem(offers, tight), placements);
    expect(broken.broken).toEqual([{ kind: 'ad-budget' }]);
    expect(broken.placements).toEqual(placements);
    const other = [...placements, { ...placements[0]!, productId: 'gone' }];
    expect(viewSeason({ offers, limits }, problem, other).placements).toEqual(placements);
  });

  it('stands beside the usual launches of the same products, if all of them are known', () => {
    const { plans } = rankingOfOffers(offers);
    const expected = placements.length * plans[0]!.usual.outcome.profit!.expected;
    const usual = usualTotal(view, plans)!;
    expect(usual.expected).toBeCloseTo(expected, 6);
    const { range, ahead } = usual.gain;
    expect(range.expected).toBeCloseTo(view.total.expected - expected, 6);
    // With the same demand for both, the difference varies less than two separate totals would.
    const widthOf = (each: { low80: number; high80: number }) => each.high80 - each.low80;
    expect(widthOf(range)).toBeLessThan(Math.hypot(widthOf(view.total), widthOf(usual)));
    expect(ahead > 0.5).toBe(range.expected > 0);
    expect(usualTotal(view, plans.slice(1))).toBeNull();
    expect(usualTotal({ ...view, placements: [] }, plans)).toBeNull();
  });

  it('counts in units where sell-through is aimed at', () => {
    expect(seasonMeasure('sell-through')).toBe('units');
    expect(seasonMeasure('revenue')).toBe('revenue');
  });
});
