// Compares the script that shops run in their warehouse with what Debut derives from the same lines.

import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { mapTexts } from '#core/import/csv/coded-column.ts';
import {
  USUAL_DERIVATION,
  type DerivationSettings,
} from '#core/import/derivation/derivation-settings.ts';
import { deriveLaunches } from '#core/import/derivation/derive-launches.ts';
import { derivedTable } from '#core/import/derivation/derived-table.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import { openDuckdb } from '../support/duckdb.ts';
import { orderLines, type OrderLine } from '../support/order-lines.ts';
import {
  fillWarehouse,
  launchesInWarehouse,
  launchesScript,
  launchRow,
  WAREHOUSE_WORDS,
} from '../support/warehouse.ts';
import { anyShop } from '../core/import/derivation/any-shop.ts';

let database: DuckDBConnection;
beforeAll(async () => {
  database = await openDuckdb();
});

async function both(
  given: readonly Partial<OrderLine>[],
  changed: Partial<DerivationSettings> = {},
) {
  const settings = { ...USUAL_DERIVATION, ...changed };
  const named = orderLines(given);
  // A warehouse has an ID for each product, which is not its title.
  const keys = productOfLine(named, [], settings.level);
  const products = mapTexts(keys, (key) => (/^\d|^$/.test(key) ? key : `P ${key}`));
  const lines = { ...named, productId: products, sku: mapTexts(named.sku, () => '') };
  const source = { lines, products, catalogue: [], onHand: new Map(), words: WAREHOUSE_WORDS };
  const { launches } = deriveLaunches(source, settings);
  await fillWarehouse(database, lines, products);
  return { launches, rows: await launchesInWarehouse(database, settings) };
}

async function expectSame(...given: Parameters<typeof both>): Promise<number> {
  const { launches, rows } = await both(...given);
  expect(rows).toEqual(launches.map(launchRow));
  return rows.length;
}

describe('the script for warehouses', () => {
  it('makes the launches that Debut makes of the same lines, in any small shop', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anyShop, async ({ lines, settings }) => {
        count += await expectSame(lines, settings);
      }),
      { numRuns: 60 },
    );
    expect(count).toBeGreaterThan(5);
  });

  /** Makes each line a product of its own, and adds a product sold on the first and the last day. */
  const shopOf = (changes: readonly Partial<OrderLine>[]) => [
    ...[0.5, 364.5].map((orderedAt) => ({ productId: '22000', orderedAt })),
    ...changes.map((line, i) => ({ productId: `${22_001 + i}`, orderedAt: 200, ...line })),
  ];

  it('leaves out the same lines that are about no goods', async () => {
    const titles = [
      ...['POSTAGE', ' Postage ', 'Shipping Protection', 'Gift Card', 'Gift Card - $25.00', 'Tip'],
      ...[
        'Gift Certificate (50)',
        'Test order 3',
        'Custom amount',
        'Gutschein 20 €',
        'Donation £1',
      ],
      ...[
        'Gastos de envío',
        'Carte cadeau',
        '送料',
        'テスト商品',
        '补差价',
        '邮费专拍',
        '测试商品勿拍',
      ],
      ...['Mug', 'Tipi Tent', 'Testing Kit', 'Adjustable Strap', 'Gift Cards Holder In Oak Wood'],
      ...['Gift Cardholder', 'Tip Jar', 'Deposits', 'Portobello Mug', 'Gift Cards', '红色杯子'],
      ...['Shipping Container Model Kit Large', 'Test Tube Vase Set Of 6', 'Gift cards box'],
      '不锈钢保温杯运费险赠送大容量便携水杯',
    ];
    expect(await expectSame(shopOf(titles.map((title) => ({ title }))))).toBe(14);
  });

  it('leaves out ids that are unlike the others, and titles that are unlike in capitals', async () => {
    const goods = Array.from({ length: 40 }, (_, i) => ({ title: `RED MUG ${i}` }));
    const others = [{ title: 'damaged' }, { productId: 'POST', title: 'DOTCOM' }, { title: '' }];
    expect(await expectSame(shopOf([...goods, ...others]))).toBe(40);
  });

  it('says what Debut says where no settings are changed, in columns that Debut writes itself', async () => {
    expect(launchesScript()).toContain(`${USUAL_DERIVATION.burnInDays} AS burn_in_days`);
    expect(launchesScript()).toContain(`${USUAL_DERIVATION.horizonDays} AS horizon_days`);
    const { launches, rows } = await both(
      shopOf([{ title: 'Mug', category: 'Cups', brand: 'Elm', channel: 'web', coupon: 'HELLO' }]),
    );
    const { headers } = derivedTable(launches);
    expect(headers.length).toBeGreaterThan(10);
    expect(Object.keys(rows[0]!)).toEqual(expect.arrayContaining([...headers]));
  });

  it('holds to what other warehouses understand', () => {
    const code = launchesScript().replaceAll(/--.*/g, '');
    expect(code).not.toMatch(
      /::|\bQUALIFY\b|\bFILTER\b|\bEPOCH\b|DATE_?DIFF|\bLIST_(?!PRICE)|\bEXCLUDE\b|\\|\bALL\)|"/i,
    );
  });
});
