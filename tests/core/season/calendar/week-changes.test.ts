import { describe, expect, it } from 'vitest';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { placementsOf, withPlacements } from '#core/season/calendar/placements.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { LEFT_OUT, seasonProblem } from '#core/season/problem/season-problem.ts';
import { brokenLimits, seasonValue } from '#core/season/problem/season-value.ts';
import { bestChange, weekChanges, type PlacedSeason } from '#core/season/calendar/week-changes.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 5 });
const limits: SeasonLimits = { ...usualLimits(offers.weeks[0]!), mostPerWeek: 1 };

function season(change: Partial<SeasonLimits> = {}): PlacedSeason {
  const kept = { ...limits, ...change };
  const greedy = seasonProblem(offers, limits);
  const placements = placementsOf(greedy, greedySeason(greedy)!);
  return {
    offers,
    limits: kept,
    ...withPlacements(seasonProblem(offers, kept), offers, placements),
  };
}

const placementOf = ({ problem, choice }: PlacedSeason, id: string) =>
  placementsOf(problem, choice).find(({ productId }) => productId === id)!;

describe('what another week changes', () => {
  it('is the value of the calendar with the launch there, less that of the calendar as it is', () => {
    const now = season();
    const all = placementsOf(now.problem, now.choice);
    const changes = weekChanges(now, 'p2');
    expect(changes).toHaveLength(limits.weekCount);
    for (const each of changes) {
      if (each.kind === 'impossible') continue;
      const moved = all.map((placed) => (placed.productId === 'p2' ? each.placement : placed));
      const after = withPlacements(seasonProblem(offers, limits), offers, moved);
      const change =
        seasonValue(after.problem, after.choice) - seasonValue(now.problem, now.choice);
      expect(each.change).toBeCloseTo(change, 6);
      expect(each.breaks).toEqual(brokenLimits(after.problem, after.choice));
      expect(each.placement.week).toBe(each.week);
    }
  });

  it('is nothing in the week in which the launch is, where that is the best there', () => {
    const now = season();
    const { week } = placementOf(now, 'p1');
    const here = weekChanges(now, 'p1').find((each) => each.week === week);
    expect(here).toMatchObject({ kind: 'possible', breaks: [] });
    expect(here?.kind === 'possible' ? here.change : NaN).toBeCloseTo(0, 6);
  });

  it('is told of a launch that is locked, and of one that is left out, as if they were free', () => {
    const free = season();
    const { week, channel } = placementOf(free, 'p3');
    const locked = season({ wishes: { p3: { locked: { week, channel } } } });
    const possible = weekChanges(locked, 'p3').filter(({ kind }) => kind === 'possible');
    expect(possible.length).toBeGreaterThan(20);
    const out = season({ wishes: { p3: { isLeftOut: true } } });
    const without = { ...out, choice: out.choice.with(3, LEFT_OUT) };
    const best = bestChange(weekChanges(without, 'p3'))!;
    expect(best.breaks).toEqual([]);
    expect(best.change).toBeGreaterThan(0);
  });

  it('cannot be told of weeks that are closed, outside the window, or were never tried', () => {
    const products = offers.products.map((product) => ({
      ...product,
      offers: product.offers.map((offer, place) => (Math.floor(place / 5) === 3 ? -1 : offer)),
    }));
    const made = season({
      closedWeeks: [offers.weeks[1]!],
      wishes: { p0: { from: offers.weeks[1]!, until: offers.weeks[9]! } },
    });
    const choice = made.choice.with(0, LEFT_OUT);
    const changes = weekChanges({ ...made, choice, offers: { ...offers, products } }, 'p0');
    const reasons = changes.map((each) => (each.kind === 'impossible' ? each.reason : each.kind));
    expect(reasons.slice(0, 12)).toEqual([
      ...['outside-window', 'closed', 'possible', 'never-tried'],
      ...Array.from({ length: 6 }, () => 'possible'),
      ...['outside-window', 'outside-window'],
    ]);
  });

  it('names the limits that a week would break, and prefers weeks that break none', () => {
    const now = season();
    const taken = placementOf(now, 'p0').week;
    const there = weekChanges(now, 'p4').find((each) => each.week === taken);
    expect(there).toMatchObject({ breaks: [{ kind: 'most-per-week', week: taken }] });
    expect(bestChange(weekChanges(now, 'p4'))!.breaks).toEqual([]);
    expect(weekChanges(now, 'nobody')).toEqual([]);
    expect(bestChange([])).toBeNull();
  });
});
