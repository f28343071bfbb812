import { describe, expect, it } from 'vitest';
import { doubtOf, safestOf } from '#components/pages/plan/doubt-words.ts';
import type { PromiseKind } from '#core/planning/plan/launch-plan.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { sampleRange } from '../../../support/ranking.ts';

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
