// Past launches → a model of the return rate of new products.

import { BetaBinomialOutcome } from './beta-binomial-outcome.ts';
import type { RateSpread } from './belief.ts';
import { coverageOf, wideningFor, type LaterCheck } from './later-check.ts';
import { fitEffects, predictorFrom, type LaunchEffects } from './launch-effects.ts';
import { tellsRate, type RateLaunch } from './rate-launch.ts';

/** A model of return rates, as plain values: effects on the logit of the rate, and how rates spread around it. */
export interface ReturnRates extends LaunchEffects {
  readonly spread: RateSpread;
  readonly check: LaterCheck;
}

/** The last fifth is predicted from the others. */
const LATER_SHARE = 0.2;
const LEAST_LATER = 20;
/** More launches than these change little and cost much; the newest count. */
const MOST_LAUNCHES = 3_000;

/** Learns from launches in order of time; null where none tells a rate. */
export function fitReturnRates(given: readonly RateLaunch[]): ReturnRates | null {
  const launches = given.filter(tellsRate).slice(-MOST_LAUNCHES);
  if (launches.length === 0) return null;
  const { size, effects } = fitOnce(launches);
  const { widening, check } = checkLater(launches);
  return { ...effects, spread: { size, widening }, check };
}

function fitOnce(launches: readonly RateLaunch[]) {
  const counted = launches.map(({ product, sold }) => ({ product, units: sold }));
  const given = new BetaBinomialOutcome({
    returned: Float64Array.from(launches, ({ returned }) => returned),
    sold: Float64Array.from(launches, ({ sold }) => sold),
  });
  const { effects, outcome } = fitEffects(counted, given);
  return { effects, size: outcome.size };
}

function checkLater(launches: readonly RateLaunch[]) {
  const count = Math.round(LATER_SHARE * launches.length);
  if (count < LEAST_LATER) return { widening: 1, check: { launches: 0, covered: 0 } };
  const { size, effects } = fitOnce(launches.slice(0, -count));
  const predict = predictorFrom(effects);
  const later = launches.slice(-count).map((launch) => {
    const { eta, variance } = predict(launch.product);
    return { ...launch, eta, variance };
  });
  const covered = coverageOf(later, { size, widening: 1 });
  return { widening: wideningFor(later, size), check: { launches: count, covered } };
}
