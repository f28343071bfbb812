import type { Day } from '#core/base/dates.ts';
import type { ShopifyProduct, ShopifyVariant } from './goods.ts';

export interface ShopifyLine {
  /** null for a gift card, a tip or the like. */
  readonly goods: { readonly product: ShopifyProduct; readonly variant: ShopifyVariant } | null;
  readonly name: string;
  readonly quantity: number;
  /** Price of a unit. */
  readonly price: number;
  /** Price before the cut; NaN where the price is not cut. */
  readonly compareAt: number;
  /** Discount on the whole line. */
  readonly discount: number;
}

export interface ShopifyOrder {
  /** Day by the shop's clock; `second` is the second of that day. */
  readonly day: Day;
  readonly second: number;
  readonly source: Source;
  readonly lines: readonly ShopifyLine[];
  readonly code: string;
  /** Discount of the code on the whole order. */
  readonly codeDiscount: number;
  readonly fate: OrderFate;
  readonly hasNote: boolean;
  readonly buyer: number;
}

export type OrderFate =
  | { readonly kind: 'kept' }
  | { readonly kind: 'refunded' }
  | { readonly kind: 'cancelled'; readonly wasPaid: boolean }
  /** Some units of one line came back. */
  | { readonly kind: 'partly-refunded'; readonly line: number; readonly pieces: number };

/** In the order of the demo shop's channels. */
export const SOURCES = ['amazon', 'web', 'facebook', 'pos', 'shopify_draft_order'] as const;
export type Source = (typeof SOURCES)[number];

export const SECONDS_A_DAY = 86_400;

/** Returns the days since 1970 with their fraction, by the shop's clock. */
export function momentOf({ day, second }: Pick<ShopifyOrder, 'day' | 'second'>): number {
  return day + second / SECONDS_A_DAY;
}

export function paidForLine({ quantity, price, discount }: ShopifyLine): number {
  return quantity * price - discount;
}

/** Whether an order was not cancelled. What was refunded later had been sold. */
export function isSale({ fate }: ShopifyOrder): boolean {
  return fate.kind !== 'cancelled';
}

/** Returns the units of one line of an order that came back. */
export function piecesBack({ fate, lines }: ShopifyOrder, line: number): number {
  if (fate.kind === 'refunded') return lines[line]!.quantity;
  return fate.kind === 'partly-refunded' && fate.line === line ? fate.pieces : 0;
}
