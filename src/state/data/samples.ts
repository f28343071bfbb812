import type { Market } from '#core/launch/events/markets.ts';
import {
  isShortShop,
  SHORT_SHOP_EVERY,
  type SampleLanguage,
  type SampleName,
  type SampleOrigin,
} from '#core/launch/sample.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';

interface Sample {
  /** Name in the language on screen when it is imported; afterwards it is the seller's own. */
  readonly name: () => string;
  readonly launches: Readonly<Record<SampleLanguage, string>>;
  /** New products that wait for a plan. */
  readonly products: Readonly<Record<SampleLanguage, string>>;
  /** Market in which it is sold. */
  readonly market: Readonly<Record<SampleLanguage, Market>>;
}

const SAMPLES: Readonly<Record<SampleName, Sample>> = {
  'demo-shop': {
    name: m.data_demo_shop,
    launches: { en: 'demo-shop.csv', zh: 'demo-shop.zh.csv' },
    products: { en: 'demo-shop-new-products.csv', zh: 'demo-shop-new-products.zh.csv' },
    market: { en: 'GB', zh: 'CN' },
  },
  giftware: {
    name: m.data_giftware,
    launches: { en: 'giftware.csv', zh: 'giftware.zh.csv' },
    products: { en: 'giftware-new-products.csv', zh: 'giftware-new-products.zh.csv' },
    market: { en: 'GB', zh: 'GB' },
  },
};

/** Which demo shop: the short one of workshops, or the whole one. */
export interface SampleSize {
  readonly isShort?: boolean;
}

export interface OfferedSample {
  readonly name: string;
  readonly launches: string;
  /** Which launches of the file are taken: 1 for all, 5 for every fifth. */
  readonly every: number;
  readonly products: string;
  readonly market: Market;
  readonly language: SampleLanguage;
}

/** Returns the name, the files and the market of a sample in the language on screen. */
export function offeredSample(
  sample: SampleName,
  { isShort = false }: SampleSize = {},
): OfferedSample {
  const { name, launches, products, market } = SAMPLES[sample];
  const language = getLocale();
  return {
    name: isShort ? m.room_short_shop() : name(),
    launches: launches[language],
    every: isShort ? SHORT_SHOP_EVERY : 1,
    products: products[language],
    market: market[language],
    language,
  };
}

/** Returns the files of a sample in every language. */
export function sampleFiles(sample: SampleName): readonly string[] {
  const { launches, products } = SAMPLES[sample];
  return [launches, products].flatMap((files) => Object.values(files));
}

/**
 * Returns the data set imported from a sample in the language on screen; in another language it is another one, and so
 * is a short demo shop.
 */
export function importedSample<T extends SampleOrigin & { readonly rowCount: number }>(
  datasets: readonly T[],
  sample: SampleName,
  { isShort = false }: SampleSize = {},
): T | undefined {
  const language = getLocale();
  return datasets.find(
    (dataset) =>
      dataset.sample === sample &&
      (dataset.sampleLanguage ?? 'en') === language &&
      (sample !== 'demo-shop' || isShortShop(dataset) === isShort),
  );
}
