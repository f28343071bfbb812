import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseTable } from '#core/import/platform-files/recognise-sales.ts';

function dayAfter(days: number): string {
  return new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
}

/** Each product on each day. */
function sales(products: number, days: number): string[][] {
  return Array.from({ length: products * days }, (_, i) => [
    dayAfter(Math.floor(i / products)),
    `Tea ${i % products}`,
    String(1 + (i % 3)),
  ]);
}

describe('recogniseTable', () => {
  it('knows sales by products that are sold on many days, with or without orders', () => {
    const found = recogniseTable(['Date', 'Product', 'Qty'], sales(8, 30));
    expect(found).toMatchObject({
      kind: 'order-lines',
      format: { id: 'plain-sales' },
      columns: { orderedAt: ['Date'], title: ['Product'], quantity: ['Qty'] },
    });
    const withOrders = recogniseTable(
      ['Order ID', 'Date', 'Product', 'Qty'],
      sales(8, 30).map((row, i) => [`#${i}`, ...row]),
    );
    expect(withOrders?.format.id).toBe('plain-order-lines');
  });

  it('reads weekly totals of products, in Chinese too', () => {
    expect(recogniseTable(['周', '商品名称', '销量'], sales(9, 12))?.format.id).toBe('plain-sales');
    const weekly = sales(6, 20).map(([day, ...row]) => [day!, ...row]);
    expect(recogniseTable(['Week starting', 'SKU', 'Units sold'], weekly)?.kind).toBe(
      'order-lines',
    );
  });

  it('takes a table for launches where a product stands once, or once a channel', () => {
    const law = fc.property(
      fc.integer({ min: 20, max: 200 }),
      fc.constantFrom(['Shop'], ['Shop', 'Market'], ['Shop', 'Market', 'Fair', 'Club']),
      (count, channels) => {
        const rows = Array.from({ length: count }, (_, i) => [
          dayAfter(i % 90),
          `Tea ${Math.floor(i / channels.length)}`,
          channels[i % channels.length]!,
          String(i),
        ]);
        expect(recogniseTable(['Date', 'Product', 'Channel', 'Units'], rows)).toBeNull();
      },
    );
    fc.assert(law, { numRuns: 50 });
  });

  it('counts each line of receipts as a piece, where nothing else can count pieces', () => {
    const lines = sales(8, 5).map(([day, item], i) => [String(1 + Math.floor(i / 3)), day!, item!]);
    const headers = ['Transaction', 'Date', 'Item'];
    const found = recogniseTable(headers, lines);
    expect(found).toMatchObject({
      format: { id: 'plain-till' },
      columns: { orderId: ['Transaction'], orderedAt: ['Date'], title: ['Item'] },
    });
    const counted = lines.map((line, i) => [...line, String(1 + ((i * 7) % 5))]);
    expect(recogniseTable([...headers, 'Antal'], counted)).toBeNull();
    const unique = lines.map(([receipt, day], i) => [receipt!, day!, `Thing ${i}`]);
    expect(recogniseTable(headers, unique)?.format.id).toBe('plain-till');
    const alone = unique.map(([, ...line], i) => [String(i), ...line]);
    expect(recogniseTable(headers, alone)).toBeNull();
  });

  it('reads sales by the names that columns of launches have', () => {
    const headers = ['売上日付', '商品名', '販売数量'];
    expect(recogniseTable(headers, sales(8, 5))?.format.id ?? null).toBe('plain-sales');
  });

  it('tells sales of one day by rows that come again, and variants by what they differ in', () => {
    const bought = Array.from({ length: 40 }, (_, i) => [
      ...['2024-01-01', `Mug ${i % 16}`, String(1 + (i % 3))],
      String(36 + i),
    ]);
    const headers = ['Date', 'Product', 'Qty'];
    const lines = bought.map((row) => row.slice(0, 3));
    expect(recogniseTable(headers, lines)?.format.id).toBe('plain-sales');
    expect(recogniseTable([...headers, 'Size'], bought)).toBeNull();
  });

  it('reads sales in Indonesian', () => {
    const headers = ['Tanggal', 'Nama_Barang', 'Terjual'];
    expect(recogniseTable(headers, sales(8, 5))?.format.id).toBe('plain-sales');
  });

  it('reads the days of sales that stand above their lines', () => {
    const rows = sales(6, 8).map((row, i) => (i % 6 === 0 ? row : ['', ...row.slice(1)]));
    const found = recogniseTable(['Tag', 'Artikel', 'Stück'], rows);
    expect(found?.format).toMatchObject({ id: 'plain-sales', dayOnFirstLine: true });
    const inNoOrder = rows.map(([day, ...row], i) => [i === 12 ? '2023-01-01' : day!, ...row]);
    expect(recogniseTable(['Tag', 'Artikel', 'Stück'], inNoOrder)).toBeNull();
    expect(recogniseTable(['Tag', 'Artikel', 'Stück'], sales(6, 8))?.format).not.toHaveProperty(
      'dayOnFirstLine',
    );
  });

  it('reads further columns by the names that those of launches have', () => {
    const rows = sales(8, 30).map((row) => [...row, '12.50']);
    expect(recogniseTable(['Date', 'Product', 'Qty', 'Price (EUR)'], rows)?.columns).toMatchObject({
      ...{ title: ['Product'], unitPrice: ['Price (EUR)'] },
    });
  });

  it('believes a column that says launch, however often a product comes again', () => {
    expect(recogniseTable(['Launch date', 'Product', 'Qty'], sales(8, 30))).toBeNull();
    expect(recogniseTable(['Date', 'Product', 'Qty', 'Launch price'], sales(8, 30))).toBeNull();
  });

  it('needs dates, and rows enough to tell', () => {
    const undated = sales(8, 30).map(([, ...row]) => ['soon', ...row]);
    expect(recogniseTable(['Date', 'Product', 'Qty'], undated)).toBeNull();
    expect(recogniseTable(['Date', 'Product', 'Qty'], sales(3, 5))).toBeNull();
  });
});
