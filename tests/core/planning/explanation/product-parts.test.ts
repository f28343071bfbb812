import { describe, expect, it } from 'vitest';
import { leaveOneOut, strongestParts } from '#core/planning/explanation/product-parts.ts';
import { fitProductEncoder } from '#core/model/features/product-encoder.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { words } from '#core/base/text/split-words.ts';
import { allRows, launchTable } from '../../../support/launch-table.ts';

const product: NewProduct = {
  ...{ id: 'n', title: 'Linen apron, unheard-of', category: 'Textiles', brand: '' },
  ...{ listPrice: 40, unitCost: 9, attributes: { material: 'Linen', origin: '' } },
};

function encoderOf(title: string) {
  const row = { title, category: 'Textiles' };
  const table = launchTable([row, row, row, { title: 'Mug' }]);
  return fitProductEncoder(table, allRows(table));
}

describe('a product with one thing left out', () => {
  const leftOut = leaveOneOut(product, encoderOf('Linen apron'));

  it('lacks each column that it fills, and each word that was learnt, alone', () => {
    expect(leftOut.map(({ kind, name, value }) => [kind, name, value])).toEqual([
      ['category', '', 'Textiles'],
      ['attribute', 'material', 'Linen'],
      ['list-price', '', ''],
      ['word', '', 'linen'],
      ['word', '', 'apron'],
    ]);
    expect(leftOut[0]!.product).toEqual({ ...product, category: '' });
    expect(leftOut[1]!.product).toEqual({
      ...product,
      attributes: { material: '', origin: '' },
    });
    expect(leftOut[2]!.product).toEqual({ ...product, listPrice: null });
    expect(leftOut[3]!.product).toEqual({ ...product, title: 'apron' });
  });

  it('lacks whole words of scripts without spaces, with the pairs that lie across their ends', () => {
    const title = '搪瓷浇水壶';
    const parts = leaveOneOut({ ...product, title }, encoderOf(title));
    const ofWords = parts.filter(({ kind }) => kind === 'word');
    expect(words(title)).toEqual(['搪瓷', '瓷浇', '浇水', '水壶']);
    expect(ofWords.map(({ value }) => value)).toContain('搪瓷');
    expect(ofWords.map(({ value }) => value)).not.toContain('瓷浇');
    const without = ofWords.find(({ value }) => value === '搪瓷')!;
    expect(words(without.product.title)).toEqual(['浇水', '水壶']);
  });

  it('leaves out no word of which nothing was learnt', () => {
    const parts = leaveOneOut({ ...product, title: '亚麻围裙' }, encoderOf('亚麻桌布'));
    const ofWords = parts.filter(({ kind }) => kind === 'word');
    expect(ofWords.map(({ value }) => value)).toEqual(['亚麻']);
  });
});

describe('the strongest parts', () => {
  const leftOut = leaveOneOut(product, encoderOf('Linen apron'));

  it('come first, up or down, without those that change next to nothing', () => {
    const parts = strongestParts(leftOut, [3.9, 4.3, 3.995, 4, 4.02], 4);
    expect(parts.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'attribute Linen',
      'category Textiles',
      'word apron',
    ]);
    expect(parts.map(({ log }) => log)).toEqual([
      expect.closeTo(-0.3, 9),
      expect.closeTo(0.1, 9),
      expect.closeTo(-0.02, 9),
    ]);
  });

  it('are six at most', () => {
    const many = Array.from({ length: 9 }, (_, i) => ({ ...leftOut[3]!, value: `w${i}` }));
    const logs = many.map((_, i) => 1 - i);
    expect(strongestParts(many, logs, 1).map(({ value }) => value)).toEqual([
      ...['w8', 'w7', 'w6', 'w5', 'w4', 'w3'],
    ]);
  });
});
