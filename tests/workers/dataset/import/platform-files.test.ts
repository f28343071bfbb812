// Files with the headers that platforms write and rows made up by hand, over the whole way from bytes to launches.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DerivationSettings } from '#core/import/derivation/derivation-settings.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { FileCache } from '#workers/dataset/import/file-cache.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { previewExports } from '#workers/dataset/import/preview-exports.ts';
import { csvFile, jobFor } from '../../../support/csv-file.ts';
import { allLines, columnTexts } from '../../../support/order-lines.ts';
import { shopRequest } from '../../../support/shop-request.ts';

const HEADERS = JSON.parse(
  readFileSync(new URL('../../../fixtures/exports/headers.json', import.meta.url), 'utf8'),
) as Record<string, string[]>;

interface Written {
  /** Of HEADERS. */
  readonly like: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly above?: string;
  /** In cells of which a row says nothing. */
  readonly empty?: string;
  readonly delimiter?: string;
}

function fileOf({ like, rows, above = '', empty = '', delimiter = ',' }: Written): File {
  const headers = HEADERS[like]!;
  for (const row of rows) expect(headers).toEqual(expect.arrayContaining(Object.keys(row)));
  const cells = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? empty))];
  const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = cells.map((line) => line.map(quoted).join(delimiter));
  return csvFile(`${above}${lines.join('\r\n')}\r\n`, `${like}.csv`);
}

async function dropped(files: readonly File[], settings: Partial<DerivationSettings> = {}) {
  const request = { ...shopRequest(files, { burnInDays: 0, ...settings }), timeZone: null };
  const cache = new FileCache();
  const preview = await previewExports(request, jobFor(), cache);
  const { joined } = await cache.openShop(request, new ThrottledJob(jobFor()));
  return { ...preview, joined };
}

describe('payments of eBay', () => {
  const sale = (day: string, order: string, item: string, subtotal: string) => ({
    ...{ 'Transaction date': day, Type: 'Order', 'Order number': order, 'Item ID': item },
    ...{ 'Item title': `Lamp ${item}`, Quantity: '2', 'Item subtotal': subtotal },
    'Gross transaction amount': '99',
  });
  const file = fileOf({
    like: 'eBay payments',
    empty: '--',
    above: [
      ...['"--","Seller username","some-shop"', '"--","Start date","Jan 1, 2023"', ''],
      '',
    ].join('\r\n'),
    rows: [
      { 'Transaction date': 'Mar 9, 2023', Type: 'Payout', 'Gross transaction amount': '-80' },
      {
        ...{ 'Transaction date': 'Mar 2, 2023', Type: 'Refund', 'Order number': '07-2' },
        ...{ 'Item title': 'Lamp 72', 'Gross transaction amount': '-11.00' },
      },
      { 'Transaction date': 'Feb 8, 2023', Type: 'Other fee', 'Order number': '07-2' },
      sale('Apr 20, 2023', '07-3', '71', '40'),
      sale('Feb 1, 2023', '07-2', '72', '22'),
      sale('Jan 1, 2023', '07-1', '71', '$40.00'),
    ],
  });

  it('are sales, refunds by the number of their order, and rows that are set aside', async () => {
    const { files, problems, largest, joined } = await dropped([file]);
    expect(problems).toEqual([]);
    expect(files[0]!.account).toEqual({
      ...{ usedRows: 3, entryCount: 3, refundRows: 1, unnamedRows: 0, repeatedRows: 0 },
      linesAsPieces: false,
      otherKinds: [
        { name: 'Other fee', rowCount: 1 },
        { name: 'Payout', rowCount: 1 },
      ],
    });
    expect(joined.lines!.orderedAt[0]).toBe(dayFromCalendar(2023, 1, 1));
    expect(largest).toMatchObject([
      { productId: '72', title: 'Lamp 72', units: 2, revenue: 22, returns: 1, listPrice: 11 },
    ]);
  });
});

describe('orders of TikTok Shop', () => {
  const line = (title: string, status: string, facts: Readonly<Record<string, string>>) => ({
    ...{ 'Order ID': '5830\t', 'Order Status': status, 'SKU ID': '17290\t', 'Product Name': title },
    ...{ 'Created Time': '10/05/2026 22:05:43\t', Quantity: '1', 'Order Amount': '90' },
    ...facts,
  });
  const prices = (before: string, after: string) => ({
    ...{ 'SKU Unit Original Price': before, 'SKU Subtotal After Discount': after },
  });

  it('are lines at what was paid for them, without notes on the columns and what is on no way yet', async () => {
    const notes = line('Product name.', 'Current order status.', {
      ...{ 'Created Time': 'When the order was created.', Quantity: 'Number of pieces.' },
    });
    const { account, joined, files } = await dropped([
      fileOf({
        like: 'TikTok Shop orders',
        rows: [
          notes,
          line('Serum', 'Shipped', { Quantity: '3', Variation: '30ml', ...prices('20', '45') }),
          line('Cream', 'Canceled', prices('9', '9')),
          line('Balm', 'To ship', prices('9', '9')),
        ],
      }),
    ]);
    expect(files[0]!.account).toMatchObject({ usedRows: 3, unnamedRows: 1 });
    expect(account).toMatchObject({ linesRead: 3, linesCounted: 1 });
    expect(account!.linesSetAside.cancelled).toBe(2);
    const [serum] = allLines(joined.lines!).filter(({ title }) => title === 'Serum');
    expect(serum).toMatchObject({ productId: 'Serum', unitPrice: 20, discount: 15, quantity: 3 });
    expect(Math.floor(serum!.orderedAt)).toBe(dayFromCalendar(2026, 5, 10));
  });
});

describe('a till of Square', () => {
  const sold = (item: string, date: string, facts: Readonly<Record<string, string>> = {}) => ({
    ...{ Date: date, Time: '09:30:00', Item: item, Qty: '1.0', 'Gross Sales': '$8.00' },
    ...{ Discounts: '$0.00', 'Transaction ID': `${item} ${date}`, Category: 'None', ...facts },
  });

  it('sells one product however it is typed, and extras are its variants', async () => {
    const { account, largest } = await dropped(
      [
        fileOf({
          like: 'Square items',
          rows: [
            sold('Cold Brew', '2026-01-02'),
            sold('matcha latte', '2026-01-05', { 'Modifiers Applied': 'Vanilla, 16oz' }),
            sold('Matcha Latte ', '2026-01-06', { Qty: '2.0', 'Gross Sales': '$16.00' }),
            sold('Matcha Latte', '2026-01-07', { Qty: '-1.0', 'Gross Sales': '-$8.00' }),
            sold('Custom Amount', '2026-01-08'),
            sold('Cold Brew', '2026-03-01'),
          ],
        }),
      ],
      { level: 'product' },
    );
    expect(account).toMatchObject({ linesRead: 6, linesCounted: 5, productCount: 2 });
    expect(largest).toMatchObject([
      { productId: 'Matcha Latte', category: '', units: 3, returns: 1, revenue: 24 },
    ]);
  });
});

describe('catalogues', () => {
  it('of Wix price variants by their surcharge', async () => {
    const product = { fieldType: 'Product', handleId: 'p1', name: 'Card', price: '0.0' };
    const variant = { fieldType: 'Variant', handleId: 'p1', productOptionDescription1: 'A4' };
    const { joined, files } = await dropped([
      fileOf({
        like: 'Wix products',
        rows: [
          { ...product, description: '<p>Heavy&nbsp;<b>paper</b></p>', collection: 'Wedding' },
          { ...variant, surcharge: '10.0', productOptionDescription2: 'White' },
          { ...variant, surcharge: '30.0', productOptionDescription2: 'Cream' },
        ],
      }),
    ]);
    expect(files[0]!.account).toMatchObject({ usedRows: 3, entryCount: 1 });
    expect(joined.catalogue).toMatchObject([
      {
        ...{ title: 'Card', description: 'Heavy paper', category: 'Wedding', listPrice: 20 },
        variants: [{ name: 'A4 / White' }, { name: 'A4 / Cream' }],
      },
    ]);
  });

  it('of BigCommerce tell price, cost and list price apart', async () => {
    const { joined } = await dropped([
      fileOf({
        like: 'BigCommerce products',
        rows: [
          {
            ...{ 'Product ID': '7', 'Product Name': 'Tee', Price: '25.00', 'Cost Price': '12.50' },
            ...{ 'Retail Price': '30.00', 'Product Code/SKU': 'TEE', 'Track Inventory': 'none' },
            ...{ 'Stock Level': '0', Category: 'Clothing/Tees' },
          },
        ],
      }),
    ]);
    expect(joined.catalogue).toMatchObject([
      { productId: '7', category: 'Clothing/Tees', listPrice: 30, unitCost: 12.5 },
    ]);
    expect(joined.catalogue[0]!.variants).toEqual([{ sku: 'TEE', name: '', stock: NaN }]);
  });

  it('of WooCommerce in Russian are found below an empty line, a tab and a byte order mark', async () => {
    const names = ['ID', 'Имя', 'Базовая цена', 'Категории'] as const;
    const row = (...cells: string[]) =>
      Object.fromEntries(names.map((name, i) => [name, cells[i]!]));
    const file = fileOf({
      like: 'WooCommerce products, Russian',
      above: '\r\n\t\uFEFF',
      rows: [
        { ...row('40', 'Кружка', '240', 'Посуда'), Опубликован: '1' },
        { ...row('41', 'Чайник', '1200', 'Посуда'), Опубликован: "'-1" },
      ],
    });
    const { joined } = await dropped([file]);
    expect(joined.catalogue).toMatchObject([
      { productId: '40', title: 'Кружка', category: 'Посуда', listPrice: 240 },
      { productId: '41', title: 'Чайник', listPrice: 1200 },
    ]);
  });
});

describe('tables of a shop’s own database', () => {
  const items = csvFile('order_id,product_id,quantity,price\n1,7,2,9\n2,8,1,30\n', 'items.csv');
  const orders = csvFile('order_id,created_at,city\n1,2024-01-05,X\n2,2024-03-01,Y\n', 'o.csv');
  const products = csvFile('id,name,category,cost\n7,Mug,Cups,4\n8,Tee,Shirts,11\n', 'p.csv');

  it('are joined by orders and products, in whatever order they are dropped', async () => {
    for (const files of [
      [products, orders, items],
      [items, products, orders],
    ]) {
      const { largest, problems, joined } = await dropped(files, { horizonDays: 28 });
      expect(problems).toEqual([]);
      expect(joined.catalogue.map(({ title }) => title)).toEqual(['Mug', 'Tee']);
      expect(allLines(joined.lines!)).toMatchObject([
        { productId: '7', quantity: 2, orderedAt: dayFromCalendar(2024, 1, 5), unitPrice: 9 },
        { productId: '8', quantity: 1, orderedAt: dayFromCalendar(2024, 3, 1) },
      ]);
      expect(largest).toEqual([]); // the only ones stand at the ends of the records
    }
  });

  it('say nothing of products that they lie beside no lines of', async () => {
    const { problems } = await dropped([products, orders]);
    expect(problems).toEqual([
      { kind: 'unrecognised', file: 'p.csv', tableKind: 'catalogue' },
      { kind: 'orders-without-items', orderCount: 2 },
      { kind: 'no-sales' },
    ]);
  });
});

describe('ads of Shopee', () => {
  it('are spending in the days that stand above them, and nothing of what they claim', async () => {
    const ad = (name: string, product: string, spend: string) => ({
      ...{ Urutan: '1', 'Nama Iklan': name, 'Kode Produk': product, Biaya: spend },
      ...{ 'Tanggal Mulai': '22/12/2024 00:00:00', 'Produk Terjual': '140', Dilihat: '44013' },
    });
    const { joined, problems, files } = await dropped([
      fileOf({
        like: 'Shopee ads, Indonesian',
        above: '\uFEFFSemua Laporan Iklan\nNama Toko,Toko\nPeriode,01/07/2026 - 31/07/2026\n\n',
        rows: [ad('Otomatis', '-', '899423'), ad('Bedak', '111', '92092.5')],
      }),
    ]);
    expect(problems).toEqual([{ kind: 'no-sales' }]);
    expect(files[0]).toMatchObject({ rowCount: 2, found: { kind: 'ads' } });
    const { table } = joined.reports[0]!;
    expect([...table.spend]).toEqual([899_423, 92_092.5]);
    expect(table.ids.map(columnTexts)).toEqual([
      ['', ''],
      ['', '111'],
    ]);
    expect(new Set(table.from)).toEqual(new Set([dayFromCalendar(2026, 7, 1)]));
    expect(new Set(table.until)).toEqual(new Set([dayFromCalendar(2026, 7, 31)]));
  });
});

describe('returns to Amazon', () => {
  const order = (id: string, day: string, sku: string, quantity: string) => ({
    ...{ 'amazon-order-id': id, 'purchase-date': `2024-${day}T10:00:00+00:00`, sku },
    ...{ 'order-status': 'Shipped', asin: `B0${sku}`, 'product-name': sku, quantity },
    'item-price': String(10 * Number(quantity)),
  });
  const back = (id: string, sku: string) => ({
    ...{ 'return-date': '2024-06-01T00:00:00+00:00', 'order-id': id, sku, quantity: '1' },
    ...{ asin: `B0${sku}`, 'detailed-disposition': 'SELLABLE', reason: 'UNWANTED_ITEM' },
  });

  it('are returns of the launch that sold the pieces, also months later', async () => {
    const orders = fileOf({
      ...{ like: 'Amazon All Orders, with url', delimiter: '\t' },
      rows: [
        order('1', '01-01', 'OLD', '1'),
        order('2', '02-01', 'MUG', '3'),
        order('3', '02-02', 'MUG', '1'),
        order('4', '05-01', 'OLD', '1'),
      ],
    });
    const returns = fileOf({
      ...{ like: 'Amazon FBA customer returns', delimiter: '\t' },
      rows: [back('2', 'MUG'), back('2', 'MUG'), back('3', 'CAP'), back('9', 'MUG')],
    });
    const { largest, problems, files } = await dropped([orders, returns]);
    expect(files[1]).toMatchObject({ found: { kind: 'returns' }, account: { usedRows: 4 } });
    expect(problems).toEqual([
      { kind: 'unmatched-returns', pieceCount: 2 },
      { kind: 'utc-moments' },
    ]);
    expect(largest).toMatchObject([{ productId: 'B0MUG', units: 4, orders: 2, returns: 2 }]);
  });
});

describe('orders of Shopee in Brazil', () => {
  const line = (order: string, status: string, facts: Readonly<Record<string, string>>) => ({
    ...{ 'ID do pedido': order, 'Status do pedido': status },
    ...{ 'Data de criação do pedido': '2026-08-20 13:06', Quantidade: '1' },
    ...{ 'Preço original': '50,00', 'Preço acordado': '40,00' },
    ...facts,
  });

  it('count what is paid for, shipped or not, and leave out what was not', async () => {
    const waiting = line('1', 'A Enviar', {
      ...{ 'Nome do Produto': 'Vela', 'Nome da variação': 'Lavanda', Quantidade: '2' },
      'Número de referência SKU': 'VELA-LAV',
    });
    const others = [
      line('2', 'O comprador pode pedir uma devolução até 2026-09-01', {
        'Nome do Produto': 'Vela',
      }),
      line('3', 'Cancelado', { 'Nome do Produto': 'Vela' }),
      line('4', 'Não pago', { 'Nome do Produto': 'Vela' }),
    ];
    const { account, files, joined } = await dropped([
      fileOf({ like: 'Shopee orders, Brazil', rows: [waiting, ...others] }),
    ]);
    expect(files[0]!.found).toMatchObject({ platform: 'Shopee', kind: 'order-lines' });
    expect(account).toMatchObject({ linesRead: 4, linesCounted: 2 });
    const [first] = allLines(joined.lines!);
    expect(first).toMatchObject({
      ...{ productId: 'Vela', sku: 'VELA-LAV', variant: 'Lavanda', quantity: 2 },
      ...{ unitPrice: 40, listPrice: 50 },
    });
  });
});

describe('ads of Shopee in English', () => {
  it('are what was spent on each product in the period above them', async () => {
    const ad = (name: string, id: string, spent: string) => ({
      ...{ 'Ad Name': name, 'Product ID': id, Status: 'Ongoing', Expense: spent },
      ...{ Impression: '100', Clicks: '10', GMV: '200', 'Items Sold': '2' },
    });
    const above = [
      ...['All CPC Ads Report - Shopee', 'Shop Name,Some shop', 'Shop ID,1'],
      ...['Report Creation Time,22/09/2026 15:51', 'Date Period,01/08/2026 - 31/08/2026', '', ''],
    ].join('\r\n');
    const { files, joined } = await dropped([
      fileOf({
        ...{ like: 'Shopee ads, English', above },
        rows: [ad('Lamp', '11', '20'), ad('Vase', '12', '10'), ad('Shop GMV Max', '-', '5')],
      }),
    ]);
    expect(files[0]!.found).toMatchObject({ platform: 'Shopee Ads', kind: 'ads' });
    const [report] = joined.reports;
    expect([...report!.table.spend]).toEqual([20, 10, 5]);
    expect(report!.table.from[0]).toBe(dayFromCalendar(2026, 8, 1));
    expect(report!.table.until[0]).toBe(dayFromCalendar(2026, 8, 31));
  });
});

describe('payments of eBay in German', () => {
  it('are sales, refunds and rows of money alone', async () => {
    const sale = (day: string, order: string, item: string, subtotal: string) => ({
      ...{ 'Datum der Transaktionserstellung': day, Typ: 'Bestellung', Bestellnummer: order },
      ...{ Artikelnummer: item, Angebotstitel: `Lampe ${item}`, Stückzahl: '2' },
      ...{ 'Zwischensumme Artikel': subtotal, 'Transaktionsbetrag (inkl. Kosten)': '99' },
    });
    const money = (kind: string, amount: string) => ({
      ...{ 'Datum der Transaktionserstellung': '9. Mär 2023', Typ: kind },
      'Transaktionsbetrag (inkl. Kosten)': amount,
    });
    const { files, largest, joined } = await dropped([
      fileOf({
        ...{ like: 'eBay payments, German', empty: '--', delimiter: ';' },
        rows: [
          money('Auszahlung', '-80,00'),
          money('Einbehalten', '-5,00'),
          money('Andere Gebühr', '-1,00'),
          {
            ...money('Rückerstattung', '-11,00'),
            Bestellnummer: '07-2',
            Angebotstitel: 'Lampe 72',
          },
          sale('20. Apr 2023', '07-3', '71', '40,00'),
          sale('1. Feb 2023', '07-2', '72', '22,00'),
          sale('1. Jan 2023', '07-1', '71', '40,00'),
        ],
      }),
    ]);
    expect(files[0]!.account).toMatchObject({ usedRows: 3, refundRows: 1 });
    expect(files[0]!.account!.otherKinds.map(({ name }) => name)).toEqual([
      ...['Andere Gebühr', 'Auszahlung', 'Einbehalten'],
    ]);
    expect(joined.lines!.orderedAt[0]).toBe(dayFromCalendar(2023, 1, 1));
    expect(largest).toMatchObject([{ productId: '72', units: 2, revenue: 22, returns: 1 }]);
  });
});

describe('orders of Douyin with all columns', () => {
  it('take the money of a piece for that', async () => {
    const { joined } = await dropped([
      fileOf({
        like: 'Douyin orders, all columns',
        rows: [
          {
            ...{
              主订单编号: '\t69',
              子订单编号: '\t691',
              选购商品: '陶瓷杯',
              商品ID: '\t37',
              商品数量: '3',
            },
            ...{
              商品金额: '20',
              订单应付金额: '54',
              商家实际承担优惠金额: '6',
              订单状态: '已完成',
            },
            ...{ 订单提交时间: '2026-05-10 10:00:00', 售后状态: '-' },
          },
        ],
      }),
    ]);
    expect(allLines(joined.lines!)).toMatchObject([
      { productId: '37', quantity: 3, unitPrice: 20, discount: 6 },
    ]);
  });
});

describe('products of BigCommerce with a row a SKU', () => {
  it('are products whose SKUs are their variants, and no rules', async () => {
    const row = (kind: string, facts: Readonly<Record<string, string>>) => ({
      ...{ 'Item Type': kind, 'Track Inventory': 'by option' },
      ...facts,
    });
    const sku = (id: string, name: string, stock: string) =>
      row('  SKU', {
        ...{ 'Product ID': id, 'Product Name': name, 'Product Code/SKU': `TEE-${id}` },
        'Stock Level': stock,
      });
    const { joined } = await dropped([
      fileOf({
        like: 'BigCommerce products',
        rows: [
          row('Product', {
            ...{ 'Product ID': '7', 'Product Name': 'Tee', 'Product Code/SKU': 'TEE' },
            ...{ Price: '25.00', Category: 'Clothing' },
          }),
          sku('91', '[S]Colour=Red,[RT]Size=M', '3'),
          sku('', '[S]Colour=Blue,[RT]Size=L', '4'),
          row('  Rule', { 'Product ID': '5', 'Product Code/SKU': 'TEE-91', Price: '[ADD]2' }),
          row('Product', {
            ...{ 'Product ID': '8', 'Product Name': 'Cap', 'Product Code/SKU': 'CAP' },
            ...{ Price: '15.00', Category: 'Clothing', 'Track Inventory': 'by product' },
          }),
        ],
      }),
    ]);
    expect(joined.catalogue).toMatchObject([
      { productId: '7', title: 'Tee', category: 'Clothing', listPrice: 25 },
      { productId: '8', title: 'Cap', variants: [{ sku: 'CAP', name: '' }] },
    ]);
    expect(joined.catalogue[0]!.variants).toEqual([
      { sku: 'TEE-91', name: 'Red / M', stock: 3 },
      { sku: 'TEE-', name: 'Blue / L', stock: 4 },
    ]);
  });
});
