import { describe, expect, it } from 'vitest';
import { cautionFindings, noteSentences } from '#components/pages/plan/caution-words.ts';
import { neverSoldFinding } from '#components/pages/plan/never-sold-words.ts';
import { tally } from '#components/words/counts.ts';
import { m } from '#messages';
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
    const share = { categories: m.format_categories(tally(4)), share: '2.1%' };
    expect(neverSoldFinding(ofMarket)).toEqual({
      ...{ icon: 'note', title: m.plan_never_sold_market() },
      advice: [
        'You have never launched in “Lamps”. Its niche is “moon lamps” (niches.csv), where one product sells 900\u2060–\u20602,400 units in 360 days.',
        m.plan_never_sold_share(share),
        m.plan_never_sold_returned({ share: '6%' }),
        m.plan_never_sold_small(),
      ].join(' '),
    });
  });

  it('is how the shop’s categories differ where none does', () => {
    const advice = m.plan_never_sold_advice({ category: 'Lamps' });
    expect(neverSoldFinding(ofShop)).toEqual({ icon: 'note', title: m.plan_never_sold(), advice });
  });

  it('is not said where the category was sold', () => {
    expect(neverSoldFinding(samplePlan())).toBeNull();
  });

  it('stands for the note on an unknown category, on the page and on paper', () => {
    const plan = { ...ofMarket, notes: ['unknown-category', 'no-title'] as const };
    expect(cautionFindings(plan).map(({ title }) => title)).toEqual([
      ...[m.plan_never_sold_market(), m.plan_note()],
    ]);
    expect(noteSentences(plan)).not.toContain(m.plan_note_unknown_category());
  });
});
