import type { NewProduct } from './new-product.ts';

/**
 * An article of suppliers' lists, which may become a new product. Its unit cost is that of the first offer, unless the
 * seller entered another.
 */
export interface Article extends NewProduct {
  /** Offers of the same article; the one to buy at first. */
  readonly offers: readonly [SupplierOffer, ...SupplierOffer[]];
  /** Names of its variants, such as "S / Red"; empty where the list names none. */
  readonly variants: readonly string[];
  /** Present where no list names its category: words of its title suggest it. */
  readonly isCategoryProposed?: true;
  /** Present where the seller left it out. */
  readonly isLeftOut?: true;
}

/** At what terms a supplier sells an article. null: the list does not say. */
export interface SupplierOffer {
  readonly supplier: string;
  /** '' where the list has none. */
  readonly sku: string;
  /** In the shop's currency. */
  readonly unitCost: number | null;
  /** Units. */
  readonly minimumOrder: number | null;
  /** Orders are multiples of so many units. */
  readonly packSize: number | null;
  readonly leadTimeDays: number | null;
}

export function articlesById(articles: readonly Article[]): ReadonlyMap<string, Article> {
  return new Map(articles.map((article) => [article.id, article]));
}
