// A bundle of a new product and a companion at a discount: who would have bought both gets the discount, too, so enough
// others must add the companion.

import { shareDifference } from '#core/base/statistics/share-difference.ts';
import { EIGHT_IN_TEN } from '#core/base/statistics/wilson.ts';
import type { AttachShare, Companion } from './companions.ts';

export interface BundleTerms {
  /** What buyers pay for the new product and for the companion. */
  readonly price: number;
  readonly companionPrice: number;
  readonly companionCost: number;
  /** Share of a price, 0–1, that is left after VAT and channel fee. */
  readonly keptShare: number;
  /** Share off both prices together, 0–1. */
  readonly discount: number;
}

export interface Bundle {
  readonly price: number;
  readonly separatePrice: number;
  /** Profit of one companion sold without a discount, and what the discount costs an order, both after VAT and fee. */
  readonly companionProfit: number;
  readonly discountCost: number;
  /** Profit of companions in 100 orders without a bundle, with the range of the attach share. */
  readonly without: AttachShare;
  /** Share of orders, 0–1, that must take the bundle; null where no share suffices. */
  readonly breakEven: number | null;
}

/** Why a bundle is not worked out: a price or cost is not known, or the companion earns nothing even without a discount. */
export type NoBundle = 'no-money' | 'no-profit';

const HUNDRED = 100;

/**
 * Returns a bundle at a discount, or why there is none. Of N orders, a share a has the companion anyway: a m. With the
 * bundle a share t takes it: t (m − D), D the discount. It breaks even at t = a m / (m − D). Buyers whom the bundle alone
 * brings are not counted.
 */
export function bundleOf(attach: AttachShare, terms: BundleTerms): Bundle | NoBundle {
  const { price, companionPrice, companionCost, keptShare, discount } = terms;
  const companionProfit = companionPrice * keptShare - companionCost;
  const separatePrice = price + companionPrice;
  const discountCost = separatePrice * discount * keptShare;
  if (![companionProfit, discountCost].every(Number.isFinite)) return 'no-money';
  if (companionProfit <= 0) return 'no-profit';
  const breakEven = breakEvenShare(attach.share, companionProfit, discountCost);
  return {
    price: separatePrice * (1 - discount),
    ...{ separatePrice, companionProfit, discountCost, breakEven },
    without: scaled(attach, HUNDRED * companionProfit),
  };
}

/** Returns the share of a price that is left after VAT and channel fee, as a plan counts it; 1 where it does not say. */
export function keptShareOf(plan: {
  readonly price: number;
  readonly margin: number;
  readonly unitCost: number;
}): number {
  const share = (plan.margin + plan.unitCost) / plan.price;
  return share > 0 && share < 1 ? share : 1;
}

function breakEvenShare(share: number, profit: number, discountCost: number): number | null {
  const taken = (share * profit) / (profit - discountCost);
  return discountCost < profit && taken <= 1 ? taken : null;
}

/** Profit of companions in 100 orders if this share takes the bundle. */
export function bundleProfit(
  { companionProfit, discountCost }: Pick<Bundle, 'companionProfit' | 'discountCost'>,
  takeUp: AttachShare,
): AttachShare {
  const each = HUNDRED * (companionProfit - discountCost);
  const one = scaled(takeUp, each);
  return each < 0 ? { ...one, low80: one.high80, high80: one.low80 } : one;
}

/** What past price cuts of a companion went with; an association, since cuts are made for reasons. */
export interface CutEvidence {
  /** Share taken off the companion's price, 0–1. */
  readonly cut: number;
  /** The same money as a share of both prices together: the discount of a bundle that it speaks for. */
  readonly discount: number;
  readonly usualShare: number;
  readonly cutShare: number;
  /** cutShare − usualShare with its 80% range. */
  readonly difference: AttachShare;
  /** Share of the new product's orders that may take the bundle at that discount. */
  readonly takeUp: AttachShare;
}

/** Returns what past orders say of take-up at a discount; null where the companion was not cut in enough orders. */
export function cutEvidence(
  { whileCut, attach, price: companionPrice }: Companion,
  price: number,
): CutEvidence | null {
  if (whileCut === null || !Number.isFinite(price + companionPrice)) return null;
  const { cut, orders, both, usualOrders, usualBoth } = whileCut;
  const usual = { share: usualBoth / usualOrders, count: usualOrders };
  const during = { share: both / orders, count: orders };
  const [low80, high80] = shareDifference(usual, during, EIGHT_IN_TEN);
  const difference = { share: during.share - usual.share, low80, high80 };
  // A product whose companion is added more often loses or gains in proportion.
  const ratio = attach.share / usual.share;
  const within = (share: number) => Math.min(1, Math.max(0, share));
  const half = { low: attach.share - attach.low80, high: attach.high80 - attach.share };
  const share = attach.share + difference.share * ratio;
  return {
    ...{ cut, difference, usualShare: usual.share, cutShare: during.share },
    discount: (cut * companionPrice) / (price + companionPrice),
    takeUp: {
      share: within(share),
      low80: within(share - Math.hypot(half.low, (difference.share - low80) * ratio)),
      high80: within(share + Math.hypot(half.high, (high80 - difference.share) * ratio)),
    },
  };
}

function scaled({ share, low80, high80 }: AttachShare, factor: number): AttachShare {
  return { share: share * factor, low80: low80 * factor, high80: high80 * factor };
}
