import { offerCount, type ActionSpace } from '#core/model/features/action-space.ts';
import type { BestCells } from '#core/planning/search/best-cells.ts';
import { stockOf, type Economy } from '#core/planning/economics/economics.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { OfferChoice } from '#core/planning/search/offer-choice.ts';
import { meritShares } from './merit-shares.ts';
import { NEVER_TRIED, type AdSpendChoice, type ProductOffers } from './season-offers.ts';

interface PlannedProduct {
  readonly product: NewProduct;
  readonly space: ActionSpace;
  readonly economy: Economy;
  /** Best cells of each week and channel, at the plan's ad spend. */
  readonly best: BestCells;
  /** Share of its value that a launch keeps after waiting, by week. */
  readonly keptShares: ArrayLike<number>;
  /** By cell of a week: penalty on the log scale where such products never had the offer; 0 elsewhere. */
  readonly doubts: ArrayLike<number>;
}

/** Returns the part of a plan's search that is stored for the season. */
export function productOffers(
  { product, space, economy, best, keptShares, doubts }: PlannedProduct,
  { offer, stock, adSpends }: OfferChoice & { readonly adSpends: readonly AdSpendChoice[] },
): ProductOffers {
  const ofChannel = offerCount(space) / Math.max(1, space.channels.length);
  const { returnRates } = economy;
  const stockShare = stock / stockOf(economy, offer.logUnits, offer.money);
  return {
    productId: product.id,
    title: product.title,
    category: product.category,
    economics: economy.economics,
    fixedStock: economy.fixedStock,
    ...((product.firstStock ?? 0) > 0 ? { isStockThere: true } : {}),
    stockShare,
    meritShares: meritShares({ best, own: offer.index, stockShare, keptShares, doubts }),
    offers: Int16Array.from(best.cells, (cell) => (cell < 0 ? NEVER_TRIED : cell % ofChannel)),
    logUnits: Float32Array.from(best.cells, (cell) => (cell < 0 ? 0 : best.logUnits[cell]!)),
    returnRates:
      returnRates && Float32Array.from(best.cells, (cell) => (cell < 0 ? 0 : returnRates[cell]!)),
    adSpends,
    ...(product.offer && { terms: economy.terms }),
  };
}
