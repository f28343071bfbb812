// Splits a stock where a supplier sells assortment packs only: so many units of each size, in one option. A pack is added
// to the option where it sells most. Expected sales are concave in the packs of an option, so this is exact.

import { soldFrom, type Tails } from './variant-split.ts';

export interface AssortmentTerms {
  /** Units to split. */
  readonly stock: number;
  /** By option, the places of its variants among the tails, in the order of the pack's units. */
  readonly options: readonly (readonly number[])[];
  /** Units of each size in a pack. */
  readonly pack: readonly number[];
}

/** Returns the packs of each option; together at most the stock. */
export function splitPacks(tails: Tails, { stock, options, pack }: AssortmentTerms): number[] {
  const size = pack.reduce((all, units) => all + units, 0);
  const packs = options.map(() => 0);
  const soldByNext = (option: number) =>
    options[option]!.reduce(
      (all, place, i) => all + soldFrom(tails[place]!, packs[option]! * pack[i]!, pack[i]!),
      0,
    );
  const next = options.map((_, option) => soldByNext(option));
  for (let left = stock; left >= size && size > 0 && options.length > 0; left -= size) {
    const best = next.reduce((a, sold, option) => {
      if (sold === next[a]!) return packs[option]! < packs[a]! ? option : a;
      return sold > next[a]! ? option : a;
    }, 0);
    packs[best]!++;
    next[best] = soldByNext(best);
  }
  return packs;
}
