import type { Day } from '#core/dates.ts';
import type { ShopifyProduct, ShopifyVariant } from './goods.ts';

export interface ShopifyLine {
  /** null where it is a gift card, a tip or the like. */
  readonly goods: { readonly product: ShopifyProduct; readonly variant: ShopifyVariant } | null;
  readonly name: string;
  readonly quantity: number;
  /** Of a piece. */
  readonly price: number;
  /** NaN where the price is not cut. */
  readonly compareAt: number;
  /** Of the whole line. */
  readonly discount: number;
}

export interface ShopifyOrder {
  /** By the shop's clock. */
  readonly day: Day;
  readonly second: number;
  readonly source: Source;
  readonly lines: readonly ShopifyLine[];
  readonly code: string;
  /** Off the whole order, by its code. */
  readonly codeDiscount: number;
  readonly fate: OrderFate;
  readonly hasNote: boolean;
  readonly buyer: number;
}

export type OrderFate =
  | { readonly kind: 'kept' }
  | { readonly kind: 'refunded' }
  | { readonly kind: 'cancelled'; readonly wasPaid: boolean }
  /** Some pieces of one line came back. */
  | { readonly kind: 'partly-refunded'; readonly line: number; readonly pieces: number };

/** In the order of the demo shop's channels. */
export const SOURCES = ['amazon', 'web', 'facebook', 'pos', 'shopify_draft_order'] as const;
export type Source = (typeof SOURCES)[number];

export const SECONDS_A_DAY = 86_400;

/** Days since 1970 with their fraction, by the shop's clock. */
export function momentOf({ day, second }: Pick<ShopifyOrder, 'day' | 'second'>): number {
  return day + second / SECONDS_A_DAY;
}

export function paidForLine({ quantity, price, discount }: ShopifyLine): number {
  return quantity * price - discount;
}

/** Not cancelled: what was given back later had been sold. */
export function isSale({ fate }: ShopifyOrder): boolean {
  return fate.kind !== 'cancelled';
}

/** Of one line of an order. */
export function piecesBack({ fate, lines }: ShopifyOrder, line: number): number {
  if (fate.kind === 'refunded') return lines[line]!.quantity;
  return fate.kind === 'partly-refunded' && fate.line === line ? fate.pieces : 0;
}
