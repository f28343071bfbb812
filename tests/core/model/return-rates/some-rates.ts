import { seededRandom } from '#core/base/random.ts';
import type { RateLaunch, RateProduct } from '#core/model/return-rates/rate-launch.ts';

export function rateProduct(known: Partial<RateProduct> = {}): RateProduct {
  return { title: '', category: '', brand: '', listPrice: null, attributes: {}, ...known };
}

/** Returns launches of dresses, of which linen comes back twice as often as cotton, and of hats. */
export function someLaunches(count: number, seed = 1): RateLaunch[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const category = random() < 0.8 ? 'dresses' : 'hats';
    const material = random() < 0.5 ? 'linen' : 'cotton';
    const supplier = random() < 0.5 ? 'Ada' : 'Bo';
    const rate = (category === 'hats' ? 0.05 : 0.12) * (material === 'linen' ? 1.5 : 0.75);
    const sold = 5 + Math.floor(60 * random());
    let returned = 0;
    for (let unit = 0; unit < sold; unit++) returned += random() < rate ? 1 : 0;
    const product = rateProduct({
      title: `Summer ${category}`,
      ...{ category, brand: supplier, listPrice: 20 + 40 * random(), attributes: { material } },
    });
    return { product, returned, sold };
  });
}
