import { describe, expect, it } from 'vitest';
import { linesOfLaunches } from '#core/import/baskets/lines-of-launches.ts';
import type { LoggedProduct } from '#core/import/baskets/sales-log.ts';

const logged = (productId: string, title: string): LoggedProduct => ({
  ...{ productId, title, category: '', price: NaN, firstDay: 0, isLaunch: false },
});
const launches = { productId: ['M-1', ''], title: ['Blue mug', 'Green tea pot'] };

describe('linesOfLaunches', () => {
  it('counts lines of launches by number or title, and names the others, most lines first', () => {
    const products = [
      logged('m-1', 'Renamed mug'),
      logged('', 'Green Tea Pot'),
      logged('', 'Green garden pot'),
      logged('', 'Watering can'),
    ];
    const product = Uint32Array.of(0, 0, 1, 2, 3, 3, 3);
    expect(linesOfLaunches({ products, product }, launches)).toEqual({
      lineCount: 3,
      otherTitles: ['Watering can', 'Green garden pot'],
    });
  });

  it('names ten others at most, by their number where they have no title', () => {
    const products = Array.from({ length: 12 }, (_, i) => logged(`P-${i}x`, ''));
    const { lineCount, otherTitles } = linesOfLaunches(
      { products, product: Uint32Array.from(products.keys()) },
      launches,
    );
    expect(lineCount).toBe(0);
    expect(otherTitles).toHaveLength(10);
    expect(otherTitles[0]).toBe('P-0x');
  });
});
