import { describe, expect, it, vi } from 'vitest';
import { planCsv } from '#core/planning/plan/plan-csv.ts';
import { planIcs } from '#core/files/calendar/plan-ics.ts';
import { placedPlans, type CountSupport } from '#core/season/calendar/placed-plan.ts';
import { placementOf } from '#core/season/calendar/placements.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { optionsAt } from '#core/season/offers/season-option.ts';
import { sampleAction } from '../../../support/ranking.ts';
import { rankingOfOffers, seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 3 });
const ranking = rankingOfOffers(offers);
const counted: CountSupport = () => ({ alike: 2, anywhere: 9, lastDay: 20_000 });

const place = { week: 10, channel: 1, isAdLimited: true, isStockLimited: true } as const;
const options = optionsAt(offers, offers.products[0]!, place);
const channels = offers.channels.map(({ name }) => name);
const placed = (option = options[0]!, productId = 'p0'): Placement =>
  placementOf({ weeks: offers.weeks, channels }, productId, option);

function plans(placements: readonly Placement[], support = counted) {
  return placedPlans({ offers, plans: ranking.plans, placements }, support);
}

describe('a launch of a calendar as a plan', () => {
  it('does what the calendar says, and expects what the option is worth', () => {
    for (const option of options) {
      const [plan] = plans([placed(option)]);
      expect(plan!.action).toEqual({
        ...{ launchDay: offers.weeks[10], channel: 'Email', promotion: 'none', priceFactor: 1 },
        ...{ salePrice: 20, adSpend: option.adSpend, stockUnits: option.stockUnits },
      });
      expect(plan!.outcome.profit!.expected).toBeCloseTo(option.value, 6);
      expect(plan).toMatchObject({ funnel: null, alternatives: [], verdict: { kind: 'launch' } });
      expect(plan!.usual).toBe(ranking.plans[0]!.usual);
    }
  });

  it('expects less beside an alike launch, and as much once that is four weeks away', () => {
    const alone = plans([placed()])[0]!;
    const other = { ...placed(options[0], 'p1') };
    const beside = plans([placed(), other])[0]!;
    const apart = plans([placed(), { ...other, week: offers.weeks[14]! }])[0]!;
    expect(beside.outcome.units.expected).toBeLessThan(0.9 * alone.outcome.units.expected);
    expect(apart.outcome).toEqual(alone.outcome);
  });

  it('of a category that was never sold is as unsure as its plan, and says so', () => {
    const [first, ...others] = offers.products;
    const factors = offers.spread.factors.map((factor) => factor ** 2);
    let total = 0;
    const sums = Float64Array.of(0, ...Array.from(factors, (factor) => (total += factor)));
    const own = { ...offers, products: [{ ...first!, spread: { factors, sums } }, ...others] };
    const shift = { shift: 1, scale: 0.5, freedom: 4, categories: 3 };
    const neverSold = { ...shift, nicheShare: null, niche: null };
    const planned = ranking.plans.map((plan) => ({ ...plan, neverSold }));
    const [unsure] = placedPlans({ offers: own, plans: planned, placements: [placed()] }, counted);
    const [sure] = plans([placed()]);
    expect(unsure!.neverSold).toBe(neverSold);
    expect(unsure!.outcome.units.high80).toBeGreaterThan(sure!.outcome.units.high80);
  });

  it('keeps the plan’s own support where channel and promotion are the same, and counts others', () => {
    const support = vi.fn(counted);
    expect(plans([placed()], support)[0]!.support).toEqual(counted('', sampleAction()));
    expect(support).toHaveBeenCalledWith('Kitchen', expect.objectContaining({ channel: 'Email' }));
    const own = ranking.plans.map((plan) => ({
      ...plan,
      action: sampleAction({ channel: 'Email', promotion: 'none' }),
    }));
    const [kept] = placedPlans({ offers, plans: own, placements: [placed()] }, support);
    expect(kept!.support).toBe(own[0]!.support);
    expect(support).toHaveBeenCalledTimes(1);
  });

  it('is left out where offers or plans do not know it any more', () => {
    expect(
      plans([
        { ...placed(), productId: 'gone' },
        { ...placed(), week: 3 },
      ]),
    ).toEqual([]);
  });

  it('goes into the files that plans go into', () => {
    const season = { ...ranking, plans: plans([placed(), placed(options[0], 'p2')]) };
    const lines = planCsv(season).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('2026-05-18,Email,none,1,20,');
    expect(planCsv(season)).not.toContain('NaN');
    const words = { summary: 'Launch', description: '' };
    const file = planIcs(season, { words: { launch: () => words, order: () => words }, madeAt: 0 });
    expect(file.match(/DTSTART;VALUE=DATE:20260518/g)).toHaveLength(2);
  });
});
