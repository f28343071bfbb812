import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { DemoShop } from './demo-shop/generator.ts';
import { launchTexts, productTexts } from './demo-shop/texts.ts';
import { launchTable } from './launch-table.ts';

/** Returns the shop's history as an import reads it. */
export function shopTable({ world, launches }: DemoShop): LaunchTable {
  return launchTable(
    launches.map((launch) => {
      const { product, action, outcome, channelFee, salePrice } = launch;
      return {
        productId: product.id,
        ...productTexts(product, world.trade),
        day: action.launchDay,
        ...launchTexts(launch),
        listPrice: product.listPrice,
        salePrice,
        unitCost: product.unitCost,
        adSpend: action.adSpend,
        channelFee,
        ...outcome,
      };
    }),
  );
}

/** Returns the shop's new products as the app holds them. */
export function shopProducts({ world, newProducts }: DemoShop): NewProduct[] {
  return newProducts.map((product) => {
    const { title, category, brand, material } = productTexts(product, world.trade);
    return {
      id: product.id,
      ...{ title, category, brand },
      listPrice: product.listPrice,
      unitCost: product.unitCost,
      attributes: { material },
    };
  });
}
