import { describe, expect, it } from 'vitest';
import {
  beyondAnyWords,
  beyondSentences,
  markWords,
  pastSalesFinding,
  unitsMarks,
} from '#components/pages/plan/doubt/past-sales-words.ts';
import type { PastSales } from '#core/planning/plan/past-sales.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import {
  SAMPLE_MONDAY,
  sampleAction,
  samplePlan,
  sampleProduct,
} from '../../../../support/ranking.ts';

const plain = (text: string) => text.replaceAll('\u2060', '');
const past = (units: readonly number[], change: Partial<PastSales> = {}): PastSales => ({
  similar: units.map((each) => ({ title: 'Blue mug', day: SAMPLE_MONDAY - 365, units: each })),
  ...{ median: 50, categoryMedian: 62, high: 400 },
  ...change,
});
const ordering = (stockUnits: number, pastSales: PastSales = past([21, 60, 170])) =>
  samplePlan({ action: sampleAction({ stockUnits }), pastSales });
const findingOf = (...of: Parameters<typeof ordering>) => {
  const { icon, title } = pastSalesFinding(ordering(...of));
  return `${icon}: ${plain(title)}`;
};

describe('what is said of a plan and past launches', () => {
  it('is what similar launches sold', () => {
    expect(findingOf(160)).toBe('note: The 3 most similar launches sold 21–170.');
    expect(findingOf(160, past([40]))).toBe('note: The most similar launch sold 40.');
    expect(findingOf(160, past([]))).toBe('note: No past launch with known sales is much like it.');
  });

  it('is that the order, or the forecast, is above all of them, without advice that a try may refute', () => {
    expect(findingOf(3533)).toBe(
      'warn: The order is 21 times the most that similar launches sold (21–170).',
    );
    expect(findingOf(180)).toBe(
      'warn: The order is above what every similar launch sold (21–170).',
    );
    expect(findingOf(10, past([5, 6, 20]))).toBe(
      'warn: The forecast is 6 times the most that similar launches sold (5–20).',
    );
    expect(findingOf(10, past([0, 0, 0]))).toBe(
      'warn: The order is above what every similar launch sold (0).',
    );
  });

  it('names the stock where it is there already', () => {
    const plan = { ...ordering(3533), product: sampleProduct({ firstStock: 3533 }) };
    expect(plain(beyondSentences(plan)[0]!)).toBe(
      'The stock is 21 times the most that similar launches sold (21–170).',
    );
  });

  it('leaves the range open where the highest sold out', () => {
    const { similar, ...rest } = past([21, 60, 170]);
    const soldOut = similar.map((each, i) => (i === 2 ? { ...each, isSoldOut: true } : each));
    expect(findingOf(160, { ...rest, similar: soldOut as PastSales['similar'] })).toContain(
      '21–170 or more',
    );
  });

  it('asks for new plans where older ones do not hold it', () => {
    const older = samplePlan();
    expect(pastSalesFinding(older).title).toContain('Make plans again');
    expect(beyondSentences(older)).toEqual([]);
  });

  it('is a caution in a list only where the order is above nearly all launches too', () => {
    const told = (stockUnits: number) =>
      plain(beyondAnyWords(ordering(stockUnits), past([21, 60, 170])));
    expect(told(401)).toBe('Order above every similar launch (21–170) and nearly all of its kind');
    expect(told(399)).toBe('');
  });

  it('is said in Chinese', () => {
    inChinese(() => {
      expect(findingOf(3533)).toBe('warn: 采购量是相似上新最高销量的 21 倍（21–170 件）。');
    });
  });
});

describe('the marks of the figure', () => {
  it('are the plan, the medians and each similar launch, lowest first', () => {
    const { similar, ...rest } = past([21, 170]);
    const soldOut = [similar[0]!, { ...similar[1]!, isSoldOut: true as const }];
    const marks = unitsMarks(ordering(160, { ...rest, similar: soldOut }));
    expect(marks.map((mark) => plain(markWords(mark)))).toEqual([
      'Blue mug (Mar 2025): 21',
      'Median of all launches: 50',
      'Median of the category: 62',
      'Forecast: about 120, likely 78–190',
      'Initial order: 160',
      'Blue mug (Mar 2025): > 170, sold out',
    ]);
    expect(marks.map(({ kind }) => kind)).toEqual([
      ...['similar', 'median', 'category-median', 'forecast', 'order', 'sold-out'],
    ]);
  });

  it('leave out what is not known', () => {
    const marks = unitsMarks(ordering(160, past([], { median: null, categoryMedian: null })));
    expect(marks.map(({ kind }) => kind)).toEqual(['forecast', 'order']);
  });
});
