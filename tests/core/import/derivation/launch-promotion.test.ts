import { describe, expect, it } from 'vitest';
import { launchPromotion } from '#core/import/derivation/launch-promotion.ts';

const words = { coupon: 'Code', priceCut: 'Cut' };
const promotion = (paid: number, usualPrice: number, couponShare = 0) =>
  launchPromotion({ paid, usualPrice, couponShare }, words);

describe('launchPromotion', () => {
  it.each([
    [10, 10, ''],
    [9.6, 10, ''],
    [9.5, 10, 'Cut 5%'],
    [9, 10, 'Cut 10%'],
    [8.8, 10, 'Cut 10%'],
    [8.7, 10, 'Cut 15%'],
    [5, 10, 'Cut 50%'],
    [0, 10, 'Cut 100%'],
  ])('calls %f paid of %f “%s”', (paid, usualPrice, said) => {
    expect(promotion(paid, usualPrice)).toBe(said);
  });

  it('is no promotion where more than usual was paid', () => {
    expect(promotion(12, 10)).toBe('');
  });

  it('is a coupon from half of the pieces on, however deep the cut', () => {
    expect(promotion(5, 10, 0.5)).toBe('Code');
    expect(promotion(10, 10, 1)).toBe('Code');
    expect(promotion(5, 10, 0.49)).toBe('Cut 50%');
  });

  it('is none that can be told where a price is not known', () => {
    expect(promotion(NaN, 10)).toBe('');
    expect(promotion(5, NaN)).toBe('');
    expect(promotion(NaN, NaN, 1)).toBe('Code');
  });

  it('is none where the usual price is nothing', () => {
    expect(promotion(0, 0)).toBe('');
  });
});
