import { describe, expect, it } from 'vitest';
import { boundHolds, standsIn, withAdopted } from '#core/season/calendar/adopted-launches.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { noWeeksOf } from '#core/season/problem/no-week.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { viewSeason } from '#core/season/calendar/season-view.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 4 });
const first = offers.weeks[0]!;
const limits = usualLimits(first);
const greedy = (of: SeasonLimits) => {
  const problem = seasonProblem(offers, of);
  return placementsOf(problem, greedySeason(problem)!);
};
const placements = greedy(limits);

/** Of its first product, somewhere else than it would stand. */
const adopted = (change: Partial<Placement> = {}): Placement => ({
  ...{ productId: 'p0', week: first + 7 * 20, channel: 'Email', adSpend: 0, stockUnits: 31 },
  ...change,
});
const inSeason = (placement: Placement, of = limits) =>
  withAdopted(offers, { limits: of, placements }, { [placement.productId]: placement });

describe('an adopted launch', () => {
  it('stands in the calendar where it was adopted, and the others stay', () => {
    const { placements: standing } = inSeason(adopted());
    expect(standing.filter(({ productId }) => productId === 'p0')).toEqual([adopted()]);
    const others = (list: readonly Placement[]) =>
      list.filter(({ productId }) => productId !== 'p0');
    expect(others(standing)).toEqual(others(placements));
    expect(standing.map(({ week }) => week)).toEqual(
      standing.map(({ week }) => week).sort((a, b) => a - b),
    );
  });

  it('is the only thing that a calendar which is looked for may do with its product', () => {
    const { limits: decided } = inSeason(adopted());
    const { options, isNeeded } = seasonProblem(offers, decided).products[0]!;
    expect(isNeeded).toBe(true);
    expect(options.map(({ week, channel, adSpend }) => [week, channel, adSpend])).toEqual([
      [20, offers.channels.findIndex(({ name }) => name === 'Email'), 0],
    ]);
    const found = greedy(decided).find(({ productId }) => productId === 'p0');
    expect(found).toMatchObject({ week: adopted().week, channel: 'Email', adSpend: 0 });
  });

  it('minds neither closed weeks nor days, nor that its product was left out', () => {
    const closed = {
      ...limits,
      closedWeeks: [adopted().week],
      wishes: { p0: { isLeftOut: true, until: first } as const },
    };
    const { limits: decided, placements: standing } = inSeason(adopted(), closed);
    const problem = seasonProblem(offers, decided);
    expect(problem.products[0]!.options).toHaveLength(1);
    expect(noWeeksOf(offers, decided)).toEqual([]);
    const view = viewSeason({ offers, limits: decided }, problem, standing);
    expect(view.placements.some(({ productId }) => productId === 'p0')).toBe(true);
    expect(view.broken).toEqual([]);
    expect(closed.wishes.p0.isLeftOut).toBe(true);
  });

  it('of another time, or of a channel that is not known, takes its product out of the season', () => {
    for (const change of [
      { week: first + 7 * 30 },
      { week: first - 7 },
      { channel: 'Fair' },
      { channel: null },
      { channel: 'Own store', week: first },
    ]) {
      const placement = adopted(change);
      expect(standsIn(offers, limits, placement)).toBe(false);
      const { limits: decided, placements: standing } = inSeason(placement);
      expect(standing.some(({ productId }) => productId === 'p0')).toBe(false);
      expect(seasonProblem(offers, decided).products[0]!.options).toEqual([]);
      expect(noWeeksOf(offers, decided)).toEqual([]);
    }
  });

  it('of a product that has no offers changes nothing', () => {
    expect(inSeason(adopted({ productId: 'gone' }))).toEqual({ limits, placements });
  });
});

describe('the bound of a calendar', () => {
  it('holds as long as nothing that it took for decided is withdrawn or changed', () => {
    const one = adopted();
    const other = adopted({ productId: 'p1' });
    expect(boundHolds([], {})).toBe(true);
    expect(boundHolds([one], { p0: one })).toBe(true);
    expect(boundHolds([one], { p0: one, p1: other })).toBe(true);
    expect(boundHolds([one, other], { p0: one })).toBe(false);
    for (const change of [{ week: first }, { channel: null }, { adSpend: 60 }, { stockUnits: 9 }])
      expect(boundHolds([one], { p0: adopted(change) })).toBe(false);
  });
});
