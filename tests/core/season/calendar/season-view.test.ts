import { describe, expect, it } from 'vitest';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { seasonMerit, seasonValue } from '#core/season/problem/season-value.ts';
import { seasonMeasure, viewSeason } from '#core/season/calendar/season-view.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

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

  it('counts what the launches bring other products in its value and total', () => {
    const brought = { expected: 200, low80: 90, high80: 310 };
    const products = offers.products.map((product) => ({ ...product, brought }));
    const bringing = { ...offers, products };
    const more = viewSeason(
      { offers: bringing, limits },
      seasonProblem(bringing, limits),
      placements,
    );
    expect(view.brought).toBe(0);
    expect(more.brought).toBe(200 * placements.length);
    expect(more.value).toBeCloseTo(view.value + more.brought, 6);
    expect(more.total.expected).toBeCloseTo(more.value, 6);
    expect(more.total.low80).toBeCloseTo(view.total.low80 + more.brought, 6);
  });

  it('counts in units where sell-through is aimed at', () => {
    expect(seasonMeasure('sell-through')).toBe('units');
    expect(seasonMeasure('revenue')).toBe('revenue');
  });
});
