import { describe, expect, it } from 'vitest';
import {
  changeWords,
  elasticityWords,
  hasUnknown,
  howWords,
  partName,
  plannedWeekIn,
  productPartName,
  reasonsSentence,
  seasonEnds,
  similarFinding,
} from '#components/pages/plan/explanation/explanation-words.ts';
import { tally } from '#components/words/counts.ts';
import { sentenceParts } from '#components/words/emphasis.ts';
import { mondayOnOrAfter, weekOfYear } from '#core/base/dates.ts';
import type {
  PredictionPart,
  ProductPart,
  SimilarLaunch,
} from '#core/planning/explanation/plan-explanation.ts';
import type { LaunchAction, LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { inChinese } from '../../../../support/in-chinese.ts';

const action: LaunchAction = {
  ...{ launchDay: 20_520, channel: 'Email', promotion: '20% off', priceFactor: 1.05 },
  ...{ salePrice: 42, adSpend: 180, stockUnits: 160 },
};
const planOf = (change: Partial<LaunchAction> = {}) =>
  ({ action: { ...action, ...change }, product: { listPrice: 40 } }) as unknown as LaunchPlan;

/** As it is read: without the marks that make parts bold. */
const read = (sentence: string) =>
  sentenceParts(sentence)
    .map(({ lead, value }) => lead + value)
    .join('');
const parts: PredictionPart[] = [
  { group: 'week', log: Math.log(1.12) },
  { group: 'channel', log: Math.log(1.21) },
  { group: 'price', log: Math.log(0.93) },
  { group: 'spend', log: Math.log(0.98) },
  { group: 'product', log: 0.001 },
];

it('the parts of a plan are called by what was chosen, or by what is open', () => {
  const groups = ['week', 'channel', 'promotion', 'price', 'spend', 'product'] as const;
  expect(groups.map((group) => partName(group, planOf()))).toEqual([
    ...[m.why_part_week({ day: '8\u00A0Mar' }), 'Email', m.why_part_promotion({ name: '20% off' })],
    ...['The price of 42.00', m.why_part_spend({ amount: '180' }), m.why_part_product()],
  ]);
  const open = planOf({ channel: null, promotion: null, salePrice: null, adSpend: null });
  expect(groups.slice(1, 5).map((group) => partName(group, open))).toEqual([
    ...[m.why_part_channel_open(), m.why_part_promotion_open()],
    ...[m.why_part_price_share({ share: '105%' }), m.why_part_spend_open()],
  ]);
});

describe('the reasons in words', () => {
  const reasons = (of: PredictionPart[]) => read(reasonsSentence(of, planOf()));

  it('are the strongest for and the strongest against', () => {
    expect(reasons(parts)).toBe(
      'Email adds most: ×\u00A01.21. The price of 42.00 lowers the forecast by 7%.',
    );
  });

  it('are one where all point the same way, and none where no part matters', () => {
    const added = { part: 'Email', factor: '×\u00A01.21' };
    const lost = { part: m.why_part_price({ price: '42.00' }), share: '7%' };
    expect(reasons(parts.slice(0, 2))).toBe(m.why_reason_for(added));
    expect(reasons(parts.slice(2))).toBe(m.why_reason_against(lost));
    expect(reasons(parts.slice(4))).toBe(m.why_no_reasons());
  });
});

it('a change is said with its direction', () => {
  expect(changeWords(Math.log(1.12))).toBe('raises by 12%');
  expect(changeWords(Math.log(0.93))).toBe(m.why_takes_away({ share: '7%' }));
});

it('what is known of a product is said with its column, a price as it would stand on a label', () => {
  const named = (kind: ProductPart['kind'], name: string, value: string) =>
    productPartName({ kind, name, value, log: 1 }, planOf());
  expect(named('list-price', '', '')).toBe('List price: 40.00');
  expect(named('category', '', 'Lamps')).toBe(m.why_known_category({ value: 'Lamps' }));
  expect(named('brand', '', 'Kiln')).toBe(m.why_known_brand({ value: 'Kiln' }));
  expect(named('word', '', 'linen')).toBe(m.why_known_word({ value: 'linen' }));
  inChinese(() => {
    const value = m.forms_days_before_cell(tally(45));
    expect(named('attribute', '打样', '45 days before launch')).toBe(`打样：${value}`);
  });
});

describe('a similar launch', () => {
  const launch = {
    ...{ channel: 'Email', promotion: null, salePrice: 36, units: 9, profit: 20 },
  } as unknown as SimilarLaunch;

  it('says how it was done, as far as that is known', () => {
    expect(howWords(launch)).toBe('Email, 36.00');
    expect(howWords({ ...launch, channel: null, salePrice: null })).toBe('–');
  });

  it('are held against what the plan promises where most of them sold less, or more', () => {
    const units = { expected: 130, low80: 80, low50: 100, high50: 150, high80: 190 };
    const plan = { outcome: { units } as LaunchPlan['outcome'] };
    const sold = (...counts: (number | null)[]) =>
      similarFinding(
        counts.map((count) => ({ ...launch, units: count })),
        plan,
      );
    const of = (count: string, all: string) => ({ count, all, range: '80\u2060–\u2060190' });
    expect(sold(10, 20, 79, 80, 400)).toBe(m.why_similar_less(of('3', '5')));
    expect(sold(10, 20, null, 30)).toBe(m.why_similar_less(of('3', '3')));
    expect(sold(191, 300, 80)).toBe(m.why_similar_more(of('2', '3')));
    expect(sold(10, 20, 80, 190)).toBe('');
    expect(sold(10, 20, null)).toBe('');
  });

  it('tells whether a dash needs its reason', () => {
    expect(hasUnknown([launch, launch])).toBe(false);
    expect(hasUnknown([launch, { ...launch, profit: null }])).toBe(true);
    expect(hasUnknown([{ ...launch, units: null }])).toBe(true);
  });
});

describe('the view of a member', () => {
  const season = Array.from({ length: 52 }, (_, week) => ({
    day: mondayOnOrAfter(20_700) + 7 * week,
    factor: 1 + 0.3 * Math.sin(week / 8),
  }));

  it('has a best and a worst week, or no season to speak of', () => {
    const { best, worst } = seasonEnds(season)!;
    const factors = season.map(({ factor }) => factor);
    expect([best.factor, worst.factor]).toEqual([Math.max(...factors), Math.min(...factors)]);
    expect(seasonEnds(season.map((week) => ({ ...week, factor: 1 })))).toBeNull();
    expect(seasonEnds([])).toBeNull();
  });

  it('holds the week of the plan', () => {
    const at = plannedWeekIn(season, planOf());
    expect(weekOfYear(season[at]!.day)).toBe(weekOfYear(action.launchDay));
    expect(plannedWeekIn([], planOf())).toBe(-1);
  });

  it('says of a higher price what it would cost, or that it cannot tell', () => {
    const view = { member: 'ridge', season: [] } as const;
    const flat = { member: m.why_member_ridge(), rise: '10%' };
    // 1 − 1.1^−2 = 0.174
    expect(elasticityWords({ ...view, member: 'net', elasticity: -2 })).toBe(
      'The neural network expects about 17% fewer units at a price 10% higher.',
    );
    expect(elasticityWords({ ...view, elasticity: -0.01 })).toBe(m.why_price_flat(flat));
    expect(elasticityWords({ ...view, elasticity: null })).toBe(m.why_price_unknown());
  });
});
