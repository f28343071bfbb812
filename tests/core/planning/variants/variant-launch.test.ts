import { expect, it } from 'vitest';
import { variantsText } from '#core/import/derivation/variant-units.ts';
import { soldVariants } from '#core/planning/variants/variant-launch.ts';

it('reads what an import wrote', () => {
  const variants = [
    { name: 'XL / Sand', units: 12 },
    { name: '颜色:红色', units: 7 },
    { name: '颜色\uff1a蓝色', units: 5 },
  ];
  expect(soldVariants(variantsText(variants))).toEqual(
    variants.map((each) => ({ ...each, isSoldOut: false })),
  );
});

it('reads what sold out and what did not sell, and leaves out what it cannot read', () => {
  expect(soldVariants('S: 0; M: 12+; L; XL: many;')).toEqual([
    { name: 'S', units: 0, isSoldOut: false },
    { name: 'M', units: 12, isSoldOut: true },
  ]);
  expect(soldVariants('')).toEqual([]);
  // Punctuation of Chinese texts is full-width.
  expect(soldVariants('红色\uff1a3\uff1b蓝色\uff1a4')).toMatchObject([
    { name: '红色', units: 3 },
    { name: '蓝色', units: 4 },
  ]);
  const text = variantsText([{ name: '红\uff1b蓝', units: 2 }]);
  expect(soldVariants(text)).toMatchObject([{ name: '红,蓝', units: 2 }]);
});
