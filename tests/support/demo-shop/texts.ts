// Texts in the columns of a launch and of a product.

import type { PastLaunch } from './generator.ts';
import type { ShopTrade } from './trade.ts';
import type { ShopProduct } from './world.ts';

export interface ProductTexts {
  readonly title: string;
  readonly category: string;
  readonly brand: string;
  readonly material: string;
}

export function productTexts(product: ShopProduct, trade: ShopTrade): ProductTexts {
  return {
    title: product.title,
    category: trade.categories[product.category]!.name,
    brand: trade.brands[product.brand]!,
    material: trade.materials[product.material]!.name,
  };
}

export function launchTexts({ action: { channel, promotion } }: Pick<PastLaunch, 'action'>): {
  readonly channel: string;
  readonly promotion: string;
} {
  return { channel, promotion };
}
