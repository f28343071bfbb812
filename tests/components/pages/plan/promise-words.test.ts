import { describe, expect, it } from 'vitest';
import {
  asUsualFindings,
  keptWords,
  sensitivityFindings,
  promiseWords,
  sharedEdgeWords,
  doubtOf,
  safestOf,
} from '#components/pages/plan/promise-words.ts';
import {
  cautionFindings,
  noteSentences,
  supportFinding,
} from '#components/pages/plan/caution-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import {
  sampleAction,
  samplePlan,
  sampleRanking,
  SAMPLE_MONDAY,
  sampleRange,
} from '../../../support/ranking.ts';
import type { PromiseKind } from '#core/planning/plan/launch-plan.ts';

describe('the kind of promise', () => {
  it('is said before how often it was done, in place of how well it is supported', () => {
    const support = { alike: 12, anywhere: 31, lastDay: SAMPLE_MONDAY };
    expect(supportFinding(samplePlan({ support, promise: 'tried' }))).toEqual({
      icon: 'tick',
      title: 'Tried with similar products in this season.',
      advice:
        'Tried before: 12 launches in this category, the latest on 9 March 2026; 31 launches in all',
    });
    expect(supportFinding(samplePlan({ support, promise: 'analogy' }))).toMatchObject({
      ...{ icon: 'note', title: 'By analogy: rarely tried in this season.' },
    });
    expect(
      inChinese(() => supportFinding(samplePlan({ support, promise: 'assumption' })).title),
    ).toBe('假设：价格或广告费已到你试过的边缘。');
  });

  it('is not told of plans stored before it was', () => {
    expect(promiseWords(samplePlan())).toBeNull();
    expect(supportFinding(samplePlan()).title).toBe('Few precedents.');
  });
});

describe('how far a gain leans on what no column tells', () => {
  it('is said by how far demand could fall', () => {
    expect(sensitivityFindings(samplePlan({ sensitivity: 0.2 }))).toEqual([
      {
        icon: 'note',
        title: 'How robust the gain is.',
        advice:
          'It is gone if demand is 20% below the forecast, for instance because products that you launched this way would have sold well anyway. ' +
          'It takes about 500 launches, with ad spend raised by 30% or cut by 23% at random, to tell whether ads work.',
      },
    ]);
    expect(sensitivityFindings(samplePlan({ sensitivity: 0.6 }))[0]!.advice).toMatch(/60% below/);
    expect(inChinese(() => sensitivityFindings(samplePlan({ sensitivity: 0.2 }))[0]!.advice)).toBe(
      '如果需求比预测低 20%，增加的部分就没有了，例如以往这样上新的商品本来就好卖。' +
        '要知道广告有没有用，得随机多投 30% 或少投 23%，大约 500 次上新才看得出来。',
    );
  });

  it('says how long a trial of ads would take only where there are ads, and where at most 2,000 launches tell', () => {
    const adviceOf = (change: Parameters<typeof samplePlan>[0]) =>
      sensitivityFindings(samplePlan({ sensitivity: 0.2, ...change }))[0]!.advice;
    const asked = /whether ads work/;
    for (const adSpend of [0, null])
      expect(adviceOf({ action: sampleAction({ adSpend }) })).not.toMatch(asked);
    const { outcome } = samplePlan();
    const wide = { ...outcome.units, low80: 50, high80: 50 * Math.exp(1.85) };
    expect(adviceOf({ outcome: { ...outcome, units: wide } })).not.toMatch(asked);
    expect(adviceOf({ outcome: { ...outcome, units: { ...wide, low80: 60 } } })).toMatch(asked);
  });

  it('is a caution where it is little', () => {
    const [thin] = sensitivityFindings(samplePlan({ sensitivity: 0.149 }));
    expect(thin).toMatchObject({ icon: 'warn', title: 'The gain is fragile.' });
    expect(sensitivityFindings(samplePlan({ sensitivity: 0.15 }))[0]!.icon).toBe('note');
  });

  it('is not said where it is not known, of usual practice, and of what is not proposed', () => {
    expect(sensitivityFindings(samplePlan())).toEqual([]);
    expect(sensitivityFindings(samplePlan({ sensitivity: 0.2, isAsUsual: true }))).toEqual([]);
    expect(
      sensitivityFindings(samplePlan({ sensitivity: 0.2, verdict: { kind: 'loses-money' } })),
    ).toEqual([]);
  });
});

it('says of all plans at once which edge of what was tried they take', () => {
  expect(sharedEdgeWords(sampleRanking())).toEqual([]);
  expect(sharedEdgeWords({ sharedEdges: ['highest-price', 'highest-ad-spend'] })).toEqual([
    'Every plan uses the highest price you have tried.',
    'Every plan uses the highest ad spend allowed.',
  ]);
});

it('says at what share plans count gains, where results brought less', () => {
  expect([keptWords(null), keptWords(sampleRanking().kept)]).toEqual(['', '']);
  const kept = { share: 0.78, count: 14 };
  expect(keptWords(kept)).toBe(
    'Over 14 results so far, gains over your usual approach were smaller on average than expected, so plans count gains at about 78%.',
  );
  expect(inChinese(() => keptWords(kept))).toBe(
    '从目前 14 个结果看，比平时增加的部分平均不及预计，因此计划只按约 78% 计入。',
  );
});

describe('a plan to launch as usual', () => {
  const plan = samplePlan({ isAsUsual: true });

  it('says so before all else, with what would change it', () => {
    const [first] = cautionFindings(plan);
    expect(first!.title).toBe('Launch it as you usually do.');
    expect(first!.advice).toMatch(
      /^Your history does not clearly show a better way\. More launches/,
    );
    expect(inChinese(() => asUsualFindings(plan)[0]!.title)).toBe('照平时做法上新。');
    expect(noteSentences(plan)[0]).toMatch(/^Launch it as you usually do\. Your history/);
  });

  it('says nothing of it where it is displaced', () => {
    expect(asUsualFindings({ ...plan, verdict: { kind: 'displaced' } })).toEqual([]);
    expect(asUsualFindings(samplePlan())).toEqual([]);
  });
});

const supportOf = (alike: number, anywhere = 31) => ({ alike, anywhere, lastDay: 20_000 });

describe('the doubt about a plan', () => {
  it.each([
    { alike: 10, anywhere: 31, doubt: null },
    { alike: 9, anywhere: 31, doubt: 'Few precedents: tried 9 times' },
    { alike: 0, anywhere: 31, doubt: 'Never tried with similar products' },
    { alike: 0, anywhere: 0, doubt: 'Never tried' },
  ])('with $alike alike of $anywhere is: $doubt', ({ alike, anywhere, doubt }) => {
    expect(doubtOf({ support: supportOf(alike, anywhere) })?.text ?? null).toBe(doubt);
  });

  it('is said in Chinese', () => {
    expect(inChinese(() => doubtOf({ support: supportOf(1) }))?.text).toBe('先例较少：试过 1 次');
  });
});

describe('the doubt about a kind of promise', () => {
  const kinds: { promise: PromiseKind; alike: number; doubt: string | null }[] = [
    { promise: 'tried', alike: 10, doubt: null },
    { promise: 'analogy', alike: 10, doubt: 'By analogy: rarely tried in this season' },
    { promise: 'analogy', alike: 3, doubt: 'By analogy: tried 3 times with similar products' },
    { promise: 'analogy', alike: 0, doubt: 'By analogy: tried only with other products' },
    {
      ...{ promise: 'assumption', alike: 20 },
      doubt: 'Assumption: price or ad spend at the edge of what you tried',
    },
  ];
  it.each(kinds)('$promise with $alike alike is: $doubt', ({ promise, alike, doubt }) => {
    expect(doubtOf({ support: supportOf(alike), promise })?.text ?? null).toBe(doubt);
  });

  it('is that it is hardly ever tried before all else', () => {
    const hardly = { support: supportOf(2, 4), promise: 'assumption' } as const;
    expect(doubtOf(hardly)?.text).toBe('Assumption: hardly ever tried');
  });

  it('is said in Chinese', () => {
    const few = { support: supportOf(3), promise: 'analogy' } as const;
    expect(inChinese(() => doubtOf(few))?.text).toBe('类推：同类商品只试过 3 次');
  });
});

describe('the safest plan', () => {
  const plan = (expected: number, alike: number) => ({
    range: sampleRange(expected),
    support: supportOf(alike),
  });

  it('is the one with the best bad case', () => {
    expect(safestOf([plan(100, 20), plan(120, 12), plan(90, 40)])).toBe(1);
  });

  it('is none that is thinly supported, and no other in its place', () => {
    expect(safestOf([plan(100, 20), plan(120, 9)])).toBe(-1);
  });

  it('is none that is an assumption', () => {
    expect(safestOf([plan(100, 20), { ...plan(120, 12), promise: 'assumption' }])).toBe(-1);
  });

  it('is none where there is nothing to hold it against', () => {
    expect(safestOf([plan(100, 20)])).toBe(-1);
  });
});
