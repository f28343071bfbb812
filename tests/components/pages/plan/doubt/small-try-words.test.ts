import { describe, expect, it } from 'vitest';
import {
  noTryWords,
  reorderHeads,
  reorderRows,
  stepsWords,
  tryFacts,
  tryFinding,
} from '#components/pages/plan/doubt/small-try-words.ts';
import type { SmallestTry } from '#core/planning/try/smallest-try.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
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
    const facts = tryFacts(found, plan);
    expect(facts[0]).toBe(
      'Expected profit: 900. The plan’s 160 units earn 1,200 ordered once, which risks 564, and 1,250 with a reorder after two weeks too.',
    );
    expect(facts[1]).toBe(
      'The first order and its ads cost 262. Leftover stock is counted at 70% of its cost, so less is at risk.',
    );
    expect(facts[2]).toContain('an accuracy of 86%');
    expect(facts[3]).toMatch(/^With a chance of 20%/);
    expect(facts[4]).toMatch(
      /^Starting small costs about 350 .*until the reorder arrives on 30.Mar/,
    );
    expect(facts[5]).toBe(
      'Of the first orders that may lose 282 at most, 90 units earn most: 1,100 on average, with 166 at risk.',
    );
    expect(facts[6]).toContain('110 units: 100 more on average than with this plan’s order');
    expect(facts[7]).toBe(
      'Counted with your lead time of 7 days. Pace, and how much it varies, are those of your past launches.',
    );
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
    expect(facts).toHaveLength(6);
    expect(facts[4]).toContain('Starting small is worth about 50 on average');
    expect(facts[5]).toContain('an even pace is assumed');
    expect(tryFacts(better, { ...plan, unitCost: null })).toHaveLength(5);
    expect(tryFacts(better, { ...plan, leftoverLoss: 1 })[1]).toBe(
      'The first order and its ads cost 262. Leftover stock is counted as worth nothing.',
    );
  });

  it('say in the first screen that reordering earns more, and on what that rests', () => {
    expect(stepsWords(found, plan)).toBe(
      '110 units first, and a reorder after two weeks by what sells, are expected to earn about 1,350 instead of 1,200. ' +
        'The plan itself counts one order, so that it does not rest on a supplier who delivers in time.',
    );
    const whole = { ...found, best: found.whole };
    expect(stepsWords(whole, { ...plan, isLeadSaid: false })).toBe(
      'With a reorder after two weeks, by what sells, this order is expected to earn about 1,250 instead of 1,200. ' +
        'That takes a supplier who delivers at once; the plan itself counts one order.',
    );
    expect(stepsWords({ ...whole, planProfit: 1240 }, plan)).toBe('');
    expect(stepsWords('unclear', plan)).toBe('');
    expect(tryFacts(found, { ...plan, isLeadSaid: false }).at(-1)).toContain(
      'as if your supplier delivered at once, because you have not said how long it takes',
    );
    expect(inChinese(() => stepsWords(found, plan))).toContain('先采购 110 件');
  });

  it('list the reorders, most sold first', () => {
    expect(reorderRows(found)).toEqual([
      ['all 60', '120', '50%'],
      ['37 to 59', '40', '30%'],
      ['36 or fewer', 'none', '20%'],
    ]);
    expect(reorderHeads(plan)[0]).toMatch(/^Sold by 22.Mar/);
  });

  it('say why there is none', () => {
    expect(noTryWords('too-late', { ...plan, leadTimeDays: 14 })).toMatch(
      /would arrive on 6.Apr.*, when the 28 days of this plan are over/,
    );
    const few = { ...plan, action: sampleAction({ stockUnits: 12 }) };
    expect(noTryWords('too-few', few)).toBe(
      'No first order is large enough to show something (10 units) and still small next to the 12 units of this plan.',
    );
    const others = [
      'no-money',
      'in-stock',
      'no-bad',
      'no-good',
      'unclear',
      'risky',
      'no-change',
    ] as const;
    for (const reason of others) expect(noTryWords(reason, plan)).not.toBe('');
  });

  it('are Chinese where the page is', () => {
    inChinese(() => {
      expect(tryFinding(found, plan)).toMatch(
        /^先采购 60 件，最多亏 94，到 .*就知道要不要补货、补多少$/,
      );
      expect(reorderRows(found)[0]).toEqual(['全部 60 件', '120', '50%']);
    });
  });
});
