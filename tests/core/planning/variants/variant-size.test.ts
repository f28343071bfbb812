import { describe, expect, it } from 'vitest';
import { isWorn, variantSize } from '#core/planning/variants/variant-size.ts';

const at = (text: string) => {
  const size = variantSize(text);
  return size && `${size.system} ${size.position}`;
};

describe('variantSize', () => {
  it.each([
    [['M', 'medium', 'Size: M', '中码', 'M码', 'M (38)', '尺码:M'], 'letters 0'],
    [['XS', 'x-small', '加小码'], 'letters -2'],
    [['XXS', '2XS', 'xxs'], 'letters -3'],
    [['XL', '1XL', 'X-Large', 'extra large', '加大码', '1X'], 'letters 2'],
    [['XXL', '2XL', '2X', 'XX-Large'], 'letters 3'],
    [['5XL', 'XXXXXL'], 'letters 6'],
    [['one size', '均码', 'Free size', 'OS', 'Einheitsgröße'], 'one 0'],
    [['EU 38', '38', '38 EU', '38码', 'Größe 38'], 'numbers 38'],
    [['42.5', '42½', '42,5', '42 1/2', 'EUR 42.5'], 'numbers 42.5'],
    [['UK 8', '8 UK'], 'uk 8'],
    [['US 9.5'], 'us 9.5'],
    [['W32 L34', 'W32', '32/34'], 'waist 32'],
    [['235'], 'foot 235'],
    [['165/88A'], 'height 165'],
    [['90 cm', '90', '90cm'], 'height 90'],
    [['80/86'], 'height 80'],
    [['3-4Y', '3–4 years', '3T', '3岁'], 'age 36'],
    [['6-9M', '6 months', '6个月'], 'age 6'],
    [['500 ml', '0.5 l', '500毫升'], 'volume 500'],
    [['1.5kg', '1,5 kg', '1500克'], 'mass 1500'],
    [['pack of 3', '3 pack', '3件装', '3-pack'], 'count 3'],
  ])('reads %j as %s', (texts, size) => {
    expect(texts.map(at)).toEqual(texts.map(() => size));
  });

  it('reads packages of different units on one scale', () => {
    expect(variantSize('8 fl oz')!.position).toBeCloseTo(236.588, 3);
    expect(variantSize('2 lb')!.position).toBeCloseTo(907.184, 3);
  });

  it.each(['Red', 'X', 'Sandy', 'SKU-1', '7000', ''])('reads no size in %j', (text) => {
    expect(variantSize(text)).toBeNull();
  });

  it('knows which sizes are worn', () => {
    expect([isWorn('letters'), isWorn('volume'), isWorn('one')]).toEqual([true, false, false]);
  });
});
