import { describe, expect, it } from 'vitest';
import {
  chartSummary,
  noPathWords,
  pathFacts,
  pathFinding,
} from '#components/pages/plan/price-path/price-path-words.ts';
import { tally } from '#components/words/counts.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { PricePath } from '#core/planning/price-path/best-price-path.ts';
import { m } from '#messages';

const day = dayFromCalendar(2026, 3, 2);
const range = (expected: number, low80: number, high80: number) => ({
  ...{ expected, low80, high80, low50: expected, high50: expected },
});
const sold = (middle: number, low: number, high: number) => ({
  ...{ middle: [0.1, middle], low80: [0, low], high80: [0.2, high] },
});
const cut: PricePath = {
  markdown: { fromWeek: 4, depth: 0.2 },
  onePrice: { profit: range(1_200, 800, 1_700), sellThrough: sold(0.6, 0.45, 0.8) },
  path: { profit: range(1_350, 900, 1_800), sellThrough: sold(0.9, 0.7, 0.95) },
  advantage: { gain: range(150, 20, 340), better: 0.7, worse: 0.2 },
  rule: {
    ...{ profit: range(1_400, 950, 1_850), gain: range(200, 30, 400), better: 0.8, worse: 0.1 },
    rule: { fromWeek: 3, depth: 0.3, soldShare: 0.25 },
  },
  launchCount: 30,
};
const held: PricePath = { ...cut, markdown: null, rule: null };
const ofOne = { held: '60%', heldRange: '45%\u2060–\u206080%' };
const ofBoth = { ...ofOne, cut: '90%', cutRange: '70%\u2060–\u206095%' };

describe('the words of a path of prices', () => {
  it('say what to do: cut, wait and see, or leave it', () => {
    expect(pathFinding(cut, day)).toBe('Cut the price by 20% from 23\u00A0Mar on');
    expect(pathFinding({ ...cut, markdown: null }, day)).toBe(m.pricepath_finding_rule());
    expect(pathFinding(held, day)).toBe(m.pricepath_finding_hold());
  });

  const one = m.pricepath_fact_one({ profit: '1,200', range: '800\u2060–\u20601,700' });
  const basis = m.pricepath_basis(tally(30));

  it('give every figure its range, and how often it pays', () => {
    expect(pathFacts(cut, day)).toEqual([
      one,
      'With 20% off from 23\u00A0Mar on: profit about 1,350, likely 900\u2060–\u20601,800. Compared with a constant price: ' +
        '150 more on average, likely 20\u2060–\u2060340. Chance of earning more: 70%; less: 20%.',
      m.pricepath_fact_rule({
        // The last day before the rule looks.
        ...{ share: '25%', day: '15\u00A0Mar', depth: '30%' },
        ...{ profit: '1,400', range: '950\u2060–\u20601,850' },
        ...{ difference: '200 more', gains: '30\u2060–\u2060400', better: '80%', worse: '10%' },
      }),
      ...[m.pricepath_fact_sold_cut(ofBoth), basis],
    ]);
    expect(chartSummary(cut)).toBe(m.pricepath_chart_summary_cut(ofBoth));
  });

  it('say nothing of a cut that is not made', () => {
    expect(pathFacts(held, day)).toEqual([one, m.pricepath_fact_sold(ofOne), basis]);
    expect(chartSummary(held)).toBe(m.pricepath_chart_summary(ofOne));
  });

  it('give the reason where nothing is told', () => {
    const reasons = ['no-curve', 'price-untold', 'no-money', 'no-lower-price'] as const;
    expect(reasons.map(noPathWords)).toEqual([
      ...[m.pricepath_no_curve(), m.pricepath_price_untold()],
      ...[m.pricepath_no_money(), m.pricepath_no_lower_price()],
    ]);
  });
});
