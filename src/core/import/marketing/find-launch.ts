// Finds the launch that a campaign, or a product in a report, is about.

import type { DerivedLaunch } from '../derivation/derivation-settings.ts';
import { nameKey, type KnownProducts } from '../derivation/known-products.ts';
import { LaunchWords } from './match-by-words.ts';
import type { LaunchWindow } from './launch-window.ts';
import type { Subject } from './report-subjects.ts';

export interface CountedLaunch {
  readonly launch: DerivedLaunch;
  readonly window: LaunchWindow;
}

/**
 * How a launch was found. 'name': by number or whole name. 'words': only by words and days. 'elsewhere': the product
 * was not launched in these days.
 */
export type FoundLaunch =
  | { readonly how: 'name'; readonly counted: CountedLaunch }
  | { readonly how: 'words'; readonly counted: CountedLaunch; readonly isSure: boolean }
  | { readonly how: 'elsewhere' | 'unmatched' };

interface FinderOptions {
  /** Launches that the reports cover. */
  readonly launches: readonly CountedLaunch[];
  readonly known: KnownProducts;
  /** All subjects to be found. They show whether the reports number products as the orders do. */
  readonly subjects: readonly Subject[];
}

/** Returns a function that finds the launch of a subject: by number or name, else by words and days. */
export function launchFinder({
  launches,
  known,
  subjects,
}: FinderOptions): (subject: Subject) => FoundLaunch {
  const byProduct = new Map(launches.map((each) => [each.launch.productId, each]));
  const others = [...known.ofTitle].filter(([, product]) => !byProduct.has(product));
  const ownTitles = launches.map(({ launch }) => launch.title);
  const titles = new LaunchWords([...ownTitles, ...others.map(([title]) => title)]);
  const isNumbered = (id: string) => known.byName.has(nameKey(id));
  const sharesNumbers = subjects.some(({ ids }) => ids.some(isNumbered));

  function byWords({ words, entries }: Subject, isOpen: boolean): FoundLaunch {
    const first = entries.reduce((least, { from }) => Math.min(least, from), Infinity);
    const match = titles.match(words, (place) => {
      const each = launches[place];
      if (!each) return Number.MAX_VALUE; // A product that is not a launch fits any day; of equals, last.
      return each.window.meets(entries) ? Math.abs(each.launch.launchDay - first) : Infinity;
    });
    if (match === null) return { how: 'unmatched' };
    const counted = launches[match.place];
    if (!counted) return { how: 'elsewhere' };
    return { how: 'words', counted, isSure: match.isSure && !isOpen };
  }

  return (subject) => {
    const owners = [...subject.ids, subject.words].map((name) => known.byName.get(nameKey(name)));
    const product = owners.find((owner) => typeof owner === 'string');
    if (product !== undefined) {
      const counted = byProduct.get(product);
      return counted?.window.meets(subject.entries)
        ? { how: 'name', counted }
        : { how: 'elsewhere' };
    }
    // If the report uses the same product numbers as the orders, an unknown number means another product.
    const isSeveral = owners.includes(null);
    if (subject.ids.length > 0 && sharesNumbers && !isSeveral) return { how: 'elsewhere' };
    return byWords(subject, isSeveral);
  };
}
