import { describe, expect, it } from 'vitest';
import {
  noTryWords,
  reorderHeads,
  reorderRows,
  stepsWords,
  tryFacts,
  tryFinding,
} from '#components/pages/plan/doubt/small-try-words.ts';
import type { NoTry, SmallestTry } from '#core/planning/try/smallest-try.ts';
import { m } from '#messages';
import { SAMPLE_MONDAY, sampleAction } from '../../../../support/ranking.ts';

const plan = {
  ...{ action: sampleAction({ stockUnits: 160 }), leadTimeDays: 7, horizonDays: 28 },
  ...{ leftoverLoss: 0.3, unitCost: 4, adSpend: 22, isLeadSaid: true },
};
const tried: SmallestTry['tried'] = {
  ...{ firstOrder: 60, expectedProfit: 900, worstLoss: 94, accuracy: 0.86, changes: 0.2 },
  steps: [
    { fromUnits: 0, orderUnits: 0, chance: 0.2 },
    { fromUnits: 37, orderUnits: 40, chance: 0.3 },
    { fromUnits: 60, orderUnits: 120, chance: 0.5 },
  ],
};
const found: SmallestTry = {
  bestWithin: { ...tried, firstOrder: 90, expectedProfit: 1100, worstLoss: 166 },
  ...{ tried, planProfit: 1200, planLoss: 564, mostLoss: 282 },
  best: { firstOrder: 110, expectedProfit: 1350, steps: [] },
  whole: { firstOrder: 160, expectedProfit: 1250, steps: [] },
  pace: { seenShare: 0.5, arrivedShare: 0.7, noise: 0.3, isLearnt: true },
};

describe('the words of a small try', () => {
  it('say what it risks and when it shows', () => {
    expect(plan.action.launchDay).toBe(SAMPLE_MONDAY); // 9 March 2026
    expect(tryFinding(found, plan)).toMatch(
      /^60 units risk 94 at most and show by 22.Mar.* whether and how much to reorder$/,
    );
  });

  it('compare it with the plan, and say why it earns less', () => {
    const profit = { profit: '900', whole: '1,200', again: '1,250', stock: '160', loss: '564' };
    const within = { profit: '1,100', loss: '166', limit: '282' };
    expect(tryFacts(found, plan)).toEqual([
      m.try_fact_profit(profit),
      `${m.try_fact_paid({ paid: '262' })} ${m.try_fact_kept({ share: '70%' })}`,
      m.try_fact_accuracy({ share: '86%' }),
      m.try_fact_changes({ share: '20%' }),
      m.try_fact_lost({ amount: '350', day: '30\u00A0Mar' }),
      m.try_fact_within({ count: 90, text: '90', ...within }),
      m.try_fact_best({ count: 110, text: '110', difference: '100 more' }),
      'Counted with your lead time of 7 days. Pace, and how much it varies, are those of your past launches.',
    ]);
  });

  it('leave out what is not so', () => {
    const better = {
      ...found,
      tried: { ...tried, expectedProfit: 1300 },
      bestWithin: { ...tried, expectedProfit: 1300 },
      best: { ...found.whole },
      pace: { ...found.pace, isLearnt: false },
    };
    const facts = tryFacts(better, plan);
    expect(facts.slice(4)).toEqual([
      m.try_fact_worth({ amount: '50' }),
      `${m.try_basis_lead({ count: 7, text: '7' })} ${m.try_basis_even()}`,
    ]);
    expect(tryFacts(better, { ...plan, unitCost: null })).toHaveLength(5);
    expect(tryFacts(better, { ...plan, leftoverLoss: 1 })[1]).toMatch(/as worth nothing\.$/);
    const unsaid = tryFacts(found, { ...plan, isLeadSaid: false }).at(-1);
    expect(unsaid).toBe(`${m.try_basis_at_once()} ${m.try_basis_pace()}`);
  });

  it('say in the first screen that reordering earns more, and on what that rests', () => {
    const gain = (count: number, order: 'smaller' | 'same', profit: string) => {
      const units = m.format_units({ count, text: `${count}` });
      return m.try_steps({ units, order, profit, whole: '1,200' });
    };
    expect(stepsWords(found, plan)).toBe(`${gain(110, 'smaller', '1,350')} ${m.try_steps_one()}`);
    const whole = { ...found, best: found.whole };
    expect(stepsWords(whole, { ...plan, isLeadSaid: false })).toBe(
      `${gain(160, 'same', '1,250')} ${m.try_steps_at_once()}`,
    );
    expect(stepsWords({ ...whole, planProfit: 1240 }, plan)).toBe('');
    expect(stepsWords('unclear', plan)).toBe('');
  });

  it('list the reorders, most sold first', () => {
    expect(reorderRows(found)).toEqual([
      ['all 60', '120', '50%'],
      ['37 to 59', '40', '30%'],
      ['36 or fewer', 'none', '20%'],
    ]);
    expect(reorderHeads(plan)[0]).toMatch(/^Sold by 22.Mar/);
  });

  it.each<[NoTry, string]>([
    ['too-late', m.try_too_late({ day: '30\u00A0Mar', days: '28' })],
    ['too-few', m.try_too_few({ least: '10', stock: '160' })],
    ['unclear', m.try_unclear({ day: '22\u00A0Mar' })],
    ['no-money', m.try_no_money()],
    ['in-stock', m.try_in_stock()],
    ['no-bad', m.try_no_bad()],
    ['no-good', m.try_no_good()],
    ['risky', m.try_risky()],
    ['no-change', m.try_no_change()],
  ])('say why there is none: %s', (reason, said) => {
    expect(noTryWords(reason, plan)).toBe(said);
  });
});
