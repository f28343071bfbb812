import { describe, expect, it } from 'vitest';
import {
  actionSummary,
  cutOffWords,
  decisionParts,
  gainWords,
  mapTitle,
  rangeWords,
  rankingFinding,
  rankingLead,
  triedWords,
  usualWords,
} from '#components/pages/plan/plan-words.ts';
import { formatMoney } from '#components/words/money.ts';
import { formatUnits } from '#components/words/numbers.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { NO_SELLING_TERMS } from '#core/planning/plan/selling-terms.ts';
import type { LaunchAction, LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { samplePlan, sampleProduct, sampleRanking, sampleUsual } from '../../../support/ranking.ts';

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
const outcomeOf = (units: number, revenue: number, profit: number) => ({
  units: range(units),
  revenue: range(revenue),
  profit: range(profit),
});
const plan = samplePlan({
  action,
  outcome: outcomeOf(120, 5000, 2250),
  usual: sampleUsual({
    promotion: null,
    promotionShare: null,
    outcome: outcomeOf(92, 4000, 1340),
  }),
});
const ranking = sampleRanking({ plans: [plan] });
const product = sampleProduct({ listPrice: 46.67 });
const sentence = (of: LaunchAction, what = product) =>
  decisionParts(of, what)
    .map(({ lead, value }) => lead + value)
    .join('');

it('says whether what plans are ranked by counts sales after the first weeks', () => {
  const later = { ...NO_SELLING_TERMS, laterSalesShare: 3 };
  const lead = (change: Partial<Ranking>) =>
    rankingLead({ ...ranking, ...change }, { hasModel: true, productCount: 1 });
  expect(lead({})).toContain('Ranked by expected profit in the first four weeks.');
  const aim = { ...USUAL_AIM, selling: later };
  expect(lead({ aim })).toContain(
    'Ranked by expected profit, with sales after the first four weeks.',
  );
  expect(lead({ aim, objective: 'units' })).toContain('in the first four weeks.');
});

describe('words of a plan', () => {
  it('make one sentence of the decision', () => {
    expect(sentence(action)).toBe(
      'Launch on Monday 8 March on Own store, priced at 46.67 with 10% off, so buyers pay 42.00, with an initial order of 160 units',
    );
  });

  it('leave out what the data cannot tell', () => {
    const bare = { ...action, channel: null, promotion: null, salePrice: null, priceFactor: 0.9 };
    expect(sentence(bare)).toBe(
      'Launch on Monday 8 March, at 90% of list price, with an initial order of 160 units',
    );
  });

  it('write “no promotion” however the shop writes it', () => {
    for (const promotion of ['None', 'no promotion', 'No discount', '–']) {
      expect(actionSummary({ ...action, promotion })).toContain('no promotion');
    }
  });

  it('give the middle and the range together', () => {
    expect(rangeWords(range(120), formatUnits)).toBe('about 120, likely 84\u2060–\u2060190');
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

  it('name the ad spend where there is one', () => {
    expect(sentence({ ...action, adSpend: 180 })).toBe(
      'Launch on Monday 8 March on Own store, priced at 46.67 with 10% off, so buyers pay 42.00, with 180 on ads and an initial order of 160 units',
    );
    expect(actionSummary({ ...action, adSpend: 180 })).toContain(
      '180 on ads · initial stock: 160 units',
    );
  });

  it('say how often the same was tried', () => {
    const support = { alike: 14, anywhere: 31, lastDay: 20_000 };
    expect(triedWords(support)).toBe('tried 14 times');
    expect(triedWords({ ...support, alike: 0 })).toBe('never tried with similar products');
  });

  it('explain the cut-off, by money where the number of launches is limited', () => {
    const displaced = { ...plan, verdict: { kind: 'displaced' } } as const;
    const limited = { ...ranking, aim: { ...ranking.aim, mostLaunches: 1 } };
    expect(cutOffWords(ranking, 'profit')).toMatch(/the chance of a loss is at most 50%\.$/);
    expect(cutOffWords({ ...limited, plans: [plan, displaced] }, 'profit')).toMatch(
      /You can make 1 launch\. The last product that fits brings about 2,250; the best one left out, 2,250\.$/,
    );
  });

  it('draw no line by money where no money is known', () => {
    const unknown = { ...plan, odds: { ...plan.odds, loss: null } };
    expect(cutOffWords({ ...ranking, plans: [unknown] }, 'units')).toBe('');
    const displaced = { ...unknown, verdict: { kind: 'displaced' } } as const;
    const limited = { ...ranking, aim: { ...ranking.aim, mostLaunches: 1 } };
    expect(cutOffWords({ ...limited, plans: [unknown, displaced] }, 'units')).toBe(
      'You can make 1 launch. The last product that fits brings about 120; the best one left out, 120.',
    );
  });

  it('name no price where none is known and none is proposed', () => {
    const unpriced = { ...action, salePrice: null, priceFactor: 1, promotion: null };
    const say = (change: Partial<LaunchAction>) => sentence({ ...unpriced, ...change });
    expect(say({})).toBe(
      'Launch on Monday 8 March on Own store, with an initial order of 160 units',
    );
    expect(say({ channel: null, adSpend: 180 })).toBe(
      'Launch on Monday 8 March, with 180 on ads and an initial order of 160 units',
    );
    expect(say({ promotion: '10% off' })).toContain('Own store, with 10% off, with');
    expect(say({ promotion: 'none' })).toContain('Own store, with no promotion, with');
    expect(say({ priceFactor: 0.9 })).toContain(', at 90% of list price, with');
    expect(actionSummary({ ...unpriced, channel: null, adSpend: null })).toMatch(
      /^8\u00A0Mar · initial stock: 160 units$/,
    );
    inChinese(() => {
      expect(say({ channel: null, adSpend: null })).toMatch(/上新，首批采购/);
      expect(say({ promotion: '10% off' })).toContain('做 10% off 促销');
    });
  });

  it('title the map by its best cell only where that is the plan’s own', () => {
    const surface = [[1, 5, 2, 3]];
    const monday = ranking.weeks[1]!;
    const own = { ...plan, action: { ...action, launchDay: monday }, surface };
    expect(mapTitle(own, ranking)).toBe('Best: Own store, week of 9\u00A0Mar');
    expect(mapTitle({ ...own, surface: [[1, 5, 6, 3]] }, ranking)).toBe(
      'Expected profit by launch week and channel',
    );
  });

  it('open the page with a finding', () => {
    expect(rankingFinding(ranking, 1)).toBe('1 plan, expected to beat your usual approach');
    expect(rankingFinding(null, 30)).toBe('30 new products, not planned yet');
    expect(rankingFinding(null, 0)).toBe('No new products yet');
    expect(rankingFinding(null, 0, 2)).toBe('All new products are launched');
  });

  it('say how many plans beat the usual', () => {
    const worse = { ...plan, outcome: plan.usual.outcome };
    const found = (plans: LaunchPlan[]) => rankingFinding({ ...ranking, plans }, 9);
    expect(found([worse])).toBe('1 plan, not better than your usual approach');
    expect(found([plan, worse, worse])).toBe('3 plans, 1 expected to beat your usual approach');
    expect(found([{ ...plan, isAsUsual: true }])).toBe(found([worse]));
    expect(found([plan, plan])).toBe('2 plans, both expected to beat your usual approach');
    expect(found([plan, plan, plan])).toBe('3 plans, all expected to beat your usual approach');
  });

  it('count apart what is to be launched, because the others may beat the usual, too', () => {
    const [worse, not, later] = [
      { ...plan, outcome: plan.usual.outcome },
      { ...plan, verdict: { kind: 'negative-margin' as const } },
      { ...plan, verdict: { kind: 'displaced' as const } },
    ];
    const found = (...plans: LaunchPlan[]) => rankingFinding({ ...ranking, plans }, 9);
    expect(found(plan, plan, not)).toBe(
      '3 plans: 2 recommended, expected to beat your usual approach',
    );
    expect(found(plan, worse, later)).toBe(
      '3 plans: 2 recommended, 1 of them expected to beat your usual approach',
    );
    expect(found(worse, not)).toBe(
      '2 plans: 1 recommended, not expected to beat your usual approach',
    );
    expect(found(not)).toBe('1 plan, no launch recommended now');
    expect(inChinese(() => found(plan, plan, not))).toBe(
      '3 份计划，2 份建议上新，预计优于平时做法',
    );
  });
});

describe('words of a plan in Chinese', () => {
  it('make one sentence of the decision', () => {
    expect(inChinese(() => sentence(action))).toBe(
      '3月8日（周一）在 Own store 上新，定价 46.67，做 10% off 促销，到手价 42.00，首批采购 160 件',
    );
  });

  it('stand without spaces beside Chinese names', () => {
    const chinese = { ...action, channel: '天猫', promotion: '满减' };
    expect(inChinese(() => sentence(chinese))).toBe(
      '3月8日（周一）在天猫上新，定价 46.67，做满减促销，到手价 42.00，首批采购 160 件',
    );
  });

  it('leave out what the data cannot tell, and say plainly that there is no promotion', () => {
    const bare = { ...action, channel: null, promotion: '无', salePrice: null, priceFactor: 0.9 };
    expect(inChinese(() => sentence(bare))).toBe(
      '3月8日（周一）上新，无促销，售价为标价的 90%，首批采购 160 件',
    );
    expect(inChinese(() => sentence({ ...bare, promotion: null }))).toBe(
      '3月8日（周一）上新，售价为标价的 90%，首批采购 160 件',
    );
  });

  it('give the middle and the range together, in pieces where it counts pieces', () => {
    expect(inChinese(() => rangeWords(range(120), formatUnits))).toBe(
      '约 120 件，大概率 84\u2060–\u2060190 件',
    );
    expect(inChinese(() => rangeWords(range(5000), formatMoney))).toBe(
      '约 5,000，大概率 3,500\u2060–\u20608,000',
    );
  });

  it('describe the usual practice', () => {
    expect(inChinese(() => usualWords(plan.usual))).toBe(
      '常用渠道：Marketplace（46%），多在 3月26日\u2060–\u20604月22日',
    );
  });

  it('open the page with a finding', () => {
    expect(inChinese(() => rankingFinding(ranking, 1))).toBe('1 份计划，预计优于平时做法');
    expect(inChinese(() => rankingFinding(null, 30))).toBe('30 款新品，还没有计划');
  });
});
