import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricePerFactor, sliderScale } from '#components/pages/plan/what-if/slider-scale.ts';
import { planStudy, someChoice } from '../../../../support/plan-study.ts';

const study = planStudy();
const { weeks, economics } = study;

describe('the slider of weeks', () => {
  const scale = sliderScale(study, 'week', 300);

  it('goes from the first tried week to the last, by the week', () => {
    expect([scale.min, scale.max, scale.step]).toEqual([weeks[0], weeks.at(-1), 7]);
    expect(scale.placeOf(someChoice)).toBe(weeks[2]);
  });

  it('comes over weeks that were never tried, both ways', () => {
    const before = { ...someChoice, weekIndex: 3 };
    expect(scale.moved(before, weeks[3]! + 7).weekIndex).toBe(4);
    expect(scale.moved({ ...before, weekIndex: 4 }, weeks[4]! - 7).weekIndex).toBe(3);
    expect(scale.moved(before, weeks[3]!).weekIndex).toBe(3);
    expect(scale.moved(before, weeks[1]! + 2).weekIndex).toBe(1);
  });
});

describe('the slider of prices', () => {
  it('has money on it, and stops at the ends of the study', () => {
    const scale = sliderScale(study, 'price', 300);
    expect(scale.placeOf(someChoice)).toBeCloseTo(40 * 0.95, 9);
    expect(scale.min).toBeLessThanOrEqual(0.72 * 38);
    expect(scale.moved(someChoice, 30.4).priceFactor).toBeCloseTo(0.8, 9);
    expect(scale.moved(someChoice, scale.max).priceFactor).toBe(1.32);
    expect(scale.moved(someChoice, scale.min).priceFactor).toBe(0.72);
  });

  it('has shares of the list price where that is not known', () => {
    const unpriced = planStudy({ economics: { ...economics, listPrice: NaN } });
    expect(pricePerFactor(unpriced)).toBe(1);
    expect(sliderScale(unpriced, 'price', 300).placeOf(someChoice)).toBe(1);
  });
});

it('the slider of ad spend stays within what was spent', () => {
  const scale = sliderScale(study, 'spend', 300);
  expect(scale.moved(someChoice, 1e9).adSpend).toBe(300);
  expect(scale.moved(someChoice, 77).adSpend).toBe(77);
});

it('the slider of stock has only stocks that can be ordered', () => {
  const packed = planStudy({ stock: { ...study.stock, packSize: 12, minimumOrder: 30 } });
  const scale = sliderScale(packed, 'stock', 360);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 400, noNaN: true }), (place) => {
      const { stockUnits } = scale.moved(someChoice, place);
      expect(stockUnits % 12).toBe(0);
      expect(stockUnits).toBeGreaterThanOrEqual(36);
      expect(stockUnits).toBeLessThanOrEqual(360);
    }),
  );
  expect(scale.step % 12).toBe(0);
});

it('every slider has no more than a few hundred steps, and leaves the rest of a choice alone', () => {
  for (const axis of ['week', 'price', 'spend', 'stock'] as const) {
    const { min, max, step, moved } = sliderScale(study, axis, 300);
    expect((max - min) / step).toBeLessThan(400);
    const changed = Object.entries(moved(someChoice, max)).filter(
      ([name, value]) => someChoice[name as keyof typeof someChoice] !== value,
    );
    expect(changed).toHaveLength(1);
  }
});
