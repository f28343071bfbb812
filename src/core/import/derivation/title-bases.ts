// Finds what titles of several variants have in common.

import { namedVariant } from '#core/base/text/variant-names.ts';

export interface TitleBase {
  /** Title without its variant if other titles share that base; otherwise the whole title. */
  readonly base: string;
  /** Whether the removed part is a size, a measure or a colour, rather than anything after a dash. */
  readonly isVariant: boolean;
}

/** Separator between a product's title and its variant, as in "Linen Shirt - Blue / M". */
const VARIANT_MARK = ' - ';

/**
 * Returns the base of each title.
 * @param titles distinct titles
 */
export function titleBases(titles: readonly string[]): TitleBase[] {
  const named = titles.map((title) => namedVariant(title)?.stem ?? title);
  const dashed = titles.map(beforeVariant);
  const [isNamed, isDashed] = [named, dashed].map(sharedIn) as [Shared, Shared];
  return titles.map((title, i): TitleBase => {
    if (isNamed(named[i]!)) return { base: named[i]!, isVariant: true };
    if (isDashed(dashed[i]!)) return { base: dashed[i]!, isVariant: false };
    return { base: title, isVariant: false };
  });
}

/** Returns the title up to its last " - ", or all of it if there is none. */
export function beforeVariant(title: string): string {
  const at = title.lastIndexOf(VARIANT_MARK);
  return at > 0 ? title.slice(0, at) : title;
}

type Shared = (base: string) => boolean;

function sharedIn(bases: readonly string[]): Shared {
  const counts = new Map<string, number>();
  for (const base of bases) counts.set(base, (counts.get(base) ?? 0) + 1);
  return (base) => counts.get(base)! > 1;
}
