// What titles of several variants have in common.

import { namedVariant } from '../quality/variant-names.ts';

export interface TitleBase {
  /** Without its variant, where other titles have the same without theirs; else the title. */
  readonly base: string;
  /** What was left off is a size, a measure or a colour: not only what stands behind a dash. */
  readonly isVariant: boolean;
}

/** Between a product's title and its variant, such as "Linen Shirt - Blue / M". */
const VARIANT_MARK = ' - ';

/** @param titles distinct @returns per title */
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
