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
import { offerWords, stockWords } from '#components/pages/plan/offer-words.ts';
import { sentenceParts } from '#components/words/emphasis.ts';
import { formatMoney } from '#components/words/money.ts';
import { formatUnits } from '#components/words/numbers.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { NO_SELLING_TERMS } from '#core/planning/plan/selling-terms.ts';
import type { LaunchAction, LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
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
const joined = (parts: ReturnType<typeof decisionParts>) =>
  parts.map(({ lead, value }) => lead + value).join('');
const sentence = (change: Partial<LaunchAction> = {}) =>
  joined(decisionParts({ ...action, ...change }, product));

describe('the decision of a plan', () => {
  it('is one sentence', () => {
    expect(sentence({ adSpend: 180 })).toBe(
      'Launch on Monday 8 March on Own store, priced at 46.67 with 10% off, so buyers pay 42.00, with 180 on ads and an initial order of 160 units',
    );
  });

  it.each([
    [{}, {}],
    [{ channel: null }, { place: 'none' }],
    [{ adSpend: 180 }, { ads: 'named', spend: m.plan_decision_ads({ amount: '180' }) }],
    [{ salePrice: null, promotion: null }, { terms: 'none' }],
    [{ promotion: 'None' }, {}],
  ] as const)('leaves out what the data cannot tell: %o', (change, chosen) => {
    const asIs = (value: string) => value;
    const changed = { ...action, ...change };
    const all = { terms: 'named', place: 'named', ads: 'none', spend: '', day: 'Monday 8 March' };
    const offer = offerWords(changed, product, asIs);
    const stock = stockWords(changed, product, asIs);
    const said = m.plan_decision({ ...all, channel: 'Own store', offer, stock, ...chosen });
    expect(sentence(change)).toBe(joined(sentenceParts(said)));
  });

  it('is a line of its known parts', () => {
    const bare = { ...action, channel: null, salePrice: null, promotion: null };
    const stock = 'initial stock: 160 units';
    expect(actionSummary(bare)).toBe(`8\u00A0Mar · ${stock}`);
    expect(actionSummary({ ...action, promotion: 'None', adSpend: 180 })).toBe(
      `8\u00A0Mar · Own store · ${m.plan_no_promotion()} · 42.00 · 180 on ads · ${stock}`,
    );
  });

  it('stands without spaces beside Chinese names', () => {
    expect(inChinese(() => sentence({ channel: '天猫', promotion: '满减' }))).toBe(
      '3月8日（周一）在天猫上新，定价 46.67，做满减促销，到手价 42.00，首批采购 160 件',
    );
  });
});

describe('the figures of a plan', () => {
  it('are given with their range, in Chinese in pieces where it counts pieces', () => {
    expect(rangeWords(range(120), formatUnits)).toBe('about 120, likely 84\u2060–\u2060190');
    inChinese(() => {
      expect(rangeWords(range(120), formatUnits)).toContain('约 120 件');
      expect(rangeWords(range(5000), formatMoney)).toContain('约 5,000，');
    });
  });

  it('are compared with what is usual in the objective of the ranking', () => {
    expect(gainWords(plan, 'profit')).toBe('910 more');
    expect(gainWords(plan, 'units')).toBe('28 more');
  });

  it('are of a usual practice with its channel and period', () => {
    expect(usualWords(plan.usual)).toBe(
      'Mostly Marketplace (46%), most often 26\u00A0Mar\u2060–\u206022\u00A0Apr',
    );
  });

  it('say how often the same was tried', () => {
    const support = { alike: 14, anywhere: 31, lastDay: 20_000 };
    expect(triedWords(support)).toBe(m.plan_tried({ count: 14, text: '14' }));
    expect(triedWords({ ...support, alike: 0 })).toBe(m.plan_tried_never());
  });
});

it('says where the line is drawn, by money where that is known and by a limit on launches', () => {
  const displaced = { verdict: { kind: 'displaced' } } as const;
  const limited: Ranking = { ...ranking, aim: { ...ranking.aim, mostLaunches: 1 } };
  const limit = (value: string) =>
    m.plan_cut_off_most({ count: 1, text: '1', last: value, first: value });
  const unknown = { ...plan, odds: { ...plan.odds, loss: null } };
  const of = (plans: LaunchPlan[], within = limited) =>
    cutOffWords({ ...within, plans }, plans[0] === plan ? 'profit' : 'units');
  expect(of([plan], ranking)).toBe(m.plan_cut_off());
  expect(of([plan, { ...plan, ...displaced }])).toBe(`${m.plan_cut_off()} ${limit('2,250')}`);
  expect(of([unknown], ranking)).toBe('');
  expect(of([unknown, { ...unknown, ...displaced }])).toBe(limit('120'));
});

it('titles the map by its best cell only where that is the plan’s own', () => {
  const own = { ...plan, action: { ...action, launchDay: ranking.weeks[1]! } };
  const best = { place: 'named', channel: 'Own store', day: '9\u00A0Mar' };
  expect(mapTitle({ ...own, surface: [[1, 5, 2, 3]] }, ranking)).toBe(m.plan_map_title(best));
  expect(mapTitle({ ...own, surface: [[1, 5, 6, 3]] }, ranking)).toBe(
    m.plan_map_title_plain({ noun: m.plan_profit_noun() }),
  );
});

describe('the head of the page', () => {
  const worse = { ...plan, outcome: plan.usual.outcome };
  const not = { ...plan, verdict: { kind: 'negative-margin' as const } };
  const found = (...plans: LaunchPlan[]) => rankingFinding({ ...ranking, plans }, 9);
  const all = (count: number) => ({ count, text: `${count}` });

  it('says whether sales after the first weeks count', () => {
    const lead = (change: Partial<Ranking>) =>
      rankingLead({ ...ranking, ...change }, { hasModel: true, productCount: 1 });
    const aim = { ...USUAL_AIM, selling: { ...NO_SELLING_TERMS, laterSalesShare: 3 } };
    const said = { noun: m.plan_profit_noun(), horizon: 'first four weeks' };
    expect(lead({})).toBe(m.plan_lead_ranked({ ...said, later: 'no' }));
    expect(lead({ aim })).toBe(m.plan_lead_ranked({ ...said, later: 'yes' }));
    expect(lead({ aim, objective: 'units' })).toContain('in the first four weeks.');
  });

  it('says that products wait for plans', () => {
    expect(rankingFinding(null, 30)).toBe(m.plan_finding_not_planned(all(30)));
    expect(rankingFinding(null, 0)).toBe(m.plan_finding_no_products());
    expect(rankingFinding(null, 0, 2)).toBe(m.plan_finding_all_launched());
  });

  it('says how many plans beat the usual', () => {
    expect(found(plan, worse, worse)).toBe('3 plans, 1 expected to beat your usual approach');
    expect(found(worse)).toBe(m.plan_finding_none_better(all(1)));
    expect(found({ ...plan, isAsUsual: true })).toBe(m.plan_finding_none_better(all(1)));
    expect(found(plan)).toBe(m.plan_finding_one_better());
    expect(found(plan, plan)).toBe(m.plan_finding_both_better(all(2)));
    expect(found(plan, plan, plan)).toBe(m.plan_finding_all_better(all(3)));
  });

  it('counts apart what is to be launched, because the others may beat the usual, too', () => {
    const part = (count: number, proposed: string, better: string) =>
      m.plan_finding_proposed({ ...all(count), proposed, better });
    expect(found(plan, plan, not)).toBe(part(3, '2', 'all'));
    expect(found(plan, worse, not)).toBe(part(3, '2', '1'));
    expect(found(not)).toBe(m.plan_finding_none_proposed(all(1)));
  });
});
