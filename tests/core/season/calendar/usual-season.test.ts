import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mean,
  quantileOfSorted,
  standardDeviation,
  sum,
} from '#core/base/statistics/statistics.ts';
import { expectedSales } from '#core/planning/economics/demand.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { bestStock } from '#core/planning/economics/first-stock.ts';
import type { Objective } from '#core/planning/plan/aim.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { knownMoney } from '#core/planning/plan/unit-money.ts';
import { isOfferedAs } from '#core/season/offers/placed-option.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import type { SeasonOption } from '#core/season/offers/season-option.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { chosen, seasonLoss } from '#core/season/problem/season-value.ts';
import { placementsOf, type Placed } from '#core/season/calendar/placements.ts';
import { seasonParts } from '#core/season/calendar/season-gain.ts';
import { drawnTotals, negated } from '#core/season/calendar/season-range.ts';
import { viewSeason } from '#core/season/calendar/season-view.ts';
import { usualParts, usualSeason } from '#core/season/calendar/usual-season.ts';
import { samplePlan, sampleProduct, sampleUsual } from '../../../support/ranking.ts';
import { rankingOfOffers, seasonOffers } from '../../../support/season-offers.ts';

const OBJECTIVES: readonly Objective[] = ['profit', 'revenue', 'units', 'sell-through'];

/** A greedy calendar of the invented shop, and the options it takes. */
function calendar(objective: Objective) {
  const offers = seasonOffers({ products: 4, objective });
  const limits = usualLimits(offers.weeks[0]!);
  const problem = seasonProblem(offers, limits);
  const placements = placementsOf(problem, greedySeason(problem)!);
  // Two similar ones in one week, so that they take from each other.
  const [first] = placements;
  const similar = placements.map((each) => {
    const isNext =
      Math.abs(Number(each.productId.slice(1)) - Number(first!.productId.slice(1))) === 1;
    return isNext ? { ...each, week: first!.week } : each;
  });
  const view = viewSeason({ offers, limits }, problem, similar);
  expect(seasonParts(offers, view).lost).toBeGreaterThan(1);
  const options = offers.products.map((_, i) => chosen(view.problem, view.choice, i)!);
  return { offers, view, options };
}

interface Usual {
  readonly logUnits: number;
  readonly money: SeasonOption['money'];
  readonly stockUnits: number;
}

/** Plans whose usual approach has these forecasts, product by product. */
function plansWith(offers: SeasonOffers, usual: readonly Usual[]): LaunchPlan[] {
  return offers.products.map(({ productId: id }, i) => {
    const { logUnits, money, stockUnits } = usual[i]!;
    const forecasted = forecast(offers.spread, { logUnits, money, stock: stockUnits });
    return samplePlan({
      product: sampleProduct({ id }),
      usual: sampleUsual({ ...forecasted, stockUnits, money: knownMoney(money) }),
    });
  });
}

/** Marks plans as the usual approach, with the offers of the options that a calendar takes. */
function asUsual(
  plans: readonly LaunchPlan[],
  offers: SeasonOffers,
  options: readonly SeasonOption[],
): LaunchPlan[] {
  return plans.map((plan, i) => {
    const { channel, promotion, priceFactor } = options[i]!;
    const action = {
      ...{ ...plan.action, priceFactor, channel: offers.channels[channel]!.name },
      promotion: offers.promotions[promotion]!.name,
    };
    return { ...plan, action, isAsUsual: true };
  });
}

const anyUsual = fc.record({
  moved: fc.double({ min: -0.5, max: 0.3, noNaN: true }),
  service: fc.double({ min: 0.3, max: 0.95, noNaN: true }),
});

describe('the usual approach to the launches of a calendar', () => {
  it.each(OBJECTIVES)('gains nothing over itself, with %s as objective', (objective) => {
    const { offers, view, options } = calendar(objective);
    const { range, ahead } = usualSeason(view, plansWith(offers, options))!.gain;
    // Similar launches take from each other, which the usual approach is not known to.
    const lost = seasonParts(offers, view).lost;
    for (const value of Object.values(range)) expect(value).toBeCloseTo(-lost, 6);
    expect(ahead).toBe(0);
  });

  it.each(OBJECTIVES)('brings other products as much, with %s as objective', (objective) => {
    const { offers, view, options } = calendar(objective);
    const plans = plansWith(offers, options);
    const products = offers.products.map((product) => ({
      ...product,
      brought: { expected: 70, low80: 20, high80: 120 },
    }));
    const bringing = { ...offers, products };
    const limits = usualLimits(offers.weeks[0]!);
    const more = viewSeason(
      { offers: bringing, limits },
      seasonProblem(bringing, limits),
      view.placements,
    );
    const [before, after] = [usualSeason(view, plans)!, usualSeason(more, plans)!];
    expect(after.expected).toBeCloseTo(before.expected + 70 * options.length, 6);
    for (const end of ['expected', 'low80', 'high80'] as const)
      expect(after.gain.range[end]).toBeCloseTo(before.gain.range[end], 6);
  });

  it('is counted as the calendar is: in units that its stock can serve', () => {
    const { offers, view, options } = calendar('units');
    const usual = options.map((option) => ({ ...option, stockUnits: 20 }));
    const { expected, high80 } = usualSeason(view, plansWith(offers, usual))!;
    const sold = usual.map(({ logUnits }) => expectedSales(offers.spread, logUnits, 20));
    expect(expected).toBeCloseTo(sum(sold), 9);
    expect(high80).toBeLessThanOrEqual(20 * usual.length);
  });

  it('gains the mean of its cases, within their 80% range', () => {
    const shops = new Map(OBJECTIVES.map((objective) => [objective, calendar(objective)]));
    const anyCase = fc.tuple(
      fc.constantFrom(...OBJECTIVES),
      fc.array(anyUsual, { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(anyCase, ([objective, drawn]) => {
        const { offers, view, options } = shops.get(objective)!;
        const usual = options.map(({ logUnits: own, money }, i) => {
          const logUnits = own + drawn[i]!.moved;
          const { terms } = offers;
          const stockUnits = bestStock(offers.spread, logUnits, { terms, money });
          return { logUnits, money, stockUnits };
        });
        const plans = plansWith(offers, usual);
        const { range, ahead } = usualSeason(view, plans)!.gain;
        const cases = casesOf(offers, view, plans);
        const spreadOfMean = standardDeviation(cases) / Math.sqrt(cases.length);
        expect(Math.abs(range.expected - mean(cases))).toBeLessThan(5 * spreadOfMean + 1e-6);
        const [low, high] = [quantileOfSorted(cases, 0.1), quantileOfSorted(cases, 0.9)];
        expect(range.low80).toBeCloseTo(Math.min(range.expected, low), 6);
        expect(range.high80).toBeCloseTo(Math.max(range.expected, high), 6);
        expect(ahead).toBeCloseTo(cases.filter((gain) => gain > 0).length / cases.length, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('is what the calendar does itself where no plan is clearly better, so that nothing is gained', () => {
    const { offers, view, options } = calendar('units');
    const fewer = options.map((option) => ({ ...option, logUnits: option.logUnits - 0.2 }));
    const plans = asUsual(plansWith(offers, fewer), offers, options);
    const all = usualSeason(view, plans)!;
    expect(all.asUsual).toBe(4);
    expect(all.expected).toBeCloseTo(view.total.expected, 9);
    const { ahead, range } = all.gain;
    for (const value of Object.values<number>({ ...range, ahead })) expect(value).toBeCloseTo(0, 9);
  });

  it('gains only with the launches that are not as usual', () => {
    const { offers, view, options } = calendar('revenue');
    const fewer = options.map((option) => ({ ...option, logUnits: option.logUnits - 0.2 }));
    const better = plansWith(offers, fewer);
    const plans = [better[0]!, ...asUsual(better, offers, options).slice(1)];
    const { gain, asUsual: count } = usualSeason(view, plans)!;
    expect(count).toBe(3);
    const own = options[0]!.value - better[0]!.usual.outcome.revenue!.expected;
    const rest = view.choice.map((option, i) => (i === 0 ? -1 : option));
    const lost = seasonParts(offers, view).lost - seasonLoss(view.problem, rest);
    expect(gain.range.expected).toBeCloseTo(own - lost, 6);
  });

  it('is not what a calendar does where it takes another channel, promotion or price', () => {
    const { offers, options } = calendar('units');
    const [plan] = asUsual(plansWith(offers, options), offers, options);
    const option = options[0]!;
    const { action } = plan!;
    expect(isOfferedAs(offers, { ...option, week: option.week + 1 }, action)).toBe(true);
    expect(isOfferedAs(offers, option, { ...action, channel: 'Fair' })).toBe(false);
    expect(isOfferedAs(offers, option, { ...action, promotion: null })).toBe(false);
    expect(isOfferedAs(offers, option, { ...action, priceFactor: 0.8 })).toBe(false);
  });

  it('is known by its ranges in older plans, and not known unless all its launches are', () => {
    const { offers, view } = calendar('profit');
    const { plans } = rankingOfOffers(offers);
    const each = plans[0]!.usual.outcome.profit!.expected;
    expect(usualSeason(view, plans)!.expected).toBeCloseTo(view.placements.length * each, 6);
    expect(usualSeason(view, plans.slice(1))).toBeNull();
    const none = { ...view, choice: view.choice.map(() => -1) };
    expect(usualSeason(none, plans)).toBeNull();
  });
});

/** Returns the gain in each drawn case, ascending. */
function casesOf(
  offers: SeasonOffers,
  season: Placed & { readonly offers: SeasonOffers },
  plans: readonly LaunchPlan[],
): Float64Array {
  const own = seasonParts(offers, season);
  const { outcomes } = usualParts(season, plans)!;
  return drawnTotals([...own.outcomes, ...outcomes.map(negated)], offers.sharedFate, own.lost);
}
