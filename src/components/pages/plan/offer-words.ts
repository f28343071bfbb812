// Describes the offer of a plan: the launch price, what the promotion takes off, what buyers pay, and the first stock.

import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { tagPrice } from '#core/planning/plan/tag-price.ts';
import { m } from '#messages';
import { sentences } from '#components/words/sentences.ts';
import { formatPercent } from '#components/words/numbers.ts';
import { formatPrice } from '#components/words/money.ts';
import { pieceWords } from './odds-words.ts';

/** What is known about the product to launch. */
export type Offered = Pick<NewProduct, 'listPrice' | 'firstStock'>;

/** A value of the decision. */
export type DecisionPart = 'day' | 'channel' | 'promotion' | 'price' | 'spend' | 'stock';

type Mark = (value: string, part?: DecisionPart) => string;
/** untold: the discount of the promotion, if any, is not known. */
type OfferKind = 'none' | 'refused' | 'unpriced' | 'untold' | 'paid' | 'tagged' | UnpricedKind;
/** Offers without a price to speak of: no promotion is known, it is expressly none, or it stands alone. */
type UnpricedKind = 'silent' | 'bare' | 'alone';

const UNPRICED = { none: 'silent', refused: 'bare', named: 'alone' } as const;

/** Returns whether no amount is known and the list price stays, so that a price would say nothing. */
function isUnpriced({ salePrice, priceFactor }: LaunchAction): boolean {
  return salePrice === null && priceFactor === 1;
}

const NO_PROMOTION = /^(none|no|no promotion|no discount|-|–|无|没有|无促销|无优惠)$/i;

function isNoPromotion(promotion: string): boolean {
  return NO_PROMOTION.test(promotion.trim());
}

export function promotionWords(promotion: string): string {
  return isNoPromotion(promotion) ? m.plan_no_promotion() : promotion;
}

/**
 * Returns whether a promotion is not known ('none'), expressly none ('refused') or named; Chinese words each in its own
 * way.
 */
export function promotionKind(promotion: string | null): 'none' | 'refused' | 'named' {
  if (!promotion) return 'none';
  return isNoPromotion(promotion) ? 'refused' : 'named';
}

/** With a promotion, two prices count: the launch price, where it is known and different, and the price buyers pay. */
function offerFacts(action: LaunchAction, product: Offered | null, mark: Mark) {
  const { promotion, salePrice, priceFactor } = action;
  const tag = tagPrice(action, product);
  const kind = promotionKind(promotion);
  const facts = {
    promotion: mark(promotionWords(promotion ?? ''), 'promotion'),
    price: mark(
      salePrice === null
        ? m.plan_share_of_list_price({ share: formatPercent(priceFactor) })
        : formatPrice(salePrice),
      'price',
    ),
    tag: mark(formatPrice(tag), 'price'),
  };
  if (isUnpriced(action)) return { ...facts, offer: UNPRICED[kind] satisfies OfferKind };
  if (kind !== 'named') return { ...facts, offer: kind satisfies OfferKind };
  if (salePrice === null) return { ...facts, offer: 'unpriced' satisfies OfferKind };
  if (tag === null) return { ...facts, offer: 'paid' satisfies OfferKind };
  const isWhole = formatPrice(tag) === formatPrice(salePrice);
  return { ...facts, offer: (isWhole ? 'untold' : 'tagged') satisfies OfferKind };
}

/** Returns, for example, "priced at 46.67 with 10% off, so buyers pay 42.00"; empty where no price or promotion is known. */
export function offerWords(action: LaunchAction, product: Offered | null, mark: Mark): string {
  const facts = offerFacts(action, product, mark);
  return facts.offer === 'silent' ? '' : m.plan_offer(facts);
}

/** Returns, for example, "46.67, 10% off: buyers pay 42.00"; empty where no price or promotion is known. */
export function offerSummary(action: LaunchAction, product: Offered | null): string {
  const facts = offerFacts(action, product, (value) => value);
  return facts.offer === 'silent' ? '' : m.plan_summary_offer(facts);
}

/** Says that the launch price of a plan differs from the seller's list price; null if it does not. */
export function listPriceWords(action: LaunchAction, { listPrice }: Offered): string | null {
  const tag = tagPrice(action, { listPrice });
  if (tag === null || formatPrice(tag) === formatPrice(listPrice)) return null;
  const note = m.plan_list_price_note({ list: formatPrice(listPrice), tag: formatPrice(tag) });
  const isReduced = action.salePrice !== null && formatPrice(action.salePrice) !== formatPrice(tag);
  const isRaised = tag > (listPrice ?? Infinity);
  return isReduced && isRaised ? sentences(note, m.plan_reduced_from_raised()) : note;
}

/** Returns whether stock is on hand or still to be ordered; 'open' where nothing is known about the product. */
function stockKind(product: Offered | null): 'order' | 'on-hand' | 'open' {
  if (!product) return 'open';
  return (product.firstStock ?? 0) > 0 ? 'on-hand' : 'order';
}

/** Returns, for example, "an initial order of 160 units", or "the 40 units in stock". */
export function stockWords(action: LaunchAction, product: Offered | null, mark: Mark): string {
  const stock = stockKind(product);
  const pieces = mark(pieceWords(action.stockUnits), stock === 'on-hand' ? undefined : 'stock');
  return m.plan_decision_stock({ stock, pieces });
}

/** Returns, for example, "initial order: 160 units". */
export function stockSummary(action: LaunchAction, product: Offered | null): string {
  return m.plan_summary_stock({
    stock: stockKind(product),
    pieces: pieceWords(action.stockUnits),
  });
}
