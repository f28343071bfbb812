import { describe, expect, it } from 'vitest';
import { cautionFindings, noteSentences } from '#components/pages/plan/caution-words.ts';
import { neverSoldFinding } from '#components/pages/plan/never-sold-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { samplePlan, sampleProduct } from '../../../support/ranking.ts';

const shift = { shift: 0.4, scale: 0.5, freedom: 6, categories: 4 };
const niche = {
  ...{ name: 'moon lamps', fileNames: ['niches.csv'], unitsLow: 900, unitsHigh: 2400 },
  returnRate: 0.06,
};
const product = sampleProduct({ category: 'Lamps' });
const ofMarket = samplePlan({ product, neverSold: { ...shift, nicheShare: 0.021, niche } });
const ofShop = samplePlan({ product, neverSold: { ...shift, nicheShare: null, niche: null } });

describe('what the forecast of a category that was never sold rests on', () => {
  it('is the market, not the shop, where a niche tells', () => {
    expect(neverSoldFinding(ofMarket)).toEqual({
      icon: 'note',
      title: 'The market’s figures, not yours.',
      advice:
        'You have never launched in “Lamps”. Its niche is “moon lamps” (niches.csv), where one product sells 900\u2060–\u20602,400 units in 360 days. ' +
        'In 4 categories that you know, a launch of yours usually sold 2.1% of that in its first weeks; the forecast follows from it. ' +
        'In the niche, 6% of units are returned. The ranges are wide: try it small first.',
    });
  });

  it('is how the shop’s categories differ where none does', () => {
    expect(neverSoldFinding(ofShop)!.advice).toMatch(
      /^You have never launched in “Lamps”, so the ranges are as wide/,
    );
  });

  it('is not said where the category was sold', () => {
    expect(neverSoldFinding(samplePlan())).toBeNull();
  });

  it('stands for the note on an unknown category, on the page and on paper', () => {
    const plan = { ...ofMarket, notes: ['unknown-category', 'no-title'] as const };
    expect(cautionFindings(plan).map(({ title }) => title)).toEqual([
      'The market’s figures, not yours.',
      'About this product.',
    ]);
    expect(noteSentences(plan).join(' ')).not.toContain('a product of its category');
  });

  it('is said in Chinese', () => {
    inChinese(() => {
      expect(neverSoldFinding(ofMarket)!.advice).toContain('细分市场是“moon lamps”');
    });
  });
});
