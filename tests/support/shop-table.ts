import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { DemoShop } from './demo-shop/generator.ts';
import { BRAND_NAMES, CATEGORIES } from './demo-shop/vocabulary.ts';
import { launchTable } from './launch-table.ts';

/** The shop's history as an import would read it. */
export function shopTable({ launches }: DemoShop): LaunchTable {
  return launchTable(
    launches.map(({ product, action, outcome, channelFee, salePrice }) => ({
      productId: product.id,
      title: product.title,
      category: CATEGORIES[product.category]!.name,
      brand: BRAND_NAMES[product.brand]!,
      material: product.material,
      day: action.launchDay,
      channel: action.channel,
      promotion: action.promotion,
      listPrice: product.listPrice,
      salePrice,
      unitCost: product.unitCost,
      adSpend: action.adSpend,
      channelFee,
      ...outcome,
    })),
  );
}

export function shopProducts({ newProducts }: DemoShop): NewProduct[] {
  return newProducts.map((product) => ({
    id: product.id,
    title: product.title,
    category: CATEGORIES[product.category]!.name,
    brand: BRAND_NAMES[product.brand]!,
    listPrice: product.listPrice,
    unitCost: product.unitCost,
    attributes: { material: product.material },
  }));
}
