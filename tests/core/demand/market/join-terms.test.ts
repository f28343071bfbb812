import { describe, expect, it } from 'vitest';
import { joinTerms } from '#core/demand/market/join-terms.ts';

describe('joinTerms', () => {
  it('joins by shared words, in the singular', () => {
    const categories = ['Candles', 'Table lamps', 'Women > Linen Dresses', 'Rugs', ''];
    const terms = ['table lamp', 'scented candle', 'linen dress', 'lamp shade', 'yoga mat'];
    expect(joinTerms(categories, terms)).toEqual([
      'scented candle',
      'table lamp',
      'linen dress',
      null,
      null,
    ]);
  });

  it('prefers the term that says the same in fewer other words', () => {
    expect(joinTerms(['Mugs'], ['travel mug with lid', 'mug', 'mug rack'])).toEqual(['mug']);
  });

  it('joins Chinese by pairs of characters', () => {
    expect(joinTerms(['连衣裙', '马克杯'], ['保温杯', '夏季连衣裙'])).toEqual(['夏季连衣裙', null]);
  });

  it('follows the seller', () => {
    const choices = { Candles: 'home decor', Rugs: '', Vases: 'gone' };
    expect(
      joinTerms(['Candles', 'Rugs', 'Vases'], ['candle', 'rug', 'vase', 'home decor'], choices),
    ).toEqual(['home decor', null, null]);
    expect(joinTerms(['constructor'], ['mug'])).toEqual([null]);
  });

  it('takes what was found by meaning where words find nothing and the seller chose nothing', () => {
    const terms = ['sofa', 'table lamp', 'wool'];
    const meant = { Couches: 'sofa', Lamps: 'sofa', Throws: 'sofa', Rugs: 'gone' };
    const categories = ['Couches', 'Lamps', 'Throws', 'Rugs', 'constructor'];
    expect(joinTerms(categories, terms, { Throws: '' }, meant)).toEqual([
      'sofa',
      'table lamp',
      null,
      null,
      null,
    ]);
    expect(joinTerms(['Couches'], terms, { Couches: 'wool' }, meant)).toEqual(['wool']);
  });
});
