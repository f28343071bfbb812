import { describe, expect, it } from 'vitest';
import {
  beyondAnyWords,
  beyondSentences,
  markWords,
  pastSalesFinding,
  unitsMarks,
} from '#components/pages/plan/doubt/past-sales-words.ts';
import type { PastSales } from '#core/planning/plan/past-sales.ts';
import { m } from '#messages';
import { inChinese } from '../../../../support/in-chinese.ts';
import {
  SAMPLE_MONDAY,
  sampleAction,
  samplePlan,
  sampleProduct,
} from '../../../../support/ranking.ts';

const past = (units: readonly number[], change: Partial<PastSales> = {}): PastSales => ({
  similar: units.map((each) => ({ title: 'Blue mug', day: SAMPLE_MONDAY - 365, units: each })),
  ...{ median: 50, categoryMedian: 62, high: 400 },
  ...change,
});
const ordering = (stockUnits: number, pastSales: PastSales = past([21, 60, 170])) =>
  samplePlan({ action: sampleAction({ stockUnits }), pastSales });
const findingOf = (...of: Parameters<typeof ordering>) => pastSalesFinding(ordering(...of));
const soldOut = ({ similar, ...rest }: PastSales): PastSales => ({
  ...rest,
  similar: similar.map((each) => (each.units === 170 ? { ...each, isSoldOut: true } : each)),
});
const range = '21\u2060–\u2060170';
const above = { what: 'order', size: 'above', times: '', range } as const;

describe('what is said of a plan and past launches', () => {
  it('is what similar launches sold', () => {
    const note = (title: string) => ({ icon: 'note', title });
    const sold = (count: number, units: string) =>
      note(m.doubt_sold({ count, text: `${count}`, range: units }));
    expect(findingOf(160)).toEqual(sold(3, range));
    expect(findingOf(160, past([40]))).toEqual(sold(1, '40'));
    expect(findingOf(160, soldOut(past([21, 60, 170])))).toEqual(
      sold(3, m.doubt_or_more({ range })),
    );
    expect(findingOf(160, past([]))).toEqual(note(m.doubt_none()));
  });

  it('is that the order, or the forecast, is above all of them, without advice that a try may refute', () => {
    const warn = (title: string) => ({ icon: 'warn', title });
    expect(findingOf(3533)).toEqual(
      warn('The order is 21 times the most that similar launches sold (21\u2060–\u2060170).'),
    );
    expect(findingOf(180)).toEqual(warn(m.doubt_beyond(above)));
    const forecast = {
      what: 'forecast',
      size: 'times',
      times: '6',
      range: '5\u2060–\u206020',
    } as const;
    expect(findingOf(10, past([5, 6, 20]))).toEqual(warn(m.doubt_beyond(forecast)));
    const none = m.doubt_beyond({ ...above, range: '0' });
    expect(findingOf(10, past([0, 0, 0]))).toEqual(warn(none));
  });

  it('names the stock where it is there already', () => {
    const plan = { ...ordering(3533), product: sampleProduct({ firstStock: 3533 }) };
    const stock = { ...above, what: 'stock', size: 'times', times: '21' } as const;
    expect(beyondSentences(plan)).toEqual([m.doubt_beyond(stock)]);
  });

  it('asks for new plans where older ones do not hold it', () => {
    const older = samplePlan();
    expect(pastSalesFinding(older)).toEqual({ icon: 'note', title: m.doubt_not_stored() });
    expect(beyondSentences(older)).toEqual([]);
  });

  it('is a caution in a list only where the order is above nearly all launches too', () => {
    const told = (stockUnits: number) => beyondAnyWords(ordering(stockUnits), past([21, 60, 170]));
    expect(told(401)).toBe(m.doubt_beyond_any({ range }));
    expect(told(399)).toBe('');
  });
});

describe('the marks of the figure', () => {
  it('are the plan, the medians and each similar launch, lowest first', () => {
    const mug = m.doubt_launch({ title: 'Blue mug', month: 'Mar 2025' });
    const marks = unitsMarks(ordering(160, soldOut(past([21, 170]))));
    expect(marks.map(({ kind, name, value }) => [kind, name, value])).toEqual([
      ['similar', mug, '21'],
      ['median', m.doubt_median(), '50'],
      ['category-median', m.doubt_category_median(), '62'],
      ['forecast', m.doubt_forecast(), 'about 120, likely 78\u2060–\u2060190'],
      ['order', m.doubt_order(), '160'],
      ['sold-out', mug, m.doubt_sold_out({ text: '170' })],
    ]);
    expect(markWords(marks[0]!)).toBe('Blue mug (Mar 2025): 21');
  });

  it('leave out what is not known', () => {
    const bare = ordering(160, past([], { median: null, categoryMedian: null }));
    expect(unitsMarks(bare).map(({ kind }) => kind)).toEqual(['forecast', 'order']);
  });

  it('count pieces in Chinese', () => {
    const value = inChinese(() => unitsMarks(ordering(160, past([])))[2]!.value);
    expect(value).toContain('约 120 件');
  });
});
