import { describe, expect, it } from 'vitest';
import { leftOutReason } from '#core/season/calendar/left-out-reason.ts';
import { viewSeason, type SeasonView } from '#core/season/calendar/season-view.ts';
import { bestChange, weekChanges } from '#core/season/calendar/week-changes.ts';
import { placementOf, placementsOf, withPlacements } from '#core/season/calendar/placements.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { brokenLimits, seasonMerit } from '#core/season/problem/season-value.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

function solved(offers: SeasonOffers, change: Partial<SeasonLimits>): SeasonView {
  const limits = { ...usualLimits(FIRST_WEEK), ...change };
  const problem = seasonProblem(offers, limits);
  return viewSeason({ offers, limits }, problem, placementsOf(problem, greedySeason(problem)!));
}

function outOf(view: SeasonView): string[] {
  const placed = view.placements.map(({ productId }) => productId);
  return view.offers.products
    .map(({ productId }) => productId)
    .filter((id) => !placed.includes(id));
}

const reasonOf = (view: SeasonView, id: string) => leftOutReason(view, id, weekChanges(view, id));

/** Merit of the best calendar that has the product in place of one other launch, by trying each. */
function bestSwap(view: SeasonView, id: string): number {
  const { offers, limits, placements } = view;
  const product = offers.products.find(({ productId }) => productId === id)!;
  const wishes = { ...limits.wishes, [id]: { isNeeded: true as const } };
  const alone = seasonProblem({ ...offers, products: [product], pairs: [] }, { ...limits, wishes });
  // Needed, so that weeks in which it earns nothing are compared, too.
  const problem = seasonProblem(offers, { ...limits, wishes });
  const values = placements.flatMap((gone) =>
    alone.products[0]!.options.flatMap((option) => {
      const kept = placements.filter((each) => each !== gone);
      const all = [...kept, placementOf(alone, id, option)];
      const placed = withPlacements(problem, offers, all);
      const isAllowed = brokenLimits(placed.problem, placed.choice).length === 0;
      return isAllowed ? [seasonMerit(placed.problem, placed.choice)] : [];
    }),
  );
  return Math.max(-Infinity, ...values);
}

describe('why a product is left out', () => {
  it('names the launch it would best displace, and what it lacks, as found by trying all', () => {
    let count = 0;
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const offers = randomOffers({ seed, products: 6, weeks: 3, channels: 2, hasMerits: true });
      const view = solved(offers, { mostPerWeek: 1 });
      for (const id of outOf(view)) {
        const reason = reasonOf(view, id);
        if (reason.kind !== 'full') continue;
        count += 1;
        expect(reason.best.breaks.map(({ kind }) => kind)).toEqual(['most-per-week']);
        expect(view.merit + (reason.displaced?.merit ?? -Infinity)).toBeCloseTo(
          bestSwap(view, id),
          6,
        );
      }
    }
    expect(count).toBeGreaterThan(3);
  });

  it('is that it brings nothing by itself, or less than it takes from others', () => {
    const offers = randomOffers({ seed: 2, products: 2, weeks: 1, channels: 1, alikeShare: 1 });
    const [first, second] = offers.products as [
      SeasonOffers['products'][0],
      SeasonOffers['products'][0],
    ];
    const dear = { ...second, economics: { ...second.economics, unitCost: 500 } };
    const costly = solved({ ...offers, products: [first, dear] }, {});
    expect(reasonOf(costly, dear.productId)).toMatchObject({ kind: 'loses' });
    const fierce = { ...offers.competition, later: 4, earlier: 4 };
    const near = solved({ ...offers, competition: fierce }, {});
    const [out] = outOf(near);
    const reason = reasonOf(near, out!);
    expect(reason).toMatchObject({ kind: 'takes', best: { breaks: [] } });
    if (reason.kind !== 'takes') return;
    expect(reason.own).toBeGreaterThan(0);
    expect(reason.best.change).toBeLessThanOrEqual(0);
  });

  it('is that the seller left it out, or that no week is open', () => {
    const offers = randomOffers({ seed: 4, products: 3, weeks: 3, channels: 2 });
    const { productId } = offers.products[0]!;
    const wished = solved(offers, { wishes: { [productId]: { isLeftOut: true } } });
    const best = bestChange(weekChanges(wished, productId));
    expect(reasonOf(wished, productId)).toEqual({ kind: 'wish', best });
    const closed = solved(offers, { closedWeeks: offers.weeks });
    expect(reasonOf(closed, productId)).toEqual({
      ...{ kind: 'no-week', reason: 'closed', weekCount: 3 },
    });
  });
});
