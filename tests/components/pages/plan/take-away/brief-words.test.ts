import { describe, expect, it } from 'vitest';
import { formatMoment } from '#components/words/dates.ts';
import {
  decisionWords,
  madeWords,
  orderWords,
  outcomeWords,
  outcomeLines,
} from '#components/pages/plan/take-away/brief-words.ts';
import { actionSummary } from '#components/pages/plan/plan-words.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { m } from '#messages';
import { samplePlan, sampleRanking } from '../../../../support/ranking.ts';

describe('sentences of a plan', () => {
  it('say what to do', () => {
    expect(decisionWords(samplePlan())).toBe(
      'Launch on Monday 9 March on Own store, priced at 12.60 with 10% off, so buyers pay 11.34, with 60 on ads and an initial order of 160 units.',
    );
  });

  it('say first why not to, and what is best all the same', () => {
    const plan = samplePlan({ verdict: { kind: 'loses-money' } });
    const best = m.take_best_found({ action: actionSummary(plan.action, plan.product) });
    expect(decisionWords(plan)).toBe(`${m.plan_loses_money()} ${best}`);
  });

  it('say when to order, where that is before the launch', () => {
    const aim = { ...USUAL_AIM, stock: { ...USUAL_AIM.stock, leadTimeDays: 30 } };
    expect(orderWords(samplePlan(), aim)).toBe(m.plan_order_by({ day: 'Saturday 7 February' }));
    expect(orderWords(samplePlan(), USUAL_AIM)).toBeNull();
  });

  it('give each outcome with its range', () => {
    const range = (expected: string, likely: string) =>
      m.plan_range({ measure: 'money', expected, range: likely });
    expect(outcomeWords(samplePlan())).toEqual([
      'Demand forecast: about 120, likely 78\u2060–\u2060190',
      m.take_labelled({ label: m.plan_revenue(), text: range('1,370', '888\u2060–\u20602,190') }),
      m.take_labelled({ label: m.plan_profit(), text: range('602', '391\u2060–\u2060964') }),
    ]);
  });

  it('say when the plan was made and of what', () => {
    const ranking = sampleRanking();
    const moment = formatMoment(ranking.plannedAt);
    expect(madeWords(ranking, 'Demo shop')).toBe(m.take_made({ moment, dataset: 'Demo shop' }));
  });
});

it('lists units always, and money where it is known', () => {
  const { outcome } = samplePlan();
  const labels = (change: Partial<typeof outcome>) =>
    outcomeLines({ ...outcome, ...change }).map(({ label }) => label);
  const [demand, revenue] = [m.plan_demand(), m.plan_revenue()];
  expect(labels({})).toEqual([demand, revenue, m.plan_profit()]);
  expect(labels({ profit: null })).toEqual([demand, revenue]);
  expect(labels({ revenue: null, profit: null })).toEqual([demand]);
});
