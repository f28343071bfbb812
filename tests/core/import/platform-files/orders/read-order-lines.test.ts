import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { readOrderLines } from '#core/import/platform-files/orders/read-order-lines.ts';
import { recognisedAs, textRows } from '../../../../support/export-rows.ts';
import { allLines, columnTexts, lineAt } from '../../../../support/order-lines.ts';

const AS_WRITTEN = { timeZone: null };
const DAY = dayFromCalendar(2024, 3, 1);

const FIRST_LINE = recognisedAs(
  'order-lines',
  {
    ...{ orderId: 'Name', orderedAt: 'Created', status: 'State', cancelledAt: 'Cancelled' },
    ...{ title: 'Item', quantity: 'Qty', unitPrice: 'Price', listPrice: 'Compare at' },
    ...{ discount: 'Off item', orderDiscount: 'Off order', coupon: 'Code', channel: 'Source' },
    refunded: 'Refunded',
  },
  { orderOnFirstLine: true, notSold: ['voided', 'Refunded'] },
);

function firstLineRows(...lines: readonly (readonly string[])[]) {
  const headers = [
    ...['Name', 'Created', 'State', 'Cancelled', 'Item', 'Qty', 'Price', 'Compare at'],
    ...['Off item', 'Off order', 'Code', 'Source', 'Refunded'],
  ];
  return textRows(
    Object.fromEntries(headers.map((header, i) => [header, lines.map((line) => line[i] ?? '')])),
  );
}

describe('readOrderLines', () => {
  it('fills what stands on an order’s first line down to its others', () => {
    const rows = firstLineRows(
      [
        '#1',
        '2024-03-01 12:00:00 +0200',
        'paid',
        '',
        'Mug',
        '2',
        '10',
        '',
        '',
        '6',
        'TEN',
        'web',
        '3',
      ],
      ['#1', '', '', '', 'Tee', '1', '40'],
      ['#2', '2024-03-02 06:00:00 +0200', 'voided', '', 'Mug', '1', '10', '0'],
      ['#2', '', '', '', 'Tee', '1', '40', '50'],
    );
    const lines = readOrderLines(rows, FIRST_LINE, AS_WRITTEN);
    expect(allLines(lines)).toMatchObject([
      {
        ...{ orderId: '#1', title: 'Mug', orderedAt: DAY + 0.5, quantity: 2, unitPrice: 10 },
        ...{ discount: 2, refunded: 1, coupon: 'TEN', channel: 'web', isCancelled: false },
      },
      {
        ...{ orderId: '#1', title: 'Tee', orderedAt: DAY + 0.5, quantity: 1, unitPrice: 40 },
        ...{ discount: 4, refunded: 2, coupon: 'TEN', channel: 'web', isCancelled: false },
      },
      { orderId: '#2', orderedAt: DAY + 1.25, isCancelled: true, coupon: '', listPrice: NaN },
      { orderId: '#2', orderedAt: DAY + 1.25, isCancelled: true, discount: 0, listPrice: 50 },
    ]);
  });

  it('moves moments to the shop’s zone', () => {
    const rows = firstLineRows(['#1', '2024-03-01 23:00:00 +0000', '', '', 'Mug', '1', '10']);
    const { orderedAt } = readOrderLines(rows, FIRST_LINE, { timeZone: 'Asia/Shanghai' });
    expect(orderedAt[0]).toBeCloseTo(DAY + 1 + 7 / 24, 6);
  });

  it('takes any text under "cancelled at" for cancelled, on all lines of the order', () => {
    const rows = firstLineRows(
      ['#1', '2024-03-01', 'paid', '2024-03-02', 'Mug', '1', '10'],
      ['#1', '', '', '', 'Tee', '1', '10'],
      ['#2', '2024-03-01', 'partially_refunded', '', 'Tee', '1', '10'],
      ['#3', '2024-03-01', 'refunded', '', 'Tee', '1', '10'],
    );
    expect([...readOrderLines(rows, FIRST_LINE, AS_WRITTEN).isCancelled]).toEqual([1, 1, 0, 1]);
  });

  it('gives rows without an order’s id to the order above where orders stand on first lines', () => {
    const rows = firstLineRows(
      ['#1', '2024-03-01', 'paid', '', 'Mug', '1', '10', '', '', '4'],
      ['', '', '', '', 'Tee', '1', '30'],
    );
    const lines = readOrderLines(rows, FIRST_LINE, AS_WRITTEN);
    expect(columnTexts(lines.orderId)).toEqual(['#1', '#1']);
    expect([...lines.discount]).toEqual([1, 3]);
  });

  it('counts money once that the export writes on the lines and on the order', () => {
    const rows = firstLineRows(
      ['#1', '2024-03-01', 'paid', '', 'Mug', '1', '10', '', '1.50', '4'],
      ['#1', '', '', '', 'Tee', '1', '30', '', '2.50'],
    );
    expect([...readOrderLines(rows, FIRST_LINE, AS_WRITTEN).discount]).toEqual([1.5, 2.5]);
  });

  it('takes what the export writes on the lines out of what is off the whole order', () => {
    const rows = firstLineRows(
      ['#1', '2024-03-01', 'paid', '', 'Mug', '1', '10', '', '2', '6'],
      ['#1', '', '', '', 'Tee', '1', '30', '', '0'],
      ['#2', '2024-03-01', 'paid', '', 'Mug', '1', '10', '', '2', '0'],
      ['#3', '2024-03-01', 'paid', '', 'Mug', '1', '10', '', '2', '1'],
    );
    expect([...readOrderLines(rows, FIRST_LINE, AS_WRITTEN).discount]).toEqual([3, 3, 2, 3]);
  });

  it('shares money given back by what was paid, discounts taken off', () => {
    const rows = firstLineRows(
      ['#1', '2024-03-01', 'paid', '', 'Mug', '1', '10', '', '5', '', '', '', '15'],
      ['#1', '', '', '', 'Tee', '2', '5', '', '0'],
    );
    expect([...readOrderLines(rows, FIRST_LINE, AS_WRITTEN).refunded]).toEqual([5, 10]);
  });

  it('takes only rows of sales for lines, and what rows of refunds give back for their orders', () => {
    const found = recognisedAs(
      'order-lines',
      {
        ...{ rowKind: 'Type', orderId: 'No', orderedAt: 'Date', productId: 'Item ID' },
        ...{ quantity: 'Qty', lineTotal: 'Subtotal', refunded: 'Gross' },
      },
      { rowKinds: { lines: ['Order'], refunds: ['Refund'] } },
    );
    const rows = textRows({
      Type: ['Fee', 'Order', 'Payout', 'Refund', 'Hold', 'Order'],
      No: ['A', 'A', '--', 'A', 'B', 'B'],
      Date: ['Jan 2, 2024', 'Jan 1, 2024', 'Jan 3, 2024', 'Jan 9, 2024', '--', 'Feb 1, 2024'],
      'Item ID': ['71', '71', '--', '--', '72', '72'],
      Qty: ['--', '2', '--', '--', '1', '1'],
      Subtotal: ['--', '20', '--', '--', '9', '9'],
      Gross: ['-1.50', '25.75', '-30', '-12.50', '-9', '14'],
    });
    const lines = readOrderLines(rows, found, AS_WRITTEN);
    expect(allLines(lines)).toMatchObject([
      { orderId: 'A', productId: '71', quantity: 2, unitPrice: 10, refunded: 12.5 },
      { orderId: 'B', productId: '72', quantity: 1, unitPrice: 9, refunded: 0 },
    ]);
    expect([...lines.orderedAt]).toEqual([
      dayFromCalendar(2024, 1, 1),
      dayFromCalendar(2024, 2, 1),
    ]);
  });

  it('takes the title for the product where SKUs are of variants, unless a number is there', () => {
    const columns = { orderId: 'No', productId: 'Parent', sku: 'SKU', title: 'Item' };
    const rows = textRows({
      ...{ No: ['1', '2', '3'], Parent: ['', '', 'P7'], SKU: ['S-30', 'S-50', 'X'] },
      Item: ['Serum', 'Serum', 'Cream'],
    });
    const byTitle = recognisedAs('order-lines', columns, { productByTitle: true });
    const products = (found: typeof byTitle) =>
      columnTexts(readOrderLines(rows, found, AS_WRITTEN).productId);
    expect(products(byTitle)).toEqual(['Serum', 'Serum', 'P7']);
    expect(products(recognisedAs('order-lines', columns))).toEqual(['', '', 'P7']);
  });

  it('takes “None” for no category and no brand', () => {
    const found = recognisedAs('order-lines', { title: 'Item', category: 'Cat', brand: 'Brand' });
    const rows = textRows({ Item: ['a', 'b'], Cat: ['None', 'Cups'], Brand: ['n/a', 'Unknown'] });
    const lines = readOrderLines(rows, found, AS_WRITTEN);
    expect([columnTexts(lines.category), columnTexts(lines.brand)]).toEqual([
      ['', 'Cups'],
      ['', ''],
    ]);
  });

  it('leaves out rows that name no product', () => {
    const found = recognisedAs('order-lines', { orderId: 'No', title: 'Item', sku: 'SKU' });
    const rows = textRows({
      No: ['1', '1', '', '2'],
      Item: ['', 'Lamp', '', ''],
      SKU: ['', '', '--', 'S-2'],
    });
    const lines = readOrderLines(rows, found, AS_WRITTEN);
    expect(allLines(lines)).toMatchObject([
      { orderId: '1', title: 'Lamp', quantity: 1, unitPrice: NaN },
      { orderId: '2', sku: 'S-2' },
    ]);
  });

  it('cleans ids of what keeps spreadsheets from reading them as numbers', () => {
    const found = recognisedAs('order-lines', { orderId: 'No', sku: 'SKU', title: 'Item' });
    const rows = textRows({
      No: ['="20000000000000001"', "'20000000000000002", '\t9001 ', '#3001'],
      SKU: ["'007", ' A 1 ', '-', '="008"'],
      Item: ['a', 'b', 'c', 'd'],
    });
    const lines = readOrderLines(rows, found, AS_WRITTEN);
    expect(columnTexts(lines.orderId)).toEqual([
      ...['20000000000000001', '20000000000000002', '9001', '#3001'],
    ]);
    expect(columnTexts(lines.sku)).toEqual(['007', 'A 1', '', '008']);
  });

  it('keeps pieces that came back, and knows orders that take others back', () => {
    const found = recognisedAs(
      'order-lines',
      { orderId: 'No', productId: 'Code', quantity: 'Qty', unitPrice: 'Price' },
      { cancelPrefix: 'C' },
    );
    const rows = textRows({
      No: ['536365', 'C536379', 'c536380', '536366'],
      Code: ['85123A', 'D', '85123A', '85123A'],
      Qty: ['6', '-1', '-2', '-3'],
      Price: ['2.55', '27.5', '2.55', '2.55'],
    });
    const lines = readOrderLines(rows, found, AS_WRITTEN);
    expect([...lines.quantity]).toEqual([6, -1, -2, -3]);
    expect([...lines.isCancelled]).toEqual([0, 1, 1, 0]);
  });

  it('takes pieces back where the state or the money says so', () => {
    const found = recognisedAs(
      'order-lines',
      { orderId: 'No', title: 'Item', quantity: 'Qty', lineTotal: 'Sales', status: 'Type' },
      { cameBack: ['refund'], notSold: ['transfer'] },
    );
    const rows = textRows({
      No: ['1', '2', '3', '4'],
      Item: ['a', 'b', 'c', 'd'],
      Qty: ['2', '1', '1', ''],
      Sales: ['76.00', '38.00', '-12.00', '0'],
      Type: ['Order', 'Refund', 'Payment', 'Transfer'],
    });
    const lines = readOrderLines(rows, found, AS_WRITTEN);
    expect([...lines.quantity]).toEqual([2, -1, -1, NaN]);
    expect([...lines.unitPrice]).toEqual([38, 38, 12, NaN]);
    expect([...lines.isCancelled]).toEqual([0, 0, 0, 1]);
  });

  it('adds up several columns of discounts, whatever their sign', () => {
    const found = recognisedAs('order-lines', {
      ...{ orderId: 'No', title: 'Item', unitPrice: 'Price', discount: ['Shop', 'Platform'] },
    });
    const rows = textRows({
      ...{ No: ['1', '2'], Item: ['a', 'b'], Price: ['10', '20'] },
      ...{ Shop: ['1,50', '-2,00'], Platform: ['0,50', ''] },
    });
    expect([...readOrderLines(rows, found, AS_WRITTEN).discount]).toEqual([2, 2]);
  });

  it('counts an order’s amount once where every line repeats it', () => {
    const found = recognisedAs('order-lines', {
      ...{
        orderId: 'No',
        title: 'Item',
        quantity: 'Qty',
        unitPrice: 'Price',
        orderDiscount: 'Off',
      },
    });
    const rows = textRows({
      ...{ No: ['1', '1', '2'], Item: ['a', 'b', 'c'], Qty: ['1', '3', '1'] },
      ...{ Price: ['10', '10', '5'], Off: ['8', '8', '1'] },
    });
    expect([...readOrderLines(rows, found, AS_WRITTEN).discount]).toEqual([2, 6, 1]);
  });

  it('adds the discount to what was paid, or takes what was paid from the full price', () => {
    const columns = { No: ['1', '2'], Item: ['a', 'b'], Qty: ['2', '1'], Paid: ['18', '5'] };
    const fields = { orderId: 'No', title: 'Item', quantity: 'Qty', paidTotal: 'Paid' };
    const off = recognisedAs('order-lines', { ...fields, discount: 'Off' });
    const withOff = readOrderLines(textRows({ ...columns, Off: ['2', '0'] }), off, AS_WRITTEN);
    expect([...withOff.unitPrice]).toEqual([10, 5]);
    const full = recognisedAs('order-lines', { ...fields, unitPrice: 'Price' });
    const fullRows = textRows({ ...columns, Price: ['10', '5'] });
    expect([...readOrderLines(fullRows, full, AS_WRITTEN).discount]).toEqual([2, 0]);
  });

  it('reads numbers by the sign that the whole file uses', () => {
    const found = recognisedAs('order-lines', {
      ...{ orderId: 'No', title: 'Item', quantity: 'Qty', unitPrice: 'Price', lineTotal: 'Sum' },
    });
    const rows = textRows({
      ...{ No: ['1'], Item: ['a'], Qty: ['1,000'], Price: ['1.250'], Sum: ['1.250.000,50 €'] },
    });
    const line = lineAt(readOrderLines(rows, found, AS_WRITTEN), 0);
    expect(line).toMatchObject({ quantity: 1000, unitPrice: 1250 });
  });

  it('joins a day and a time of day in columns of their own', () => {
    const found = recognisedAs('order-lines', {
      ...{ orderId: 'No', title: 'Item', orderedAt: 'Date', orderedTime: 'Time' },
    });
    const rows = textRows({
      ...{ No: ['1', '2'], Item: ['a', 'b'] },
      ...{ Date: ['2024-03-01', '2024-03-01'], Time: ['06:00:00', ''] },
    });
    expect([...readOrderLines(rows, found, AS_WRITTEN).orderedAt]).toEqual([DAY + 0.25, DAY]);
  });

  it('joins the parts of a variant’s name', () => {
    const found = recognisedAs('order-lines', {
      ...{ orderId: 'No', title: 'Item', variant: ['Colour', 'Size', 'Cut'] },
    });
    const rows = textRows({
      ...{ No: ['1', '2', '3'], Item: ['a', 'b', 'c'], Colour: ['Red', '', ''] },
      ...{ Size: ['', 'L', ''], Cut: ['wide', 'slim', ''] },
    });
    expect(columnTexts(readOrderLines(rows, found, AS_WRITTEN).variant)).toEqual([
      ...['Red / wide', 'L / slim', ''],
    ]);
  });

  it('makes a line of each packed item and shares what is off the order', () => {
    const found = recognisedAs('order-lines', {
      ...{ orderId: 'No', orderedAt: 'Date', orderDiscount: 'Off', packedItems: ['i1', 'i2'] },
    });
    const rows = textRows({
      ...{ No: ['1', '2', '3'], Date: ['2024-03-01', '2024-03-02', '2024-03-03'] },
      Off: ['8', '1', '2'],
      i1: ['product_id:4959|1|30|size: Medium', 'product_id:7|2|5.00', ''],
      i2: ['product_id:4960|2|10|', '', ''],
    });
    const lines = readOrderLines(rows, found, AS_WRITTEN);
    expect(allLines(lines)).toMatchObject([
      {
        ...{ orderId: '1', productId: '4959', quantity: 1, unitPrice: 30, discount: 6 },
        ...{ variant: 'size: Medium', orderedAt: DAY },
      },
      { orderId: '1', productId: '4960', quantity: 2, unitPrice: 5, discount: 2, variant: '' },
      {
        orderId: '2',
        productId: '7',
        quantity: 2,
        unitPrice: 2.5,
        discount: 1,
        orderedAt: DAY + 1,
      },
    ]);
    expect(lines.rowCount).toBe(3);
  });

  it('carries a day down to the lines below it', () => {
    const found = recognisedAs(
      'order-lines',
      { orderedAt: 'Tag', title: 'Item', quantity: 'Qty' },
      { dayOnFirstLine: true },
    );
    const rows = textRows({
      ...{ Tag: ['2024-03-01', '', '2024-03-02', ''], Item: ['Mug', 'Tee', 'Mug', 'Bowl'] },
      Qty: ['1', '2', '3', '4'],
    });
    const { orderedAt } = readOrderLines(rows, found, AS_WRITTEN);
    expect([...orderedAt]).toEqual([DAY, DAY, DAY + 1, DAY + 1]);
  });

  it('keeps several items in one cell as one line where nothing unpacks them', () => {
    const found = recognisedAs('order-lines', { orderId: 'No', title: 'Item' });
    const rows = textRows({ No: ['1'], Item: ['玉肌皂;面膜'] });
    expect(columnTexts(readOrderLines(rows, found, AS_WRITTEN).title)).toEqual(['玉肌皂;面膜']);
  });
});
