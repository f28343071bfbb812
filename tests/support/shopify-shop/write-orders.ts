// Writes orders as Shopify exports them: the newest first, a row for each line, cells of the whole order on its first
// line only.

import Papa from 'papaparse';
import { roundToPence } from '../demo-shop/trade.ts';
import { ORDER_HEADERS, type OrderHeader } from './headers.ts';
import { parseMoment } from './new-york-clock.ts';
import { paidForLine, type ShopifyLine, type ShopifyOrder } from './order.ts';

type Row = Partial<Record<OrderHeader, string | number>>;

/** Returns the export of orders, given by their moment. The first is #1001. */
export function ordersCsv(orders: readonly ShopifyOrder[]): string {
  const rows = orders
    .map((order, i) => rowsOf(order, 1001 + i))
    .reverse()
    .flat();
  const data = rows.map((row) => ORDER_HEADERS.map((header) => row[header] ?? ''));
  return `${Papa.unparse({ fields: [...ORDER_HEADERS], data }, { newline: '\n' })}\n`;
}

function rowsOf(order: ShopifyOrder, number: number): Row[] {
  return order.lines.map((line, i) => ({
    Name: `#${number}`,
    ...(i === 0 ? orderCells(order, number) : {}),
    ...lineCells(line, order),
  }));
}

function lineCells(line: ShopifyLine, { fate }: ShopifyOrder): Row {
  const isShipped = line.goods !== null;
  return {
    'Lineitem quantity': line.quantity,
    'Lineitem name': line.name,
    'Lineitem price': line.price.toFixed(2),
    'Lineitem compare at price': Number.isNaN(line.compareAt) ? '' : line.compareAt.toFixed(2),
    'Lineitem sku': line.goods?.variant.sku ?? '',
    'Lineitem requires shipping': String(isShipped),
    'Lineitem taxable': String(isShipped),
    'Lineitem fulfillment status': fate.kind === 'cancelled' ? 'pending' : 'fulfilled',
    Vendor: line.goods?.product.brand ?? '',
    'Lineitem discount': line.discount.toFixed(2),
  };
}

function orderCells(order: ShopifyOrder, number: number): Row {
  const paid = parseMoment({ ...order, second: order.second + 12 });
  const isPaid = order.fate.kind !== 'cancelled' || order.fate.wasPaid;
  return {
    'Paid at': isPaid ? paid : '',
    'Created at': parseMoment(order),
    ...shippingCells(order),
    ...moneyCells(order),
    ...buyerCells(order),
    ...noteCells(order),
    Currency: 'USD',
    'Payment Method': order.source === 'pos' ? 'Cash' : 'Shopify Payments',
    'Payment Reference': `rInvented${number}`,
    'Payment ID': `rInvented${number}`,
    'Payment References': `rInvented${number}`,
    Id: 5_400_000_000_000 + number * 32_768,
    Source: order.source,
    'Risk Level': 'Low',
    Location: order.source === 'pos' ? 'Corner shop' : '',
    'Outstanding Balance': '0.00',
  };
}

function shippingCells(order: ShopifyOrder): Row {
  const { day, second, fate, source } = order;
  if (fate.kind === 'cancelled')
    return {
      'Fulfillment Status': 'unfulfilled',
      'Cancelled at': parseMoment({ day, second: second + 5400 }),
    };
  return {
    'Fulfillment Status': 'fulfilled',
    'Fulfilled at': parseMoment({ day, second: second + (source === 'pos' ? 12 : 100_000) }),
    'Shipping Method': source === 'pos' ? '' : 'Standard',
  };
}

/** Returns the cells of money, in Shopify's order: subtotal after all discounts, postage, tax and total. */
function moneyCells(order: ShopifyOrder): Row {
  const { lines, codeDiscount, source, fate } = order;
  const subtotal = lines.reduce((sum, line) => sum + paidForLine(line), 0) - codeDiscount;
  const offLines = lines.reduce((sum, line) => sum + line.discount, 0);
  const shipping = source === 'pos' || subtotal >= 60 ? 0 : 5.95;
  const taxes = roundToPence(0.08 * subtotal);
  const total = roundToPence(subtotal + shipping + taxes);
  return {
    'Financial Status': financialStatus(fate),
    Subtotal: subtotal.toFixed(2),
    Shipping: shipping.toFixed(2),
    Taxes: taxes.toFixed(2),
    Total: total.toFixed(2),
    'Discount Code': order.code,
    // Shopify includes the discounts of lines here as well.
    'Discount Amount': (codeDiscount + offLines).toFixed(2),
    'Refunded Amount': refundedAmount(order, { subtotal, total }).toFixed(2),
    'Tax 1 Name': 'State Tax 8%',
    'Tax 1 Value': taxes.toFixed(2),
  };
}

function financialStatus(fate: ShopifyOrder['fate']): string {
  if (fate.kind === 'kept') return 'paid';
  if (fate.kind === 'partly-refunded') return 'partially_refunded';
  return fate.kind === 'cancelled' && !fate.wasPaid ? 'voided' : 'refunded';
}

/** Returns the refunded money. Units are refunded at what they cost after all discounts. */
function refundedAmount(
  { lines, fate, codeDiscount }: ShopifyOrder,
  { subtotal, total }: { readonly subtotal: number; readonly total: number },
): number {
  if (fate.kind === 'kept') return 0;
  if (fate.kind === 'cancelled') return fate.wasPaid ? total : 0;
  if (fate.kind === 'refunded') return total;
  const line = lines[fate.line]!;
  const share = subtotal / (subtotal + codeDiscount);
  return roundToPence((share * paidForLine(line) * fate.pieces) / line.quantity);
}

function buyerCells({ buyer, source }: ShopifyOrder): Row {
  const place = {
    Name: `Buyer ${buyer}`,
    Street: `${buyer} Example Street`,
    Address1: `${buyer} Example Street`,
    City: 'Exampleton',
    Zip: `'${String(10_000 + (buyer % 80_000))}`,
    Province: 'NY',
    Country: 'US',
    'Province Name': 'New York',
  };
  const at = (kind: 'Billing' | 'Shipping') =>
    Object.fromEntries(Object.entries(place).map(([name, cell]) => [`${kind} ${name}`, cell]));
  const isAtTill = source === 'pos';
  return {
    Email: isAtTill ? '' : `buyer${buyer}@example.com`,
    'Accepts Marketing': buyer % 3 === 0 ? 'yes' : 'no',
    ...(isAtTill ? {} : { ...at('Billing'), ...at('Shipping') }),
  };
}

function noteCells({ hasNote, buyer, lines }: ShopifyOrder): Row {
  return {
    Notes: hasNote ? 'Please leave it behind the "blue" door,\nnot in the hall.\n\nThanks!' : '',
    'Note Attributes':
      buyer % 20 === 0 ? `gift-wrap: yes\nmessage: Enjoy, all ${lines.length}!` : '',
    Tags: buyer % 9 === 0 ? 'regular, newsletter' : '',
  };
}
