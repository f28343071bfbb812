import { describe, expect, it } from 'vitest';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { LEFT_OUT, pairLoss, type SeasonProblem } from '#core/season/problem/season-problem.ts';
import {
  brokenLimits,
  chosen,
  seasonLoss,
  seasonMerit,
  seasonUse,
  seasonValue,
} from '#core/season/problem/season-value.ts';
import type { SeasonOption } from '#core/season/offers/season-option.ts';
import { FIRST_WEEK } from '../../../support/random-offers.ts';

const option = (week: number, channel: number, value: number): SeasonOption => ({
  ...{ week, channel, value, promotion: 0, priceFactor: 1, adSpend: 40, stockUnits: 10 },
  ...{ stockCost: 100, logUnits: 2, contribution: value + 40, meritShare: 0.9 },
  money: { revenue: 20, margin: 10, leftover: 3, fixedCost: 40 },
});

const problem: SeasonProblem = {
  weeks: [FIRST_WEEK, FIRST_WEEK + 7, FIRST_WEEK + 14],
  channels: ['own store', 'social'],
  products: [
    { productId: 'a', options: [option(0, 0, 100), option(1, 1, 80)] },
    { productId: 'b', options: [option(0, 1, 50), option(2, 0, 60)] },
  ].map((product) => ({
    ...{ ...product, title: product.productId, isNeeded: false, isLocked: false },
    contributions: Float64Array.from([140, 120, 100]),
    meritContributions: Float64Array.from([126, 108, 90]),
  })),
  pairs: [{ first: 0, second: 1, likeness: 0.5 }],
  competition: { later: 0.4, earlier: 0.2 },
  compared: { products: 3, beyond: 0, isInFull: true },
  limits: { ...usualLimits(FIRST_WEEK), mostPerWeek: 1, adBudget: 70, stockBudget: 200 },
};

describe('what a calendar is worth', () => {
  it('is what its launches bring, less what they take from each other', () => {
    const both = Int32Array.from([0, 0]);
    const lost = 1 - Math.exp(-0.5 * 0.3); // the same week: the mean of both strengths
    expect(seasonLoss(problem, both)).toBeCloseTo(lost * (140 + 140), 9);
    expect(seasonValue(problem, both)).toBeCloseTo(150 - lost * 280, 9);
    expect(seasonValue(problem, Int32Array.from([0, LEFT_OUT]))).toBe(100);
    expect(chosen(problem, Int32Array.from([0, LEFT_OUT]), 1)).toBeNull();
  });

  it('counts for as much as its launches count for, losses in full', () => {
    const both = Int32Array.from([0, 0]);
    const lost = 1 - Math.exp(-0.5 * 0.3);
    expect(seasonMerit(problem, both)).toBeCloseTo(0.9 * (150 - lost * 280), 9);
    const losing = [option(0, 0, -100)];
    const products = problem.products.with(0, { ...problem.products[0]!, options: losing });
    expect(seasonMerit({ ...problem, products }, Int32Array.from([0, LEFT_OUT]))).toBe(-100);
  });

  it('knows who is the later one', () => {
    const pair = problem.pairs[0]!;
    const near = 0.5 * 0.5; // two weeks apart
    const [earlier, later] = [1 - Math.exp(-near * 0.2), 1 - Math.exp(-near * 0.4)];
    expect(pairLoss(problem, pair, [0, 2])).toBeCloseTo(earlier * 140 + later * 100, 9);
    expect(pairLoss(problem, pair, [2, 0])).toBeCloseTo(later * 100 + earlier * 140, 9);
  });

  it('says what is used, by week and channel', () => {
    const use = seasonUse(problem, Int32Array.from([1, 1]));
    expect([...use.launches]).toEqual([0, 1, 1]);
    expect([...use.adSpend]).toEqual([0, 40, 40]);
    expect(use).toMatchObject({ adSpendTotal: 80, stockCost: 200 });
    expect(use.adSpendOf).toEqual({ social: 40, 'own store': 40 });
  });

  it('names every limit that is broken, and only those', () => {
    expect(brokenLimits(problem, Int32Array.from([0, LEFT_OUT]))).toEqual([]);
    expect(brokenLimits(problem, Int32Array.from([0, 0]))).toEqual([
      { kind: 'most-per-week', week: FIRST_WEEK },
      { kind: 'ad-budget' },
    ]);
    const strict = {
      ...problem,
      products: problem.products.map((product) => ({ ...product, isNeeded: true })),
      limits: { ...problem.limits, stockBudget: 99, channelBudgets: { social: 10 } },
    };
    expect(brokenLimits(strict, Int32Array.from([LEFT_OUT, 0]))).toEqual([
      { kind: 'channel-budget', channel: 'social' },
      { kind: 'stock-budget' },
      { kind: 'needed', productId: 'a' },
    ]);
  });

  it('takes no channel for what every object answers to', () => {
    const named = {
      ...problem,
      channels: ['constructor', '__proto__'],
      limits: { ...usualLimits(FIRST_WEEK), channelBudgets: { toString: 1, constructor: 10 } },
    };
    const choice = Int32Array.from([0, 0]);
    expect(brokenLimits(named, choice)).toEqual([
      { kind: 'channel-budget', channel: 'constructor' },
    ]);
    const free = { ...named, limits: usualLimits(FIRST_WEEK) };
    expect(greedySeason(free)).toEqual(greedySeason({ ...free, channels: problem.channels }));
    expect(seasonUse(named, choice).adSpendOf).toEqual(
      Object.fromEntries([
        ['constructor', 40],
        ['__proto__', 40],
      ]),
    );
  });
});
