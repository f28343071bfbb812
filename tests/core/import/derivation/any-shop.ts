import fc from 'fast-check';
import type { CatalogueProduct } from '#core/import/platform-files/catalogue/catalogue.ts';
import type { DerivationSettings } from '#core/import/derivation/derivation-settings.ts';
import { catalogueProduct } from '../../../support/catalogue-product.ts';
import { PLAIN_LINE, type OrderLine } from '../../../support/order-lines.ts';

/** Eighths of a day and quarters of money, so that no sum depends on the order of its terms. */
const moment = fc.integer({ min: 0, max: 8 * 500 }).map((eighths) => eighths / 8);

const sold = fc.record({
  orderId: fc.constantFrom('#1', '#2', '#3', '#4', '#5', '#6'),
  goods: fc.constantFrom(
    ...[
      { sku: 'JUG-S', title: 'Jug - Small' },
      { sku: 'JUG-L', title: 'Jug - Large' },
      { sku: '', title: 'Jug - Large', variant: 'Large' },
      { sku: '', title: 'Jug' },
    ],
    ...[
      { sku: 'BOWL-R', title: 'Bowl - Red' },
      { sku: 'BOWL-B', title: 'Bowl - Blue' },
      { sku: 'BOWL-B', title: '' },
      { sku: 'BOWL-B', title: 'Bowl, blue' },
    ],
    ...[
      { productId: 'B01', title: 'Pot', variant: 'Tall' },
      { productId: 'B01', title: 'Tea pot' },
      { productId: 'BOWL-R', title: 'Bowl' },
    ],
    ...[
      { sku: 'LONE', title: 'Warm - Cold' },
      { title: 'Mug' },
      { title: 'Postage' },
      { title: '' },
    ],
  ),
  category: fc.constantFrom('', 'Kitchen', 'Garden'),
  brand: fc.constantFrom('', 'Elm', 'Oak'),
  channel: fc.constantFrom('', 'web', 'pos'),
  coupon: fc.constantFrom('', '', 'HELLO'),
  orderedAt: fc.oneof({ weight: 20, arbitrary: moment }, fc.constant(NaN)),
  quantity: fc.constantFrom(1, 1, 1, 2, 3, 4, 25, 90, -1, -2, 0, NaN),
  unitPrice: fc.constantFrom(4, 8, 10, 12.5, 10, 10, 0, NaN),
  listPrice: fc.constantFrom(NaN, NaN, 10, 16),
  discount: fc.constantFrom(0, 0, 0.25, 2, 40),
  /** Of what was paid. */
  refundedShare: fc.constantFrom(0, 0, 0, 0.5, 1, 2),
  isCancelled: fc.boolean(),
});

/** A line of the few goods that such a shop sells. */
const anyLine = fc
  .tuple(sold, fc.integer({ min: 0, max: 9 }))
  .map(([{ goods, refundedShare, isCancelled, ...line }, luck]): OrderLine => {
    const paid = Math.max(0, line.quantity * line.unitPrice - line.discount);
    const fate = { refunded: refundedShare * paid || 0, isCancelled: isCancelled && luck === 0 };
    return { ...PLAIN_LINE, ...line, ...goods, ...fate };
  });

const listedOn = fc.oneof(fc.constant(NaN), fc.integer({ min: -20, max: 500 }));

const anyCatalogue = fc
  .record({
    jug: listedOn,
    bowl: listedOn,
    vase: listedOn,
    listPrice: fc.constantFrom(NaN, 10, 15),
    category: fc.constantFrom('', 'Tableware'),
    count: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ jug, bowl, vase, count, ...both }): readonly CatalogueProduct[] =>
    [
      catalogueProduct({
        ...both,
        productId: 'jug',
        title: 'Jug',
        skus: ['', 'JUG-S'],
        listedOn: jug,
      }),
      catalogueProduct({ ...both, productId: 'bowl', skus: ['BOWL-R', 'BOWL-B'], listedOn: bowl }),
      catalogueProduct({
        productId: 'vase',
        title: 'Vase',
        skus: ['VASE'],
        listedOn: vase,
        unitCost: 3,
      }),
    ].slice(0, count),
  );

const anySettings = fc.record<DerivationSettings>({
  level: fc.constantFrom('product', 'variant'),
  horizonDays: fc.constantFrom(1, 7, 28, 60),
  burnInDays: fc.constantFrom(0, 10, 120),
  leaveOutBulk: fc.boolean(),
  countPending: fc.constant(false),
});

/** Small shops in which everything that can happen to a line does. */
export const anyShop = fc.record({
  lines: fc.array(anyLine, { maxLength: 40 }),
  catalogue: anyCatalogue,
  settings: anySettings,
});
