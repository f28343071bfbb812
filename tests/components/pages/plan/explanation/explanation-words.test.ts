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
import { sentenceParts } from '#components/words/emphasis.ts';
import { mondayOnOrAfter, weekOfYear } from '#core/base/dates.ts';
import type { PredictionPart, SimilarLaunch } from '#core/planning/explanation/plan-explanation.ts';
import type { LaunchAction, LaunchPlan } from '#core/planning/plan/launch-plan.ts';
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

describe('the parts of a plan', () => {
  it('are called by what was chosen', () => {
    const names = (['week', 'channel', 'promotion', 'price', 'spend', 'product'] as const).map(
      (group) => partName(group, planOf()),
    );
    expect(names.map((name) => name.replaceAll('\u00A0', ' '))).toEqual([
      ...['The week of 8 Mar', 'Email', 'Promotion “20% off”', 'The price of 42.00', '180 on ads'],
      'The product itself',
    ]);
  });

  it('are called by what is open where nothing was chosen', () => {
    const open = planOf({ channel: null, promotion: null, salePrice: null, adSpend: null });
    const names = (['channel', 'promotion', 'price', 'spend'] as const).map((group) =>
      partName(group, open),
    );
    expect(names).toEqual([
      ...['The channel', 'The promotion', 'The price, 105% of list price', 'Ad spend'],
    ]);
  });
});

describe('the reasons in words', () => {
  it('are the strongest for and the strongest against', () => {
    expect(read(reasonsSentence(parts, planOf()))).toBe(
      'Email adds most: ×\u00A01.21. The price of 42.00 lowers the forecast by 7%.',
    );
    expect(inChinese(() => read(reasonsSentence(parts, planOf())))).toBe(
      'Email 提升最多：×\u00A01.21。定价 42.00 使预测降低 7%。',
    );
  });

  it('are one where all point the same way', () => {
    expect(read(reasonsSentence(parts.slice(0, 2), planOf()))).toBe(
      'Email adds most: ×\u00A01.21.',
    );
    expect(read(reasonsSentence(parts.slice(2), planOf()))).toBe(
      'The price of 42.00 lowers the forecast by 7%.',
    );
  });

  it('are not made up where no part matters', () => {
    expect(reasonsSentence(parts.slice(4), planOf())).toMatch(/close to a typical launch/);
  });
});

it('a change is said with its direction', () => {
  expect(changeWords(Math.log(1.12))).toBe('raises by 12%');
  expect(changeWords(Math.log(0.93))).toBe('lowers by 7%');
});

it('what is known of a product is said with its column, a price as it would stand on a label', () => {
  const named = (kind: 'list-price' | 'attribute' | 'word', name: string, value: string) =>
    productPartName({ kind, name, value, log: 1 }, planOf());
  expect(named('list-price', '', '')).toBe('List price: 40.00');
  expect(named('attribute', 'material', 'Linen')).toBe('material: Linen');
  const counted = inChinese(() => named('attribute', '打样', '45 days before launch'));
  expect(counted).toMatch(/上新前 45 天$/);
  expect(named('word', '', 'linen')).toBe('The word “linen”');
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
    expect(sold(10, 20, 79, 80, 400)).toMatch(/^3 of these 5 sold less .* range of 80.–.190\./u);
    expect(sold(10, 20, null, 30)).toMatch(/^3 of these 3 sold less/);
    expect(sold(191, 300, 80)).toMatch(/^2 of these 3 sold more/);
    expect(sold(10, 20, 80, 190)).toBe('');
    expect(sold(10, 20, null)).toBe('');
    inChinese(() => expect(sold(10, 20, 30)).toMatch(/^这 3 次中有 3 次/));
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
    const view = { member: 'net', season: [] } as const;
    // 1 − 1.1^−2 = 0.174
    expect(elasticityWords({ ...view, elasticity: -2 })).toBe(
      'The neural network expects about 17% fewer units at a price 10% higher.',
    );
    expect(elasticityWords({ ...view, elasticity: -0.01 })).toMatch(/almost as many units/);
    expect(elasticityWords({ ...view, elasticity: null })).toMatch(/is not known/);
  });
});
