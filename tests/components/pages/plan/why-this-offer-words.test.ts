import { describe, expect, it } from 'vitest';
import { whyThisOfferWords } from '#components/pages/plan/why-this-offer-words.ts';
import type { PassedOver } from '#core/planning/plan/launch-plan.ts';
import { inChinese } from '../../../support/in-chinese.ts';
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
const words = (...given: Parameters<typeof whyThisOfferWords>) => whyThisOfferWords(...given);

describe('why a plan is not sooner', () => {
  it('says what the next two months would bring', () => {
    expect(words(planIn(50), ranking)).toEqual([
      expect.stringMatching(
        /^Why not sooner: this plan is 50 weeks away\. In the next two months, .*30.Mar.* on Newsletter is best, with about 540 instead of 602\.$/u,
      ),
    ]);
    expect(words(planIn(50), { ...ranking, channels: [] })[0]).not.toContain('on ');
    inChinese(() =>
      expect(words(planIn(50), ranking)[0]).toMatch(/^为何不提前：距上新还有 50 周。.*602。$/),
    );
  });

  it('says nothing of a plan that is near', () => {
    expect(words(planIn(7), ranking)).toEqual([]);
  });
});

describe('what a plan gave up', () => {
  const passedOver = {
    launchDay: weeks[40]!,
    channel: 'Newsletter',
    value: 610,
    why: 'tied',
  } as const;
  it.each<[PassedOver['why'], RegExp]>([
    ['tied', /too small to be sure of/],
    ['later', /a year of waiting counts as 20%/],
    ['untried', /never had that offer/],
    ['stock', /stock that can be ordered/],
  ])('is named with its reason: %s', (why, reason) => {
    const plan = { ...planIn(2), passedOver: { ...passedOver, why } };
    const [said] = words(plan, ranking);
    expect(said).toMatch(/on Newsletter has a higher forecast: about 610 instead of 602\./);
    expect(said).toMatch(reason);
  });
});

describe('the rules for reductions', () => {
  const plan = planIn(2);
  const whole = { ...plan, action: { ...plan.action, promotion: 'none', salePrice: 12.6 } };
  const inMarket = (market: 'DE' | 'GB', hasEarlierPrices = false) => ({
    ...ranking,
    reductions: { market, hasEarlierPrices },
  });

  it('are those of the EU there, with their cost', () => {
    expect(words({ ...plan, lawfulCost: 41 }, inMarket('DE'))[0]).toMatch(
      /no lowest price of the past 30 days\. This rule costs about 41\.$/,
    );
    // Nothing was tried without a reduction, so the plan has one.
    expect(words(plan, inMarket('DE'))[0]).toMatch(/past 30 days\.$/);
    expect(words(whole, inMarket('DE'))).toEqual([]);
    expect(words(plan, inMarket('DE', true))).toEqual([]);
  });

  it('forbid everywhere to raise a price for its reduction, and are else not checked', () => {
    expect(words({ ...plan, lawfulCost: 41 }, inMarket('GB'))[0]).toMatch(
      /reduced at once\. .* 41\.$/,
    );
    expect(words(plan, inMarket('GB'))[0]).toMatch(/rules for reductions of the EU only/);
    expect(words(whole, inMarket('GB'))).toEqual([]);
  });

  it('are to be checked next to a reduction outside the EU, whatever another rule costs', () => {
    const unchecked = /rules for reductions of the EU only/;
    const [cost, check] = words({ ...plan, lawfulCost: 41 }, inMarket('GB'));
    expect(cost).toMatch(/41\.$/);
    expect(check).toMatch(unchecked);
    expect(words({ ...whole, lawfulCost: 41 }, inMarket('GB'))).toHaveLength(1);
    expect(words({ ...plan, lawfulCost: 41 }, inMarket('DE', true))).toHaveLength(1);
  });
});
