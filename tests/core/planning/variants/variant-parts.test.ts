import { describe, expect, it } from 'vitest';
import { variantParts } from '#core/planning/variants/variant-parts.ts';

describe('variantParts', () => {
  it.each([
    'XL / Red',
    'Red, XL',
    'Red XL',
    'XL Red',
    '颜色:红色,尺码:XL',
    '颜色\uff1a红色\uff0c尺码\uff1aXL', // full-width punctuation
    '红色\uff1bXL',
    '红色\uff0fXL',
    '颜色分类:红色;尺码:XL',
    'TEE-RED-XL',
    'Size: XL | Colour: Red',
  ])('takes %j apart', (name) => {
    expect(variantParts(name)).toEqual({
      size: { system: 'letters', position: 2 },
      option: 'red',
      family: 'red',
    });
  });

  it('reads names of one axis, and what it does not know as an option', () => {
    expect(variantParts('165/88A').size).toEqual({ system: 'height', position: 165 });
    expect(variantParts('Vanilla')).toEqual({ size: null, option: 'vanilla', family: '' });
    expect(variantParts('500 ml / Vanilla')).toMatchObject({ option: 'vanilla', family: '' });
    expect(variantParts('AB-1234')).toEqual({ size: null, option: 'ab-1234', family: '' });
  });
});
