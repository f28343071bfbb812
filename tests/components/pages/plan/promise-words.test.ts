import { describe, expect, it } from 'vitest';
import {
  asUsualFindings,
  keptWords,
  sensitivityFindings,
  sharedEdgeWords,
  doubtOf,
  safestOf,
} from '#components/pages/plan/promise-words.ts';
import {
  cautionFindings,
  noteSentences,
  supportFinding,
  supportWords,
} from '#components/pages/plan/caution-words.ts';
import { m } from '#messages';
import {
  sampleAction,
  samplePlan,
  sampleRanking,
  SAMPLE_MONDAY,
  sampleRange,
} from '../../../support/ranking.ts';
import type { PromiseKind } from '#core/planning/plan/launch-plan.ts';

const supportOf = (alike: number, anywhere = 31) => ({ alike, anywhere, lastDay: SAMPLE_MONDAY });
const tried = (count: number) => m.plan_tried({ count, text: `${count}` });

it('says the kind of promise in place of how well it is supported', () => {
  const support = supportOf(12);
  const plan = samplePlan({ support, promise: 'analogy' });
  expect(supportFinding(plan)).toEqual({
    ...{ icon: 'note', title: 'By analogy: rarely tried in this season.' },
    advice: supportWords(plan),
  });
  const tick = { icon: 'tick', title: m.plan_promise_tried() + m.plan_decision_stop() };
  expect(supportFinding(samplePlan({ support, promise: 'tried' }))).toMatchObject(tick);
  expect(supportFinding(samplePlan({ support })).title).toBe(m.plan_support_well());
});

describe('how far a gain leans on what no column tells', () => {
  const findings = (change: Parameters<typeof samplePlan>[0] = {}) =>
    sensitivityFindings(samplePlan({ sensitivity: 0.2, ...change }));

  it('is said by how far demand could fall, and how long a trial would take', () => {
    expect(findings()[0]!.advice).toBe(
      'It is gone if demand is 20% below the forecast, for instance because products that you launched this way would have sold well anyway. ' +
        'It takes about 500 launches, with ad spend raised by 30% or cut by 23% at random, to tell whether ads work.',
    );
  });

  it('leaves out the trial where there are no ads, or where more than 2,000 launches would tell', () => {
    const { outcome } = samplePlan();
    const wide = { ...outcome.units, low80: 50, high80: 50 * Math.exp(1.85) };
    const share = m.plan_lean_share({ share: '20%' });
    for (const change of [
      { action: sampleAction({ adSpend: 0 }) },
      { action: sampleAction({ adSpend: null }) },
      { outcome: { ...outcome, units: wide } },
    ])
      expect(findings(change)[0]!.advice).toBe(share);
    const narrower = { outcome: { ...outcome, units: { ...wide, low80: 60 } } };
    expect(findings(narrower)[0]!.advice).not.toBe(share);
  });

  it('is a caution where it is little', () => {
    const thin = { icon: 'warn', title: m.plan_lean_thin() };
    expect(findings({ sensitivity: 0.149 })[0]).toMatchObject(thin);
    expect(findings({ sensitivity: 0.15 })[0]).toMatchObject({
      icon: 'note',
      title: m.plan_lean(),
    });
  });

  it('is not said where it is not known, of usual practice, and of what is not proposed', () => {
    expect(sensitivityFindings(samplePlan())).toEqual([]);
    expect(findings({ isAsUsual: true })).toEqual([]);
    expect(findings({ verdict: { kind: 'loses-money' } })).toEqual([]);
  });
});

it('says of all plans at once which edge of what was tried they take', () => {
  expect(sharedEdgeWords(sampleRanking())).toEqual([]);
  expect(
    sharedEdgeWords({ sharedEdges: ['highest-price', 'highest-ad-spend', 'lowest-price'] }),
  ).toEqual([
    m.plan_edge_highest_price(),
    m.plan_edge_highest_ad_spend(),
    m.plan_edge_lowest_price(),
  ]);
});

it('says at what share plans count gains, where results brought less', () => {
  expect([keptWords(null), keptWords(sampleRanking().kept)]).toEqual(['', '']);
  expect(keptWords({ share: 0.78, count: 14 })).toBe(m.plan_kept({ text: '14', share: '78%' }));
});

it('says of a plan to launch as usual that it is one, before all else, unless it is displaced', () => {
  const plan = samplePlan({ isAsUsual: true });
  const said = { title: m.plan_as_usual_title(), advice: m.plan_as_usual_advice() };
  expect(cautionFindings(plan)[0]).toMatchObject(said);
  expect(noteSentences(plan)[0]).toBe(`${said.title} ${said.advice}`);
  expect(asUsualFindings({ ...plan, verdict: { kind: 'displaced' } })).toEqual([]);
  expect(asUsualFindings(samplePlan())).toEqual([]);
});

describe('the doubt about a plan', () => {
  const { note, warn } = { note: 'note', warn: 'warn' } as const;
  it.each<[PromiseKind | undefined, number, number, ReturnType<typeof doubtOf>]>([
    [undefined, 10, 31, null],
    [undefined, 9, 31, { icon: note, text: m.plan_doubt_thin({ tried: tried(9) }) }],
    [undefined, 0, 31, { icon: warn, text: m.plan_doubt_none() }],
    [undefined, 0, 0, { icon: warn, text: m.plan_doubt_untried() }],
    ['tried', 10, 31, null],
    ['analogy', 10, 31, { icon: note, text: m.plan_promise_season() }],
    ['analogy', 3, 31, { icon: note, text: m.plan_promise_few({ tried: tried(3) }) }],
    ['analogy', 0, 31, { icon: warn, text: m.plan_promise_others() }],
    ['assumption', 20, 31, { icon: warn, text: m.plan_promise_edge() }],
    ['assumption', 2, 4, { icon: warn, text: m.plan_promise_hardly() }],
  ])('of the kind %s, tried %i times of %i', (promise, alike, anywhere, doubt) => {
    const support = supportOf(alike, anywhere);
    expect(doubtOf({ support, ...(promise && { promise }) })).toEqual(doubt);
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
