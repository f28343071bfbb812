import { describe, expect, it } from 'vitest';
import { launchLack } from '#core/import/derivation/launch-lack.ts';
import {
  USUAL_DERIVATION,
  type DerivationAccount,
} from '#core/import/derivation/derivation-settings.ts';
import { deriveLaunches } from '#core/import/derivation/derive-launches.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import { orderLines, type OrderLine } from '../../../support/order-lines.ts';

/** What is lacking in lines of orders, as a shop exports them. */
function lackOf(lines: readonly Partial<OrderLine>[], settings = USUAL_DERIVATION) {
  const all = orderLines(lines);
  const source = {
    ...{ lines: all, catalogue: [], onHand: new Map<string, number>() },
    products: productOfLine(all, [], 'product'),
    words: { coupon: 'Code', priceCut: 'Cut' },
  };
  return launchLack(deriveLaunches(source, settings), settings);
}

/** So many products, a new one every few days, each sold for the rest of the time. */
function shop({ days, every }: { days: number; every: number }): Partial<OrderLine>[] {
  const products = Math.floor(days / every);
  return Array.from({ length: products }, (_, product) =>
    [0, 1, 2].map((more) => ({
      title: `Mug ${product}`,
      orderedAt: Math.min(days - 0.5, product * every + more + 0.5),
      quantity: 2,
    })),
  ).flat();
}

describe('launchLack', () => {
  it('says of a month of orders how long records have to be', () => {
    expect(lackOf(shop({ days: 33, every: 1 }))).toEqual({
      ...{ kind: 'short-records', dayCount: 33, beforeDays: 120, afterDays: 28 },
    });
  });

  it('says of long records with few new products where the others are', () => {
    expect(lackOf(shop({ days: 400, every: 40 }))).toMatchObject({
      ...{ kind: 'few-launches', leastLaunches: 8, seenBefore: 4, tooRecent: 1 },
    });
  });

  it('finds nothing lacking where there are launches enough', () => {
    expect(lackOf(shop({ days: 400, every: 4 }))).toBeNull();
  });

  it('says that nothing can be learnt of pieces that are sold once each', () => {
    const pieces = Array.from({ length: 300 }, (_, i) => ({ title: `Vase ${i}`, orderedAt: i }));
    expect(lackOf(pieces)).toEqual({ kind: 'single-pieces' });
  });

  it('says where no line counts', () => {
    expect(lackOf([{ isCancelled: true }, { quantity: NaN }])).toEqual({ kind: 'nothing-counted' });
    const nothing = { launchCount: 0, linesCounted: 0 } as DerivationAccount;
    const told = launchLack(
      { launches: [], account: { ...nothing, productsSetAside: {} as never } },
      USUAL_DERIVATION,
    );
    expect(told).toEqual({ kind: 'nothing-counted' });
  });
});
