import { describe, expect, it } from 'vitest';
import { variantsText, variantUnits } from '#core/import/derivation/variant-units.ts';
import { orderLines, type OrderLine } from '../../../support/order-lines.ts';

function unitsOf(lines: readonly Partial<OrderLine>[]) {
  return variantUnits(orderLines(lines), [...lines.keys()]);
}

describe('variantUnits', () => {
  it('adds up what each variant sold, by its column, its title or its SKU, most first', () => {
    expect(
      unitsOf([
        { variant: 'Sand', title: 'Hoodie - XL', quantity: 2 },
        { title: 'Hoodie, L', quantity: 1 },
        { title: 'Hoodie, L', quantity: 4 },
        { title: 'Hoodie - with dog', quantity: 3 },
        { title: 'Hoodie', sku: 'HD-9', quantity: 7 },
      ]),
    ).toEqual([
      ...[
        { name: 'HD-9', units: 7 },
        { name: 'L', units: 5 },
      ],
      ...[
        { name: 'with dog', units: 3 },
        { name: 'Sand', units: 2 },
      ],
    ]);
  });

  it('takes one SKU for one variant, whatever titles it had', () => {
    const titles = ['Coat rack', 'Coat rack - black & white'];
    expect(unitsOf(titles.map((title) => ({ title, sku: 'CR' })))).toEqual([]);
    const others = [
      { title: 'Tee, S', sku: 'T-S' },
      { title: 'Tee', sku: 'T-S' },
    ];
    expect(unitsOf([...others, { title: 'Tee, M', sku: 'T-M', quantity: 5 }])).toEqual([
      ...[
        { name: 'M', units: 5 },
        { name: 'S', units: 2 },
      ],
    ]);
  });

  it('tells nothing of a product that was sold in one variant, or of lines that name none', () => {
    expect(unitsOf([{ variant: 'Sand' }, { variant: 'Sand' }, { title: 'Hoodie' }])).toEqual([]);
    expect(unitsOf([])).toEqual([]);
  });
});

it('marks what a catalogue shows as sold out, and adds what it lists unsold', () => {
  const lines = [
    { title: 'Tee, S', sku: 'T-S', quantity: 4 },
    { title: 'Tee, M', sku: 'T-M', quantity: 9 },
    { title: 'Tee, M', sku: 'T-M', quantity: 1 },
  ];
  const listed = [
    { sku: 'T-S', name: 'S', stock: 0 },
    { sku: 'T-M', name: 'M', stock: 0 },
    { sku: 'T-L', name: 'L', stock: 7 },
    { sku: 'T-XL', name: 'XL', stock: 0 },
    { sku: 'T-XS', name: 'XS', stock: NaN },
  ];
  const variants = variantUnits(orderLines(lines), [0, 1], { listed, later: [2] });
  expect(variantsText(variants)).toBe('M: 9; S: 4+; L: 0');
});

it('is written so that its parts can be told again', () => {
  const variants = [
    { name: 'XL; Sand', units: 12 },
    { name: 'L', units: 7 },
  ];
  expect(variantsText(variants)).toBe('XL, Sand: 12; L: 7');
});
