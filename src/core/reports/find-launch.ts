// Which launch a campaign, or a product in a report, is about.

import type { DerivedLaunch } from '../derivation/derivation.ts';
import { nameKey, type ProductByName } from '../derivation/product-by-name.ts';
import { LaunchWords } from './launch-words.ts';
import type { LaunchWindow } from './launch-window.ts';
import type { Subject } from './subjects.ts';

export interface CountedLaunch {
  readonly launch: DerivedLaunch;
  readonly window: LaunchWindow;
}

/** 'name': its number or whole name tells. 'words': only words and days do. 'elsewhere': a product not launched in these days. */
export type FoundLaunch =
  | { readonly how: 'name'; readonly counted: CountedLaunch }
  | { readonly how: 'words'; readonly counted: CountedLaunch; readonly isSure: boolean }
  | { readonly how: 'elsewhere' | 'unmatched' };

/** @param launches that the reports tell of */
export function launchFinder(
  launches: readonly CountedLaunch[],
  productByName: ProductByName,
): (subject: Subject) => FoundLaunch {
  const byProduct = new Map(launches.map((each) => [each.launch.productId, each]));
  const titles = new LaunchWords(launches.map(({ launch }) => launch.title));
  return ({ ids, words, entries }) => {
    const names = [...ids, words].map(nameKey);
    const product = names.map((name) => productByName.get(name)).find((key) => key !== undefined);
    if (product !== undefined) {
      const counted = byProduct.get(product);
      return counted?.window.meets(entries) ? { how: 'name', counted } : { how: 'elsewhere' };
    }
    const first = entries.reduce((least, { from }) => Math.min(least, from), Infinity);
    const match = titles.match(words, (place) => {
      const { launch, window } = launches[place]!;
      return window.meets(entries) ? Math.abs(launch.launchDay - first) : Infinity;
    });
    if (match === null) return { how: 'unmatched' };
    return { how: 'words', counted: launches[match.launch]!, isSure: match.isSure };
  };
}
