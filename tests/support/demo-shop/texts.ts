// What stands in the text columns of a launch and of a product: the same shop in the words of one language.

import type { PastLaunch } from './generator.ts';
import { channelNamed, promotionNamed } from './truth.ts';
import { BRAND_NAMES, CATEGORIES, type Locale, MATERIALS } from './vocabulary.ts';
import type { ShopProduct } from './world.ts';

export interface ProductTexts {
  readonly title: string;
  readonly category: string;
  readonly brand: string;
  readonly material: string;
}

export function productTexts(product: ShopProduct, locale: Locale): ProductTexts {
  return {
    title: product.title[locale],
    category: CATEGORIES[product.category]!.name[locale],
    brand: BRAND_NAMES[product.brand]![locale],
    material: MATERIALS[product.material].name[locale],
  };
}

export function launchTexts(
  { action }: Pick<PastLaunch, 'action'>,
  locale: Locale,
): { readonly channel: string; readonly promotion: string } {
  return {
    channel: channelNamed(action.channel).name[locale],
    promotion: promotionNamed(action.promotion).name[locale],
  };
}
