import { describe, expect, it } from 'vitest';
import { variantColour } from '#core/planning/variants/variant-colour.ts';

describe('variantColour', () => {
  it.each([
    [['Black', 'schwarz', '黑色', '黑', 'Colour: Black', '颜色:黑色'], 'black', 'black'],
    [['米白', '米白色', 'Cream', 'off-white'], 'cream', 'white'],
    [['Dark blue', 'dunkelblau', '深蓝色'], 'dark blue', 'blue'],
    [['light green', 'hellgrün', '浅绿'], 'light green', 'green'],
    [['藏青色', 'Navy', 'navy blue'], 'navy', 'blue'],
    [['卡其色', 'Khaki'], 'khaki', 'beige'],
    [['酒红', 'Burgundy'], 'burgundy', 'red'],
    [['washed black', 'Matte Black'], 'black', 'black'],
    [['rose gold', '玫瑰金'], 'rose gold', 'metal'],
  ])('reads %j as %s', (texts, name, family) => {
    expect(texts.map(variantColour)).toEqual(texts.map(() => ({ name, family })));
  });

  it('keeps a shade that it does not know beside the colour', () => {
    expect(variantColour('雾霾蓝')).toEqual({ name: '雾霾 blue', family: 'blue' });
    expect(variantColour('black & white')).toEqual({ name: 'black and white', family: 'black' });
  });

  it.each(['XL', 'Vanilla', 'Tall blue', ''])('reads no colour in %j', (text) => {
    expect(variantColour(text)).toBeNull();
  });
});
