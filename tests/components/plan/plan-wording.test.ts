import { describe, expect, it } from 'vitest';
import {
  actionSummary,
  decisionParts,
  gainWords,
  rangeWords,
  rankingFinding,
  supportFindings,
  usualWords,
} from '#components/plan/plan-wording.ts';
import { formatMoney, formatUnits } from '#components/format.ts';
import { dayFromCalendar } from '#core/dates.ts';
import type { LaunchAction, LaunchPlan, Ranking } from '#core/launch/launch-plan.ts';
import { inChinese } from '../../support/in-chinese.ts';

const action: LaunchAction = {
  launchDay: dayFromCalendar(2027, 3, 8),
  channel: 'Own store',
  promotion: '10% off',
  priceFactor: 1,
  salePrice: 42,
  adSpend: null,
  stockUnits: 160,
};
const range = (expected: number) => ({
  expected,
  low80: 0.7 * expected,
  low50: 0.9 * expected,
  high50: 1.2 * expected,
  high80: 1.6 * expected,
});
const plan: LaunchPlan = {
  product: {
    id: 'a',
    title: 'Apron',
    category: 'Kitchen',
    brand: '',
    listPrice: 42,
    unitCost: null,
    attributes: {},
  },
  action,
  outcome: { units: range(120), revenue: range(5000), profit: range(2250) },
  usual: {
    channel: 'Marketplace',
    channelShare: 0.46,
    promotion: null,
    promotionShare: null,
    period: 3,
    outcome: { units: range(92), revenue: range(4000), profit: range(1340) },
  },
  surface: [[1]],
  supportCount: 14,
  assumed: [],
};
const ranking = { objective: 'profit', plans: [plan] } as unknown as Ranking;
const sentence = (of: LaunchAction) =>
  decisionParts(of)
    .map(({ lead, value }) => lead + value)
    .join('');

describe('words of a plan', () => {
  it('make one sentence of the decision', () => {
    expect(sentence(action)).toBe(
      'Launch on Monday 8 March on Own store, with 10% off, at 42.00, with 160 in stock',
    );
  });

  it('leave out what the data cannot tell', () => {
    const bare = { ...action, channel: null, promotion: null, salePrice: null, priceFactor: 0.9 };
    expect(sentence(bare)).toBe(
      'Launch on Monday 8 March, at 90% of the list price, with 160 in stock',
    );
  });

  it('write “no promotion” however the shop writes it', () => {
    for (const promotion of ['None', 'no promotion', 'No discount', '–']) {
      expect(actionSummary({ ...action, promotion })).toContain('no promotion');
    }
  });

  it('give the middle and the range together', () => {
    expect(rangeWords(range(120), formatUnits)).toBe('about 120, most likely 84\u2060–\u2060190');
  });

  it('compare with what is usual in the objective of the ranking', () => {
    expect(gainWords(plan, 'profit')).toBe('910 more');
    expect(gainWords(plan, 'units')).toBe('28 more');
  });

  it('describe the usual practice', () => {
    expect(usualWords(plan.usual)).toBe(
      'Mostly Marketplace (46%), most often 26\u00A0Mar\u2060–\u206022\u00A0Apr',
    );
  });

  it('say how much experience stands behind it, and what was assumed', () => {
    const thin = { ...plan, supportCount: 0, assumed: ['unit-cost' as const] };
    expect(supportFindings(plan)[0]).toMatchObject({ icon: 'tick', title: 'Well supported' });
    expect(supportFindings(thin).map(({ title }) => title)).toEqual([
      'Nothing like it there before',
      'The unit cost was not given',
    ]);
  });

  it('open the page with a finding', () => {
    expect(rankingFinding(ranking, 1)).toBe('1 plan, expected to beat what you usually do');
    expect(rankingFinding(null, 30)).toBe('30 new products, not planned yet');
    expect(rankingFinding(null, 0)).toBe('No new products yet');
  });

  it('say how many plans beat the usual', () => {
    const worse = { ...plan, outcome: plan.usual.outcome };
    const found = (plans: LaunchPlan[]) => rankingFinding({ ...ranking, plans }, 9);
    expect(found([worse])).toBe('1 plan: none expected to beat what you usually do');
    expect(found([plan, worse, worse])).toBe('3 plans: 1 expected to beat what you usually do');
    expect(found([plan, plan])).toBe('2 plans: both expected to beat what you usually do');
    expect(found([plan, plan, plan])).toBe('3 plans: all expected to beat what you usually do');
  });
});

describe('words of a plan in Chinese', () => {
  it('make one sentence of the decision', () => {
    expect(inChinese(() => sentence(action))).toBe(
      '3月8日（周一）在 Own store 上新，促销为 10% off，售价为 42.00，备货 160 件',
    );
  });

  it('stand without spaces beside Chinese names', () => {
    const chinese = { ...action, channel: '天猫', promotion: '满减' };
    expect(inChinese(() => sentence(chinese))).toBe(
      '3月8日（周一）在天猫上新，促销为满减，售价为 42.00，备货 160 件',
    );
  });

  it('leave out what the data cannot tell, and say plainly that there is no promotion', () => {
    const bare = { ...action, channel: null, promotion: '无', salePrice: null, priceFactor: 0.9 };
    expect(inChinese(() => sentence(bare))).toBe(
      '3月8日（周一）上新，无促销，售价为标价的 90%，备货 160 件',
    );
    expect(inChinese(() => sentence({ ...bare, promotion: null }))).toBe(
      '3月8日（周一）上新，售价为标价的 90%，备货 160 件',
    );
  });

  it('give the middle and the range together, in pieces where it counts pieces', () => {
    expect(inChinese(() => rangeWords(range(120), formatUnits))).toBe(
      '约 120 件，最可能 84\u2060–\u2060190 件',
    );
    expect(inChinese(() => rangeWords(range(5000), formatMoney))).toBe(
      '约 5,000，最可能 3,500\u2060–\u20608,000',
    );
  });

  it('describe the usual practice', () => {
    expect(inChinese(() => usualWords(plan.usual))).toBe(
      '常用渠道：Marketplace（46%），多在 3月26日\u2060–\u20604月22日',
    );
  });

  it('say how much experience stands behind it, and what was assumed', () => {
    const thin = { ...plan, supportCount: 3, assumed: ['unit-cost' as const] };
    expect(inChinese(() => supportFindings(thin))).toEqual([
      {
        icon: 'warn',
        title: '依据较少',
        advice:
          '以往类似的上新有 3 次（品类：Kitchen，渠道：Own store）。目前所知来自相近的上新，请认真看待区间。',
      },
      {
        icon: 'note',
        title: '没有给出单件成本',
        advice:
          'Debut 用了你平时的单件成本（品类：Kitchen）。重新添加这款商品并写上单件成本，就能得到它自己的计划。',
      },
    ]);
  });

  it('open the page with a finding', () => {
    expect(inChinese(() => rankingFinding(ranking, 1))).toBe('1 份计划，预计好于你平时的做法');
    expect(inChinese(() => rankingFinding(null, 30))).toBe('30 款新品，还没有计划');
  });
});
