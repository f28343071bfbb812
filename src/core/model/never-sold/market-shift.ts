// The level of a category that was never sold, from its market: how much of what markets told came true in the categories that
// the shop knows. Bayesian linear regression with a conjugate prior (Gelman et al., Bayesian Data Analysis, 14.8) of what
// launches of a category sold beyond what other launches tell, on what its market told beyond them.

import { sum } from '#core/base/statistics/statistics.ts';

/** A category that the shop knows. Differences of the log of units. */
export interface MarketPrecedent {
  /** Number of its launches. */
  readonly launches: number;
  /** What they sold beyond what launches of the other categories tell. */
  readonly beyond: number;
  /** Variance of `beyond` by chance, because launches are few. */
  readonly chance: number;
  /** What its market tells beyond them; 0 for all where markets are not known. */
  readonly market: number;
}

/** How a forecast made without knowing the category must be moved, on the log scale, and how far that may err. */
export interface MarketShift {
  readonly shift: number;
  /** Scale and degrees of freedom of Student's t distribution around the shift. */
  readonly scale: number;
  readonly freedom: number;
}

/** Fewer categories show neither the shop's usual share of a market nor how much it varies. */
export const LEAST_PRECEDENTS = 3;

/** So many launches count half: the mean of few is chance. */
const HALF_LAUNCHES = 4;
/** Before anything is known, half of what the market tells counts. */
const PRIOR_WEIGHT = 0.5;
/** The prior weight counts as so many categories, with markets of this variance. */
const PRIOR_CATEGORIES = 3;
const USUAL_VARIANCE = 0.5;
/** Before anything is known, categories err by this deviation, as if so many had shown it. */
const PRIOR_DEVIATION = 0.4;
const PRIOR_FREEDOM = 2;

/**
 * Returns the shift of a category of which the market tells `market`; null where fewer than `LEAST_PRECEDENTS` categories are
 * known.
 */
export function marketShift(
  precedents: readonly MarketPrecedent[],
  market: number,
): MarketShift | null {
  if (precedents.length < LEAST_PRECEDENTS) return null;
  const known = precedents.map((each) => ({
    ...each,
    share: each.launches / (each.launches + HALF_LAUNCHES),
  }));
  const total = sum(known.map(({ share }) => share));
  const usual = sum(known.map(({ share, beyond }) => share * beyond)) / total;
  const middle = sum(known.map((each) => each.share * each.market)) / total;
  const prior = PRIOR_CATEGORIES * USUAL_VARIANCE;
  const spread = prior + sum(known.map((each) => each.share * (each.market - middle) ** 2));
  const product = sum(
    known.map((each) => each.share * (each.market - middle) * (each.beyond - usual)),
  );
  const weight = (prior * PRIOR_WEIGHT + product) / spread;
  const missed = known.map(
    ({ share, beyond, market: own, chance }) =>
      share * Math.max(0, (beyond - usual - weight * (own - middle)) ** 2 - chance),
  );
  const freedom = PRIOR_FREEDOM + Math.max(0, total - 1);
  const squares =
    PRIOR_FREEDOM * PRIOR_DEVIATION ** 2 + sum(missed) + prior * (weight - PRIOR_WEIGHT) ** 2;
  const doubt = 1 + 1 / total + (market - middle) ** 2 / spread;
  return {
    shift: usual + weight * (market - middle),
    ...{ scale: Math.sqrt((squares / freedom) * doubt), freedom },
  };
}
