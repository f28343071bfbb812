import { expect, it } from 'vitest';
import { variantsText } from '#core/import/derivation/variant-units.ts';
import { soldVariants } from '#core/planning/variants/variant-launch.ts';

it('reads what an import wrote', () => {
  const variants = [
    { name: 'XL / Sand', units: 12 },
    { name: '颜色:红色', units: 7 },
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
});
