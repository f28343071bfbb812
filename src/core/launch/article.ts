import type { NewProduct } from './new-product.ts';
import { variantsNamed } from './product-variants.ts';
import type { SupplierOffer } from './supplier-offer.ts';

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

export function articlesById(articles: readonly Article[]): ReadonlyMap<string, Article> {
  return new Map(articles.map((article) => [article.id, article]));
}

/** Returns the new product that an article becomes: it keeps the offer to buy at, and its variants. */
export function productOfArticle(article: Article): NewProduct {
  const { id, title, category, brand, listPrice, unitCost, attributes, offers, variants } = article;
  const variantChoice = variantsNamed(variants);
  return {
    ...{ id, title, category, brand, listPrice, unitCost, attributes, offer: offers[0] },
    ...(variantChoice && { variantChoice }),
  };
}
