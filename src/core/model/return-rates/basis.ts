// Why a rate is expected: which groups moved it, by how much, and from how many units.

import { columnCount, PAIR_MARK, type RateGroup } from './rate-columns.ts';
import type { LaunchEffects, Predictor } from './launch-effects.ts';

/** One reason. */
export interface BasisPart {
  readonly kind: RateGroup['kind'];
  /** "category", "brand", "attribute:" with a name; two of a pair, none of words and the price. */
  readonly names: readonly string[];
  /** The product's level, both levels of a pair, or the word; none of the price and of numbers. */
  readonly texts: readonly string[];
  /** By how much it moves the expected value, in its unit: a share of 1, or points of a rating. */
  readonly points: number;
  /** Launches and units (or ratings) of the shop that have it. */
  readonly launches: number;
  readonly units: number;
}

/** Parts that move the expected value by less are left out. */
const LEAST_POINTS = 1e-6;

/**
 * Returns the reasons for an expected value, largest first. They add up to the difference from a product of which
 * nothing is known: each effect on η counts by the mean slope of the value on the way there (Aumann and Shapley 1974).
 * @param valueAt the expected value at a given η
 */
export function basisOf(
  { groups, effects, launches, units }: LaunchEffects,
  { row, eta }: Predictor,
  valueAt: (eta: number) => number,
): BasisPart[] {
  const base = effects[0]!;
  const step = Math.abs(eta - base) > LEAST_STEP ? eta - base : LEAST_STEP;
  const slope = (valueAt(base + step) - valueAt(base)) / step;
  const parts: BasisPart[] = [];
  let from = 1;
  for (const group of groups) {
    const end = from + columnCount(group);
    const own = row.columns.flatMap((column, i) =>
      column >= from && column < end ? [{ column, change: row.values[i]! * effects[column]! }] : [],
    );
    const partOf = (columns: typeof own, texts: readonly string[]): BasisPart => ({
      kind: group.kind,
      names: namesOf(group),
      texts,
      points: slope * columns.reduce((total, { change }) => total + change, 0),
      launches: Math.max(...columns.map(({ column }) => launches[column]!)),
      units: Math.max(...columns.map(({ column }) => units[column]!)),
    });
    if ('texts' in group) {
      const first = from;
      for (const each of own)
        parts.push(partOf([each], group.texts[each.column - first]!.split(PAIR_MARK)));
    } else if (own.length > 0) parts.push(partOf(own, []));
    from = end;
  }
  return parts
    .filter(({ points }) => Math.abs(points) >= LEAST_POINTS)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

const LEAST_STEP = 1e-6;

function namesOf(group: RateGroup): readonly string[] {
  if (group.kind === 'number') return [group.input.name];
  return group.kind === 'price' ? [] : group.names;
}
