import { describe, expect, it } from 'vitest';
import { meansNoPromotion, nameBlankPromotions } from '#core/import/recipe/blank-promotions.ts';

describe('empty promotion cells', () => {
  it.each([
    {
      says: 'mean no promotion',
      given: ['', 'Sale', ''],
      gives: ['No promotion', 'Sale', 'No promotion'],
    },
    {
      says: 'take the name that the column has for it',
      given: ['none', '', 'Sale'],
      gives: ['none', 'none', 'Sale'],
    },
    { says: 'say nothing where all are empty', given: ['', ''], gives: ['', ''] },
    { says: 'stay away where none is empty', given: ['Sale', 'Bundle'], gives: ['Sale', 'Bundle'] },
  ])('$says', ({ given, gives }) => {
    expect(nameBlankPromotions(given)).toEqual(gives);
  });
});

it('tells a word for none from a promotion', () => {
  const none = ['No promotion', 'none', 'Keine', '无', '无活动', '无促销', '无优惠'];
  expect(none.filter((word) => !meansNoPromotion(word))).toEqual([]);
  const some = ['', 'Coupon', 'No-brainer sale', '无门槛券'];
  expect(some.filter(meansNoPromotion)).toEqual([]);
});
