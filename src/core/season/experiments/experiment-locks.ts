// Stores trial launches in a season's limits as locked launches, so that a recalculated calendar keeps them.

import type { Placement } from '../offers/placement.ts';
import type { ProductWish, SeasonLimits } from '../offers/season-limits.ts';
import type { Experiment } from '../offers/experiment.ts';

/** Locks each trial launch in its week and channel. */
export function withExperiments(
  limits: SeasonLimits,
  experiments: readonly Pick<Experiment, 'productId' | 'placement'>[],
): SeasonLimits {
  const locked = experiments.map(({ productId, placement }): [string, ProductWish] => {
    const { week, channel } = placement;
    const wish = Object.hasOwn(limits.wishes, productId) ? limits.wishes[productId] : {};
    return [productId, { ...wish, locked: { week, channel, isExperiment: true } }];
  });
  return { ...limits, wishes: { ...limits.wishes, ...Object.fromEntries(locked) } };
}

/** Removes the locks of trial launches; the seller's own locks stay. */
export function withoutExperiments(limits: SeasonLimits): SeasonLimits {
  const wishes = Object.entries(limits.wishes).flatMap(
    ([productId, wish]): [string, ProductWish][] => {
      const { locked, ...others } = wish;
      if (locked?.isExperiment !== true) return [[productId, wish]];
      return Object.keys(others).length > 0 ? [[productId, others]] : [];
    },
  );
  return { ...limits, wishes: Object.fromEntries(wishes) };
}

/** Returns the calendar with the trial launches moved, sorted by week; no other launch moves. */
export function placementsWith(
  placements: readonly Placement[],
  experiments: readonly Pick<Experiment, 'productId' | 'placement'>[],
): Placement[] {
  const byProduct = new Map(experiments.map((each) => [each.productId, each.placement]));
  return placements
    .map((own) => byProduct.get(own.productId) ?? own)
    .sort((a, b) => a.week - b.week);
}
