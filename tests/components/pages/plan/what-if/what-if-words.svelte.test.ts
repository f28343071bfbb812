import { describe, expect, it } from 'vitest';
import { WhatIfSliders } from '#components/pages/plan/what-if/slider-state.svelte.ts';
import {
  axisLabel,
  choiceWords,
  curveTicks,
  placeWords,
  valueWords,
  whatIfRange,
} from '#components/pages/plan/what-if/what-if-words.ts';
import { formatMoney } from '#components/words/money.ts';
import { formatUnits } from '#components/words/numbers.ts';
import { pieceWords } from '#components/pages/plan/odds-words.ts';
import { m } from '#messages';
import { plannedAction, planStudy } from '../../../../support/plan-study.ts';
import { sampleRange } from '../../../../support/ranking.ts';

const study = planStudy();
const sliders = new WhatIfSliders(study, plannedAction);
const unpriced = new WhatIfSliders(
  planStudy({ economics: { ...study.economics, listPrice: NaN } }),
  plannedAction,
);

describe('a place on a slider', () => {
  it('is named in its own unit', () => {
    expect(placeWords(sliders, 'week')).toBe('23\u00a0Mar');
    expect(placeWords(sliders, 'price')).toBe('38.00');
    expect(placeWords(sliders, 'spend')).toBe('120');
    expect(placeWords(sliders, 'stock')).toBe('150');
  });

  it('is a share of the list price where that is not known', () => {
    expect(placeWords(unpriced, 'price')).toBe('100%');
    expect(axisLabel(unpriced, 'price')).toBe(m.whatif_price_share());
    expect(axisLabel(sliders, 'price')).toBe(m.whatif_price());
  });

  it('is said with what it brings: units where money is not known', () => {
    expect(whatIfRange(sampleRange(2250), formatMoney)).toBe(
      'about 2,250, likely 1,460\u2060–\u20603,600',
    );
    const profit = whatIfRange(sliders.figures.outcome.profit!, formatMoney);
    const brings = { place: '150', measure: m.whatif_profit_noun(), range: profit };
    expect(valueWords(sliders, 'stock')).toBe(m.whatif_value_text(brings));
    const units = whatIfRange(unpriced.figures.outcome.units, formatUnits);
    const sells = { place: '100%', measure: m.whatif_units_noun(), range: units };
    expect(valueWords(unpriced, 'price')).toBe(m.whatif_value_text(sells));
  });
});

const ads = m.whatif_ads({ amount: '120' });
const stock = m.whatif_first_stock({ pieces: pieceWords(150) });

it('all that is chosen is named, without ads where there are none', () => {
  const pays = 'buyers pay 38.00';
  expect(choiceWords(sliders)).toEqual(['Monday 23 March', pays, ads, stock]);
  expect(choiceWords(unpriced)[1]).toBe('100%');
  const logUnits = study.logUnits.filter((_, i) => i % 4 === 0);
  const bare = planStudy({ adSpends: new Float64Array(), logUnits, returnRates: null });
  const withoutAds = new WhatIfSliders(bare, { ...plannedAction, adSpend: null });
  expect(choiceWords(withoutAds)).toEqual(['Monday 23 March', pays, stock]);
});

it('no price is named where no amount is known and none can be chosen', () => {
  const { economics, priceFactors } = study;
  const one = planStudy({
    economics: { ...economics, listPrice: NaN },
    priceFactors: priceFactors.slice(0, 1),
  });
  const words = choiceWords(new WhatIfSliders(one, { ...plannedAction, priceFactor: 1 }));
  expect(words).toEqual(['Monday 23 March', ads, stock]);
});

it('under the curve of weeks stand the months that begin there, under the others round numbers', () => {
  expect(curveTicks(sliders, 'week').map(({ text }) => text)).toEqual(['Apr']);
  expect(curveTicks(sliders, 'spend').map(({ text }) => text)).toEqual(['0', '100', '200', '300']);
  const prices = curveTicks(sliders, 'price').map(({ at }) => at);
  expect(prices[0]).toBeLessThanOrEqual(0.72 * 38);
  expect(prices.at(-1)).toBeGreaterThanOrEqual(1.32 * 38);
});
