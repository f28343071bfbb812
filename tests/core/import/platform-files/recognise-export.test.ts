import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '#core/import/platform-files/formats.ts';
import { explainedHeaders, recogniseExport } from '#core/import/platform-files/recognise-export.ts';
import { personalHeader } from '#core/import/privacy/personal-headers.ts';

/** Header rows as platforms write them. */
const HEADERS = fixture('headers.json') as Record<string, string[]>;
/** What the columns of each hold, written by hand. */
const EXPECTED = fixture('columns.json') as Record<string, Expected>;
/** What is missing where a row lacks columns. */
const MISSING = fixture('columns-missing.json') as {
  of: string;
  without: string[];
  missing: string[][];
}[];
/** Further rows; columns are null where only the format is told. */
const MORE = fixture('more-headers.json') as MoreHeaders[];

interface Expected {
  readonly format: string;
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  readonly missing?: readonly (readonly string[])[];
}

interface MoreHeaders extends Omit<Expected, 'columns'> {
  readonly says: string;
  /** Set apart by commas. */
  readonly headers: string;
  readonly columns: Expected['columns'] | null;
}

function fixture(name: string): unknown {
  const url = new URL(`../../../fixtures/exports/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

/** The same with one header a field written without its brackets. */
function recognised(headers: readonly string[]): Expected | null {
  const found = recogniseExport(headers);
  if (found === null) return null;
  const columns = Object.entries(found.columns).map(([field, names]) => [
    field,
    names.length === 1 ? names[0]! : names,
  ]);
  return {
    format: found.format.id,
    columns: Object.fromEntries(columns) as Expected['columns'],
    ...(found.missing.length > 0 && { missing: found.missing }),
  };
}

const PRODUCT = ['productId', 'sku', 'title'];
const cut = (line: string): string[] => line.split(',');
const without = (name: string, gone: readonly string[]): string[] => {
  const left = HEADERS[name]!.filter((header) => !gone.includes(header));
  expect(left.length).toBe(HEADERS[name]!.length - gone.length);
  return left;
};

describe('recogniseExport', () => {
  it('is asked about every header row', () => {
    expect(Object.keys(EXPECTED)).toEqual(Object.keys(HEADERS));
    expect(Object.keys(HEADERS)).toHaveLength(45);
  });

  it.each(Object.entries(EXPECTED))('knows %s and what its columns hold', (name, expected) => {
    expect(recognised(HEADERS[name]!)).toEqual(expected);
  });

  it.each(Object.keys(HEADERS))('lets one format only explain most of %s', (name) => {
    const scores = EXPORT_FORMATS.map((format) => explainedHeaders(HEADERS[name]!, format));
    const best = Math.max(...scores);
    expect(best).toBeGreaterThan(0);
    expect(scores.filter((score) => score === best)).toHaveLength(1);
  });

  it.each(Object.keys(HEADERS))('reads no personal column of %s but for a hash', (name) => {
    const fields = Object.entries(recogniseExport(HEADERS[name]!)?.columns ?? {});
    const read = fields.flatMap(([field, headers]) => (field === 'buyer' ? [] : headers));
    expect(read.filter((header) => personalHeader(header) !== null)).toEqual([]);
  });

  it.each(Object.keys(HEADERS))('reads each column of %s for one thing', (name) => {
    const read = Object.values(recogniseExport(HEADERS[name]!)?.columns ?? {}).flat();
    expect(new Set(read).size).toBe(read.length);
  });

  it('reads receipts of another till than Square’s by their plain names', () => {
    const headers =
      'Date,Receipt number,Receipt type,SKU,Item,Modifiers applied,Quantity,Gross sales';
    expect(recogniseExport(headers.split(','))).toMatchObject({
      ...{ kind: 'order-lines', format: { platform: '' }, missing: [] },
      columns: { orderId: ['Receipt number'], title: ['Item'], quantity: ['Quantity'] },
    });
  });

  it('does not mind the order of columns and columns it does not know', () => {
    const unknown = fc.uniqueArray(
      fc.string({ maxLength: 12 }).map((text) => `zz ${text} zz`),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(HEADERS)), unknown, fc.gen(), (name, more, g) => {
        const all = [...HEADERS[name]!, ...more];
        const shuffled = g(() => fc.shuffledSubarray(all, { minLength: all.length }));
        expect(recognised(shuffled)).toEqual(EXPECTED[name]);
      }),
    );
  });

  const dressed: readonly (readonly [string, (header: string) => string])[] = [
    ['in capitals', (header) => header.toUpperCase()],
    ['in small letters', (header) => header.toLowerCase()],
    ['with spaces around', (header) => `  ${header}\u00A0`],
    ['with double spaces', (header) => header.replaceAll(' ', '  ')],
    ['with a byte order mark', (header) => `\uFEFF${header}`],
    ['with long dashes', (header) => header.replaceAll('-', '–')],
    ['with wide brackets', (header) => header.replaceAll('(', '（').replaceAll(')', '）')],
  ];

  it.each(dressed)('knows every row %s', (_, dress) => {
    for (const [name, expected] of Object.entries(EXPECTED)) {
      const headers = HEADERS[name]!.map(dress);
      const found = recogniseExport(headers);
      expect(found?.format.id, name).toBe(expected.format);
      const read = Object.fromEntries(
        Object.entries(expected.columns).map(([field, names]) => [
          field,
          [names].flat().map(dress),
        ]),
      );
      expect(found?.columns, name).toEqual(read);
    }
  });

  it.each(MISSING)('says of $of without $without that $missing is missing', (row) => {
    const found = recogniseExport(without(row.of, row.without));
    expect(found?.format.id).toBe(EXPECTED[row.of]!.format);
    expect(found?.missing).toEqual(row.missing);
  });

  it.each(MORE)('knows $says', ({ headers, format, columns, missing }) => {
    const found = recognised(cut(headers));
    expect(found).toEqual({
      format,
      columns: columns ?? found?.columns,
      ...(missing && { missing }),
    });
  });

  it('knows the samples of products that two platforms hand out', () => {
    const shopify = HEADERS['Shopify products, legacy']!.filter(
      (header) =>
        !/^(Product Category|Price \/|Compare At Price|Cost per item|Status)/.test(header),
    );
    expect(recognised(shopify)?.format).toBe('shopify-products');
    const woo = HEADERS['WooCommerce products, English']!.filter((header) => header !== 'ID');
    expect(recognised(woo)).toMatchObject({
      format: 'woocommerce-products',
      columns: { sku: 'SKU' },
    });
    expect(recognised(woo)?.missing).toBeUndefined();
  });

  it('counts packed items up, past nine', () => {
    const items = Array.from({ length: 12 }, (_, i) => `order_item_${i + 1}`);
    const headers = ['order_id', 'order_number_formatted', 'date', ...items.toReversed()];
    expect(recognised(headers)?.columns.packedItems).toEqual(items);
  });

  it('says of plain order lines without one of their columns nothing at all', () => {
    const full = ['order id', 'date', 'quantity', 'product'];
    expect(recognised(full)?.format).toBe('plain-order-lines');
    for (const gone of ['order id', 'quantity', 'product'])
      expect(recogniseExport(full.filter((name) => name !== gone))).toBeNull();
  });

  it.each([
    ['order id,order date,customer,state', 'plain-orders', []],
    ['order id,amount,profit,quantity,category,sub-category', 'plain-order-details', [PRODUCT]],
    ['order id,sku,quantity', 'plain-order-details', []],
    ['order id,date,category,qty,amount', 'plain-order-lines', [PRODUCT]],
    ['invoice id,product line,unit price,quantity,total,date,time', 'plain-order-lines', [PRODUCT]],
    ['transaction id,date,product category,quantity,remise (%)', 'plain-order-lines', [PRODUCT]],
  ])('knows parts of orders of no platform: %s', (line, format, missing) => {
    const found = recogniseExport(cut(line));
    expect([found?.format.id, found?.missing]).toEqual([format, missing]);
  });
});

describe('tables of launches and products to come', () => {
  const tables = [
    new URL('../../../../static/samples/', import.meta.url),
    new URL('../../../fixtures/', import.meta.url),
  ].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(csv|txt)$/.test(name))
      .map((name) => [name, new URL(name, folder)] as const),
  );

  function headersOf(name: string, file: URL): string[] {
    const encoding = /\.([\w-]+)\.(?:csv|txt)$/.exec(name)?.[1] ?? 'utf-8';
    const text = new TextDecoder(encoding === 'zh' ? 'utf-8' : encoding).decode(readFileSync(file));
    const line = text.split(/\r?\n/).find((row) => /[,;\t]/.test(row) && !row.startsWith('sep='));
    return line!.split(/[,;\t]/);
  }

  it('are found here', () => {
    expect(tables.length).toBeGreaterThanOrEqual(16);
  });

  it.each(tables)('such as %s are no exports', (name, file) => {
    const headers = headersOf(name, file);
    expect(headers.length).toBeGreaterThan(1);
    expect(recogniseExport(headers)).toBeNull();
  });

  it.each([
    'product_id,title,launch_date,channel,orders,units',
    'SKU,Product,Date,Quantity',
    'Product,Date,Orders,Quantity,Campaign,Clicks,Impressions',
    'sku,title,created_at,units_sold_4w',
    'product id,title,published at,price,quantity',
    'Artikelnummer,Bezeichnung,Angelegt am,Absatz',
    '商品编号,商品标题,创建时间,四周销量',
    '商品编号,商品标题,日期,订单数,数量',
    'title,price,cost',
    'date,campaign,spend,impressions,clicks',
    '',
  ])('such as "%s" are no exports', (line) => {
    expect(recogniseExport(cut(line))).toBeNull();
  });
});
