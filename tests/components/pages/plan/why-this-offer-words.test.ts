import { describe, expect, it } from 'vitest';
import { whyThisOfferWords as words } from '#components/pages/plan/why-this-offer-words.ts';
import type { PassedOver } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import {
  sampleAction,
  SAMPLE_MONDAY,
  samplePlan,
  sampleRanking,
} from '../../../support/ranking.ts';

const weeks = Array.from({ length: 52 }, (_, week) => SAMPLE_MONDAY + 7 * week);
const surface = [weeks.map((_, week) => (week === 3 ? 540 : 500))];
const ranking = {
  ...sampleRanking(),
  ...{ weeks, channels: ['Newsletter'], earliestDay: SAMPLE_MONDAY },
};
const planIn = (week: number) =>
  samplePlan({ action: sampleAction({ launchDay: weeks[week]! }), surface });

describe('why a plan is not sooner', () => {
  it('says what the next two months would bring', () => {
    expect(words(planIn(50), ranking)).toEqual([
      'Why not sooner: this plan is 50 weeks away. In the next two months, 30\u00A0Mar on Newsletter is best, with about 540 instead of 602.',
    ]);
    expect(words(planIn(50), { ...ranking, channels: [] })).toEqual([
      m.plan_sooner({
        ...{ weeks: '50', day: '30\u00A0Mar', place: 'none', channel: '' },
        ...{ value: '540', own: '602' },
      }),
    ]);
  });

  it('says nothing of a plan that is near', () => {
    expect(words(planIn(7), ranking)).toEqual([]);
  });
});

describe('what a plan gave up', () => {
  const given = { launchDay: weeks[40]!, value: 610 };
  const [value, own, day] = ['610', '602', '14\u00A0Dec'];
  it.each<[PassedOver['why'], string | null, string]>([
    ['tied', 'Newsletter', m.plan_passed_over_tied()],
    ['later', 'Newsletter', m.plan_passed_over_later({ share: '20%' })],
    ['untried', 'Newsletter', m.plan_passed_over_untried()],
    ['stock', null, m.plan_passed_over_stock()],
  ])('is named with its reason: %s, on %s', (why, channel, reason) => {
    const plan = { ...planIn(2), passedOver: { ...given, channel, why } };
    const place = channel === null ? 'none' : 'named';
    const higher = { value, own, day, place, channel: channel ?? '' };
    expect(words(plan, ranking)).toEqual([`${m.plan_passed_over(higher)} ${reason}`]);
  });
});

describe('the rules for reductions', () => {
  const plan = planIn(2);
  const costly = { ...plan, lawfulCost: 41 };
  const whole = { action: { ...plan.action, promotion: 'none', salePrice: 12.6 } };
  const inMarket = (market: 'DE' | 'GB' | null, hasEarlierPrices = false) => ({
    ...ranking,
    reductions: { market, hasEarlierPrices },
  });
  const cost = m.plan_lawful_cost({ value: '41' });
  const raised = `${m.plan_lawful_raised()} ${cost}`;

  it('are those of the EU there, with their cost', () => {
    expect(words(costly, inMarket('DE'))).toEqual([`${m.plan_lawful_eu()} ${cost}`]);
    // Nothing was tried without a reduction, so the plan has one.
    expect(words(plan, inMarket('DE'))).toEqual([m.plan_lawful_eu()]);
    expect(words({ ...plan, ...whole }, inMarket('DE'))).toEqual([]);
    expect(words(plan, inMarket('DE', true))).toEqual([]);
  });

  it('forbid everywhere to raise a price for its reduction, and are else not checked', () => {
    expect(words(costly, inMarket('GB'))).toEqual([raised, m.plan_lawful_unchecked()]);
    expect(words({ ...costly, ...whole }, inMarket('GB'))).toEqual([raised]);
    expect(words(costly, inMarket('DE', true))).toEqual([raised]);
    expect(words(plan, inMarket(null))).toEqual([m.plan_lawful_unchecked()]);
    expect(words({ ...plan, ...whole }, inMarket('GB'))).toEqual([]);
  });
});
