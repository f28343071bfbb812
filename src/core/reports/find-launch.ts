// Which launch a campaign, or a product in a report, is about.

import type { DerivedLaunch } from '../derivation/derivation.ts';
import { nameKey, type KnownProducts } from '../derivation/known-products.ts';
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

interface FinderOptions {
  /** That the reports tell of. */
  readonly launches: readonly CountedLaunch[];
  readonly known: KnownProducts;
  /** All that is to be found: whether the reports number products as the orders do shows in them. */
  readonly subjects: readonly Subject[];
}

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
      if (!each) return Number.MAX_VALUE; // a product that is no launch may be meant on any day, of equals last
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
    // A number that no product has, in a report that numbers products as the orders do, is another product's.
    const isSeveral = owners.includes(null);
    if (subject.ids.length > 0 && sharesNumbers && !isSeveral) return { how: 'elsewhere' };
    return byWords(subject, isSeveral);
  };
}
