import { describe, expect, it } from 'vitest';
import { encodeProducts, fitProductEncoder } from '#core/model/features/product-encoder.ts';
import { choiceInputs, type ChoiceInputs } from '#core/evaluation/off-policy/choice-inputs.ts';
import type { CoarseActions } from '#core/evaluation/off-policy/logged-offers.ts';
import { allRows, launchTable, type LaunchRow } from '../../../support/launch-table.ts';

/** The second takes a quarter off, and costs twice the ads. */
const COARSE: CoarseActions = {
  actions: [
    { channel: 'shop', promotion: 'none' },
    { channel: 'social', promotion: 'sale' },
  ],
  places: [
    { channel: 0, promotion: 0 },
    { channel: 1, promotion: 1 },
  ],
  depths: [0, 0.25],
  fees: [0, 0],
  usualSpends: [50, 100],
};
const MONDAY = 19_002;

function inputsOf(launches: readonly LaunchRow[], taken: readonly number[]): ChoiceInputs {
  const table = launchTable(launches.map((own) => ({ category: 'mugs', listPrice: 20, ...own })));
  const rows = allRows(table);
  const encoder = fitProductEncoder(table, rows);
  const x = encodeProducts(encoder, table, rows);
  return choiceInputs(table, COARSE, { encoder, rows, x, taken });
}

/** Of one launch, what stands under a name. */
function under(
  { starts, columns, values, groups, names }: ChoiceInputs,
  row: number,
  name: string,
) {
  const group = names.indexOf(name);
  return Array.from({ length: starts[row + 1]! - starts[row]! }, (_, k) => starts[row]! + k)
    .filter((e) => groups[columns[e]!] === group)
    .map((e) => values[e]!);
}

describe('what was known when a choice was made', () => {
  it('begins with a constant in every row, and leaves zeros out', () => {
    const inputs = inputsOf([{}, { day: MONDAY }], [0, 0]);
    for (const row of [0, 1]) {
      expect(inputs.columns[inputs.starts[row]!]).toBe(0);
      expect(inputs.values[inputs.starts[row]!]).toBe(1);
    }
    expect([...inputs.values]).not.toContain(0);
    expect(inputs.groups).toHaveLength(inputs.width);
  });

  it('tells price and spend apart from the promotion and the channel that were chosen', () => {
    const inputs = inputsOf(
      [
        { salePrice: 22, adSpend: 75 },
        { salePrice: 16.5, adSpend: 150 },
        { salePrice: 20, adSpend: 50 },
        { salePrice: 15, adSpend: 100 },
      ],
      [0, 1, 0, 1],
    );
    for (const name of ['launchPrice', 'adSpend']) {
      expect(under(inputs, 0, name)[0]).toBeGreaterThan(0.3);
      expect(under(inputs, 1, name)[0]).toBeCloseTo(under(inputs, 0, name)[0]!, 10);
      expect(under(inputs, 2, name)).toEqual([]);
      expect(under(inputs, 3, name)).toEqual([]);
    }
  });

  it('takes what is not known as usual', () => {
    const inputs = inputsOf([{}, { salePrice: 20, adSpend: 50 }], [0, 0]);
    expect(under(inputs, 0, 'adSpend')).toEqual([]);
    expect(under(inputs, 0, 'launchPrice')).toEqual([]);
  });

  it('holds back what is far out: a spend of nothing, a price of ten times as much', () => {
    const inputs = inputsOf([{ salePrice: 200, adSpend: 0 }], [0]);
    expect(under(inputs, 0, 'launchPrice')).toEqual([12]);
    expect(under(inputs, 0, 'adSpend')).toEqual([-12]);
  });

  it('tells weeks of the season apart, in every year alike', () => {
    const inputs = inputsOf(
      [{ day: MONDAY }, { day: MONDAY + 26 * 7 }, { day: MONDAY + 52 * 7 }],
      [0, 0, 0],
    );
    expect(under(inputs, 2, 'week')).toEqual(under(inputs, 0, 'week'));
    expect(under(inputs, 1, 'week')).not.toEqual(under(inputs, 0, 'week'));
  });

  it('names the columns of the product, its words as the title', () => {
    const launches = Array.from({ length: 6 }, (_, i) => ({
      title: i < 3 ? 'Red mug' : 'Blue mug',
      material: i < 3 ? 'Glass' : 'Steel',
    }));
    const inputs = inputsOf(launches, [0, 0, 0, 0, 0, 0]);
    expect(inputs.names).toEqual([
      'title',
      'category',
      'brand',
      'attribute:material',
      'listPrice',
      'week',
      'launchPrice',
      'adSpend',
    ]);
    expect(under(inputs, 0, 'title').length).toBeGreaterThan(0);
    expect(under(inputs, 0, 'attribute:material')).toEqual([1]);
  });
});
