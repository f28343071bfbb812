// The weeks that most groups share: what they are compared with.

import { median } from '#core/base/statistics/statistics.ts';

/** Returns the median ratio of all groups but two, [weeks], which few effects of launches can move. */
export type CommonWeeks = (one: number, other: number) => Float64Array;

/** Ratios are of units to a group's level; each pair is worked out once. */
export function commonWeeks(groups: readonly { readonly ratio: Float64Array }[]): CommonWeeks {
  const known = new Map<number, Float64Array>();
  return (one, other) => {
    const key = Math.min(one, other) * groups.length + Math.max(one, other);
    let common = known.get(key);
    if (!common) {
      const rest = groups.filter((_, group) => group !== one && group !== other);
      common = rest[0]!.ratio.map((_, week) => median(rest.map(({ ratio }) => ratio[week]!)));
      known.set(key, common);
    }
    return common;
  };
}
