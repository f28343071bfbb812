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
import { inChinese } from '../../../../support/in-chinese.ts';
import { plannedAction, planStudy } from '../../../../support/plan-study.ts';

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

  it('is a share of the list price where that is not known, and brings units', () => {
    expect(placeWords(unpriced, 'price')).toBe('100%');
    expect(axisLabel(unpriced, 'price')).toBe('Price as share of list price');
    expect(valueWords(unpriced, 'price')).toMatch(/^100%: units about \d+, likely /);
  });

  it('is said with what it brings, in both languages', () => {
    const { profit } = sliders.figures.outcome;
    expect(valueWords(sliders, 'stock')).toBe(`150: profit ${whatIfRange(profit!, formatMoney)}`);
    expect(inChinese(() => valueWords(sliders, 'stock'))).toMatch(/^150：利润约 [\d,]+，大概率 /);
  });
});

it('all that is chosen is named, without ads where there are none', () => {
  expect(choiceWords(sliders)).toEqual([
    ...['Monday 23 March', 'buyers pay 38.00', '120 on ads', 'initial stock: 150 units'],
  ]);
  expect(choiceWords(unpriced)[1]).toBe('100%');
  const logUnits = study.logUnits.filter((_, i) => i % 4 === 0);
  const bare = planStudy({ adSpends: new Float64Array(), logUnits, returnRates: null });
  const withoutAds = new WhatIfSliders(bare, { ...plannedAction, adSpend: null });
  expect(choiceWords(withoutAds)).toEqual([
    ...['Monday 23 March', 'buyers pay 38.00', 'initial stock: 150 units'],
  ]);
});

it('no price is named where no amount is known and none can be chosen', () => {
  const { economics, priceFactors } = study;
  const one = planStudy({
    economics: { ...economics, listPrice: NaN },
    priceFactors: priceFactors.slice(0, 1),
  });
  expect(choiceWords(new WhatIfSliders(one, { ...plannedAction, priceFactor: 1 }))).toEqual([
    ...['Monday 23 March', '120 on ads', 'initial stock: 150 units'],
  ]);
});

it('under the curve of weeks stand the months that begin there, under the others round numbers', () => {
  expect(curveTicks(sliders, 'week').map(({ text }) => text)).toEqual(['Apr']);
  expect(curveTicks(sliders, 'spend').map(({ text }) => text)).toEqual(['0', '100', '200', '300']);
  const prices = curveTicks(sliders, 'price').map(({ at }) => at);
  expect(prices[0]).toBeLessThanOrEqual(0.72 * 38);
  expect(prices.at(-1)).toBeGreaterThanOrEqual(1.32 * 38);
});
