import type { ExportCells } from '../export-cells.ts';
import type { FieldsByKind } from '../export-format.ts';
import { amountsOfOrders, sharedOut, sumsOfOrders, type LinesByOrder } from './lines-by-order.ts';
import type { OrderLines } from './order-lines.ts';
import { paidPrices } from './paid-prices.ts';

export const LINE_NUMBER_FIELDS = {
  money: [
    'unitPrice',
    'lineTotal',
    'paidTotal',
    'listPrice',
    'discount',
    'discountPercent',
    'orderDiscount',
    'refunded',
  ],
  counts: ['quantity', 'returned'],
} as const;

type LineCells = ExportCells<FieldsByKind['order-lines']>;
type LineMoney = Pick<OrderLines, 'quantity' | 'unitPrice' | 'listPrice' | 'discount' | 'refunded'>;

interface LineFacts {
  readonly byOrder: LinesByOrder;
  /** 1 if the line's state says that its units were returned. */
  readonly cameBack: Uint8Array;
}

const DISCOUNTS = ['discount', 'discountPercent', 'orderDiscount'] as const;
/** Sums of money that differ by less are equal. */
const HALF_A_CENT = 0.005;

/** Computes units and money of each line, including its share of amounts that belong to the whole order. */
export function lineMoney(cells: LineCells, { byOrder, cameBack }: LineFacts): LineMoney {
  const total = cells.numbers('lineTotal');
  const paid = cells.numbers('paidTotal');
  const quantity = signedPieces(cells, { total, paid, cameBack });
  const fullPrice = cells
    .numbers('unitPrice')
    .map((price, line) => (Number.isNaN(price) ? perPiece(total[line]!, quantity[line]!) : price));
  const paidPrice = paid.map((amount, line) => perPiece(amount, quantity[line]!));
  const anyPrice = fullPrice.map((price, line) => (Number.isNaN(price) ? paidPrice[line]! : price));
  const weights = { quantity, unitPrice: anyPrice };
  const discount = discountsOf(cells, byOrder, { ...weights, fullPrice, paid });
  const unitPrice = fullPrice.map((price, line) =>
    Number.isNaN(price) ? paidPrice[line]! + perPiece(discount[line]!, quantity[line]!) : price,
  );
  const refunds = amountsOfOrders(cells.amounts('refunded'), byOrder);
  const whatWasPaid = { quantity, unitPrice: paidPrices({ quantity, unitPrice, discount }) };
  const shares = sharedOut(refunds, byOrder, whatWasPaid);
  const returned = cells.amounts('returned');
  return {
    ...{ quantity, unitPrice },
    listPrice: cells.numbers('listPrice').map((price) => (price > 0 ? price : NaN)),
    discount,
    // Returned units are refunded at the price paid; the order's refund includes them, so the larger amount is used.
    refunded: shares.map((share, line) =>
      Math.max(share, returned[line]! * (whatWasPaid.unitPrice[line]! || 0)),
    ),
  };
}

interface Totals {
  readonly total: Float64Array;
  readonly paid: Float64Array;
  readonly cameBack: Uint8Array;
}

/**
 * A negative amount means a return, whatever the sign of the quantity. Without a quantity column, each line is one
 * unit.
 */
function signedPieces(cells: LineCells, { total, paid, cameBack }: Totals): Float64Array {
  const counted = cells.has('quantity')
    ? cells.numbers('quantity')
    : new Float64Array(cells.rowCount).fill(1);
  return counted.map((count, line) =>
    total[line]! < 0 || paid[line]! < 0 || cameBack[line] === 1 ? 0 - Math.abs(count) : count,
  );
}

interface PricedLines {
  readonly quantity: Float64Array;
  readonly unitPrice: Float64Array;
  readonly fullPrice: Float64Array;
  readonly paid: Float64Array;
}

/** Returns the stated discounts, or else the difference between full price and amount paid. */
function discountsOf(cells: LineCells, byOrder: LinesByOrder, lines: PricedLines): Float64Array {
  if (!DISCOUNTS.some((field) => cells.has(field))) return pricesCut(lines);
  const percent = percentOff(cells, lines);
  const onLines = cells.amounts('discount').map((amount, line) => amount || percent[line]!);
  const sums = sumsOfOrders(onLines, byOrder);
  const ofOrders = amountsOfOrders(cells.amounts('orderDiscount'), byOrder).map((amount, order) =>
    beyondLines(amount, sums[order]!),
  );
  const shares = sharedOut(ofOrders, byOrder, lines);
  return onLines.map((amount, line) => amount + shares[line]!);
}

/**
 * Returns the part of an order's discount that its lines do not include. Exports repeat the lines' discounts in that of
 * the order, unless it is smaller than their sum.
 */
function beyondLines(ofOrder: number, ofLines: number): number {
  const rest = ofOrder - ofLines;
  if (Math.abs(rest) < HALF_A_CENT) return 0;
  return rest > 0 ? rest : ofOrder;
}

/**
 * Returns the money off each line from a percentage: 15 and 15% mean the same. Without percent signs and with no number
 * above 1, numbers are fractions.
 */
function percentOff(cells: LineCells, { quantity, fullPrice }: PricedLines): Float64Array {
  const [column] = cells.cells('discountPercent');
  const isSigned = column?.texts.some((text) => text.includes('%')) === true;
  const numbers = cells.amounts('discountPercent');
  const hundred = !isSigned && numbers.some((number) => number > 1) ? 100 : 1;
  return numbers.map((number, line) => {
    const off = Math.min(1, number / hundred) * Math.abs(quantity[line]! * fullPrice[line]!);
    return off > 0 ? off : 0;
  });
}

function pricesCut({ quantity, fullPrice, paid }: PricedLines): Float64Array {
  return quantity.map((count, line) => {
    const cut = Math.abs(count * fullPrice[line]!) - Math.abs(paid[line]!);
    return cut > HALF_A_CENT ? cut : 0;
  });
}

function perPiece(total: number, quantity: number): number {
  return quantity === 0 ? NaN : Math.abs(total / quantity);
}
