// What a plan does with the price: what stands on the label, what the promotion takes off, what buyers pay; and how much to order first.

import type { LaunchAction } from '#core/launch/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { tagPrice } from '#core/launch/tag-price.ts';
import { m } from '#messages';
import { sentences } from '../feedback/sentences.ts';
import { formatPercent, formatPrice } from '../format.ts';
import { pieceWords } from './take/odds-lines.ts';

/** What is known of the product that is launched. */
export type Offered = Pick<NewProduct, 'listPrice' | 'firstStock'>;

type Mark = (value: string) => string;
/** untold: what the promotion takes off, if anything, is not known. */
type OfferKind = 'none' | 'refused' | 'unpriced' | 'untold' | 'paid' | 'tagged';

const NO_PROMOTION = /^(none|no|no promotion|no discount|-|–|无|没有|无促销|无优惠)$/i;

function isNoPromotion(promotion: string): boolean {
  return NO_PROMOTION.test(promotion.trim());
}

export function promotionWords(promotion: string): string {
  return isNoPromotion(promotion) ? m.plan_no_promotion() : promotion;
}

/** Whether a promotion is known, and whether it is to have none: Chinese says each in its own way. */
export function promotionKind(promotion: string | null): 'none' | 'refused' | 'named' {
  if (!promotion) return 'none';
  return isNoPromotion(promotion) ? 'refused' : 'named';
}

/** With a promotion two prices count: that on the label, where it is known and another, and what buyers pay. */
function offerFacts(action: LaunchAction, product: Offered | null, mark: Mark) {
  const { promotion, salePrice, priceFactor } = action;
  const tag = tagPrice(action, product);
  const kind = promotionKind(promotion);
  const facts = {
    promotion: mark(promotionWords(promotion ?? '')),
    price: mark(
      salePrice === null
        ? m.plan_share_of_list_price({ share: formatPercent(priceFactor) })
        : formatPrice(salePrice),
    ),
    tag: mark(formatPrice(tag)),
  };
  if (kind !== 'named') return { ...facts, offer: kind satisfies OfferKind };
  if (salePrice === null) return { ...facts, offer: 'unpriced' satisfies OfferKind };
  if (tag === null) return { ...facts, offer: 'paid' satisfies OfferKind };
  const isWhole = formatPrice(tag) === formatPrice(salePrice);
  return { ...facts, offer: (isWhole ? 'untold' : 'tagged') satisfies OfferKind };
}

/** "priced at 46.67 with 10% off, so that buyers pay 42.00". */
export function offerWords(action: LaunchAction, product: Offered | null, mark: Mark): string {
  return m.plan_offer(offerFacts(action, product, mark));
}

/** "46.67, 10% off: buyers pay 42.00". */
export function offerSummary(action: LaunchAction, product: Offered | null): string {
  return m.plan_summary_offer(offerFacts(action, product, (value) => value));
}

/** Where a plan puts another price on the label than its seller gave; null where it does not. */
export function listPriceWords(action: LaunchAction, { listPrice }: Offered): string | null {
  const tag = tagPrice(action, { listPrice });
  if (tag === null || formatPrice(tag) === formatPrice(listPrice)) return null;
  const note = m.plan_list_price_note({ list: formatPrice(listPrice), tag: formatPrice(tag) });
  const isReduced = action.salePrice !== null && formatPrice(action.salePrice) !== formatPrice(tag);
  const isRaised = tag > (listPrice ?? Infinity);
  return isReduced && isRaised ? sentences(note, m.plan_reduced_from_raised()) : note;
}

/** Whether there is stock already; a product of which nothing is known has its first stock, however it comes. */
function stockKind(product: Offered | null): 'order' | 'on-hand' | 'open' {
  if (!product) return 'open';
  return (product.firstStock ?? 0) > 0 ? 'on-hand' : 'order';
}

/** "a first order of 160 pieces", or "the 40 pieces on hand". */
export function stockWords(action: LaunchAction, product: Offered | null, mark: Mark): string {
  const pieces = mark(pieceWords(action.stockUnits));
  return m.plan_decision_stock({ stock: stockKind(product), pieces });
}

/** "first order: 160 pieces". */
export function stockSummary(action: LaunchAction, product: Offered | null): string {
  return m.plan_summary_stock({
    stock: stockKind(product),
    pieces: pieceWords(action.stockUnits),
  });
}
