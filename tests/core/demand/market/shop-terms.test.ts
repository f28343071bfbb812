import { describe, expect, it } from 'vitest';
import { shopTerms } from '#core/demand/market/shop-terms.ts';

describe('shopTerms', () => {
  const isAbout = shopTerms(['Cloud lamps, large', 'Table lamp No. 3', '云朵灯']);

  it('takes terms of which half of the words are the shop’s, in singular or plural', () => {
    for (const term of ['cloud lamp', 'LAMPS', 'lamp bedroom', 'large cloud', '云朵灯 卧室'])
      expect(isAbout(term), term).toBe(true);
  });

  it('takes no others, and none that shares only numbers', () => {
    for (const term of ['dog bed', 'lamp for kids bedroom', 'iphone 13', '3', '', '狗窝'])
      expect(isAbout(term), term).toBe(false);
    expect(shopTerms([])('lamp')).toBe(false);
  });
});
