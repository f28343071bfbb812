import { describe, expect, it } from 'vitest';
import { cashFlow, type CashFlow } from '#core/planning/cash/cash-flow.ts';
import { cashPayments } from '#core/planning/cash/cash-payments.ts';
import { planCash } from '#core/planning/cash/plan-cash.ts';
import { demandPoints } from '#core/planning/economics/demand.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { placedPlans } from '#core/season/calendar/placed-plan.ts';
import { viewSeason } from '#core/season/calendar/season-view.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { seasonCash, seasonMoney, usualSeasonCash } from '#core/season/calendar/season-cash.ts';
import { cashBasisOf, optionLaunch } from '#core/season/offers/option-cash.ts';
import { optionOfPlacement } from '#core/season/offers/placed-option.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { rankingOfOffers, seasonOffers } from '../../../support/season-offers.ts';
import { sampleUsual } from '../../../support/ranking.ts';

const shares = [8, 6, 5, 4, 4, 3, 3, 2, 2, 1, 1, 1].map((weight) => weight / 40);
const curve = { shares, launchCount: 30 };
const terms = { leftoverLoss: 0.3, minimumOrder: 0, packSize: 1, leadTimeDays: 25 };
const offersOf = (change: Partial<SeasonOffers> = {}, products = 4) =>
  seasonOffers({
    products,
    change: {
      terms,
      cash: {
        terms: { depositShare: 0.4, payoutDays: 10 },
        horizonDays: 28,
        curves: { overall: curve, byCategory: {} },
      },
      ...change,
    },
  });

const placed = (offers: SeasonOffers, product: number, week: number): Placement => ({
  productId: `p${product}`,
  week: offers.weeks[week]!,
  channel: 'Email',
  adSpend: 60,
  stockUnits: 40,
});

/** Far enough apart that no launch takes buyers from another. */
const apart = (offers: SeasonOffers): Placement[] =>
  [0, 2, 1].map((product, i) => placed(offers, product, 12 * i));

describe('the cash flow of a calendar', () => {
  it('of one launch is that of its plan, to the cent', () => {
    const offers = offersOf();
    const placements = [placed(offers, 1, 5)];
    const { plans } = rankingOfOffers(offers);
    const [plan] = placedPlans({ offers, plans, placements }, () => plans[0]!.support);
    const aim = { ...USUAL_AIM, stock: terms, cash: offers.cash!.terms };
    const study = { spread: offers.spread, salesCurve: curve };
    const own = planCash(plan!, { study, aim, horizonDays: 28 })!.plan;
    expectSame(seasonCash({ offers, placements })!, own);
  });

  it('expects the sum of its launches, and falls at most as low as they do together', () => {
    const offers = offersOf();
    const placements = apart(offers);
    const whole = seasonCash({ offers, placements })!;
    const alone = placements.map((each) => seasonCash({ offers, placements: [each] })!);
    const at = ({ days, middle }: CashFlow, day: number) =>
      middle[days.findLastIndex((each) => each <= day)] ?? 0;
    whole.days.forEach((day, i) => {
      const wanted = sum(alone.map((flow) => at(flow, day)));
      expect(Math.abs(whole.middle[i]! - wanted)).toBeLessThan(1e-6);
    });
    const together = sum(alone.map(({ lowest }) => lowest.expected));
    expect(whole.lowest.expected).toBeGreaterThanOrEqual(together - 1e-6);
    expect(whole.lowest.expected).toBeLessThan(0);
  });

  it('has a wider range where launches of one month share their fate', () => {
    const span = (sharedFate: number) => {
      const offers = offersOf({ sharedFate, pairs: [] });
      const placements = [0, 1, 2, 3].map((product) => placed(offers, product, 5));
      const { low80, high80 } = seasonCash({ offers, placements })!.end;
      return high80 - low80;
    };
    expect(span(0.9)).toBeGreaterThan(1.5 * span(0));
    // With one fate, each case is the sum of the same case of all.
    const offers = offersOf({ sharedFate: 1, pairs: [] });
    const placements = [0, 1].map((product) => placed(offers, product, 5));
    const amounts = placements.map((placement, i) => {
      const option = optionOfPlacement(offers, placement)!;
      const launch = optionLaunch(offers, offers.products[i]!, option);
      const demand = demandPoints(offers.spread, option.logUnits);
      return cashPayments(launch, cashBasisOf(offers, 'Kitchen'), demand);
    });
    const both = amounts[0]!.amounts.map((own, i) =>
      own.map((amount, day) => amount + amounts[1]!.amounts[i]![day]!),
    );
    const wanted = cashFlow({ days: amounts[0]!.days, amounts: both });
    const whole = seasonCash({ offers, placements })!;
    expect(whole.days).toEqual(wanted.days);
    expect(Math.abs(whole.lowest.expected / wanted.lowest.expected - 1)).toBeLessThan(0.01);
    expect(Math.abs(whole.end.low80 - wanted.end.low80)).toBeLessThan(
      0.02 * (wanted.end.high80 - wanted.end.low80),
    );
  });

  it('leaves stock that the payments do not count and the profit does', () => {
    const offers = offersOf();
    const placements = apart(offers);
    const { plan, usual, leftover } = seasonMoney({ offers, placements }, [])!;
    expect([plan.lowest, usual]).toEqual([seasonCash({ offers, placements })!.lowest, null]);
    // Nothing is returned, and holding costs nothing: what is left is all between profit and payments.
    const problem = seasonProblem(offers, usualLimits(offers.weeks[0]!));
    const { value } = viewSeason({ offers, limits: problem.limits }, problem, placements);
    expect(plan.end.expected + leftover.value).toBeCloseTo(value, 2);
    expect(leftover.leftoverLoss).toBe(0.3);
    expect(seasonMoney({ offers, placements: [] }, [])).toBeNull();
  });

  it('counts less income where similar launches are near', () => {
    const offers = offersOf();
    const near = [placed(offers, 0, 5), placed(offers, 1, 6)];
    const far = offersOf({ pairs: [] });
    const end = (own: SeasonOffers) => seasonCash({ offers: own, placements: near })!.end.expected;
    expect(end(offers)).toBeLessThan(end(far) - 1);
  });

  it('is not known without launches, or where a cost is not known', () => {
    const offers = offersOf();
    expect(seasonCash({ offers, placements: [] })).toBeNull();
    const [first, ...others] = offers.products;
    const unknown = { ...first!, economics: { listPrice: 20, unitCost: NaN } };
    const without = { ...offers, products: [unknown, ...others] };
    expect(seasonCash({ offers: without, placements: apart(offers) })).toBeNull();
  });

  it('pays no deposit for stock that is there, and takes the defaults in older offers', () => {
    const offers = offersOf();
    const there = offers.products.map((each) => ({ ...each, isStockThere: true as const }));
    const placements = [placed(offers, 1, 5)];
    const { week } = placements[0]!;
    expect(seasonCash({ offers, placements })!.days[0]).toBe(week - 25);
    expect(seasonCash({ offers: { ...offers, products: there }, placements })!.days[0]).toBe(week);
    expect(
      seasonCash({ offers: seasonOffers({ change: { terms } }), placements })!.days.at(-1),
    ).toBe(week + 28 + 14);
  });
});

describe('the usual approach to the same launches', () => {
  it('buys its own stock on the days of the calendar', () => {
    const offers = offersOf();
    const money = { revenue: 11, margin: 5.4, leftover: 2.4, fixedCost: 60 };
    const placements = [placed(offers, 1, 5)];
    const plans = rankingOfOffers(offers).plans.map((plan) => ({
      ...plan,
      usual: sampleUsual({ money, stockUnits: 25 }),
    }));
    const usual = usualSeasonCash({ offers, placements }, plans)!;
    expect(usual.days[0]).toBe(placements[0]!.week - 25);
    expect(usual.middle[0]).toBeCloseTo(-0.4 * 25 * 8, 9);
    expect(usualSeasonCash({ offers, placements }, rankingOfOffers(offers).plans)).toBeNull();
  });
});

function expectSame(one: CashFlow, other: CashFlow): void {
  expect(one.days).toEqual(other.days);
  for (const name of ['middle', 'low80', 'high80'] as const)
    one[name].forEach((cash, i) => expect(Math.abs(cash - other[name][i]!)).toBeLessThan(0.005));
  for (const name of ['lowest', 'end'] as const)
    for (const end of ['expected', 'low80', 'low50', 'high50', 'high80'] as const)
      expect(Math.abs(one[name][end] - other[name][end])).toBeLessThan(0.005);
  expect([one.lowestDay, one.backDay]).toEqual([other.lowestDay, other.backDay]);
}
