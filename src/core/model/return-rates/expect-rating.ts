// Past launches → the mean rating of new products, with its range.

import { EIGHT_IN_TEN } from '#core/base/statistics/wilson.ts';
import { basisOf, type BasisPart } from './basis.ts';
import { fitEffects, predictorFrom, type LaunchEffects } from './launch-effects.ts';
import type { RateProduct, RatingLaunch } from './rate-launch.ts';
import { RatingOutcome } from './rating-outcome.ts';
import { refusalOf, type Refusal } from './refusal.ts';

/** A model of mean ratings, as plain values: effects on the mean rating of five stars. */
export interface Ratings extends LaunchEffects {
  /** Points of the shop's scale for a star: its top is five stars. */
  readonly unit: number;
  /** Standard deviation in stars between products that are alike in all columns. */
  readonly between: number;
  /** Standard deviation in stars of a single rating around its product's mean. */
  readonly within: number;
}

/** What is believed of a product's mean rating: a normal distribution on the shop's own scale. */
export interface RatingBelief {
  readonly mean: number;
  readonly variance: number;
}

export type ExpectedRating =
  | (RatingRange & {
      readonly kind: 'expected';
      readonly belief: RatingBelief;
      readonly basis: readonly BasisPart[];
    })
  | Refusal;

export interface RatingRange {
  readonly mean: number;
  /** The true mean rating is between these with a probability of 80%. */
  readonly low: number;
  readonly high: number;
}

/** Tops of the scales that shops use. */
const TOPS = [5, 10, 100];
const STARS = 5;
/** Deviation of single ratings, in stars: ratings are mostly 5 with some 1 (1.1 in the clothing table of the bench). */
const WITHIN = 1.1;
/** A range may not be wider than half a star each way. */
const WIDEST_STARS = 1;
const MOST_LAUNCHES = 3_000;

/** Learns from launches; null where none has a rating. */
export function fitRatings(given: readonly RatingLaunch[]): Ratings | null {
  const launches = given
    .filter(({ rating, count }) => Number.isFinite(rating) && !(count <= 0))
    .slice(-MOST_LAUNCHES);
  if (launches.length === 0) return null;
  const highest = launches.reduce((most, { rating }) => Math.max(most, rating), 0);
  const unit = (TOPS.find((top) => highest <= top) ?? highest) / STARS;
  const outcome = new RatingOutcome({
    rating: Float64Array.from(launches, ({ rating }) => rating / unit),
    noise: Float64Array.from(launches, ({ count }) => (count > 0 ? WITHIN ** 2 / count : 0)),
  });
  const counted = launches.map(({ product, count }) => ({
    product,
    units: Number.isNaN(count) ? 1 : count,
  }));
  const fit = fitEffects(counted, outcome);
  return { ...fit.effects, unit, between: fit.outcome.between, within: WITHIN };
}

/** Returns a function that says what is believed of a product's mean rating, however little that is. */
export function ratingBelief(model: Ratings): (product: RateProduct) => RatingBelief {
  const predict = predictorFrom(model);
  return (product) => {
    const { eta, variance } = predict(product);
    return beliefAt(model, eta, variance);
  };
}

/** Returns the expected mean rating with its 80% range and reasons, or a refusal where a number would say too much. */
export function expectRating(model: Ratings, product: RateProduct): ExpectedRating {
  const predictor = predictorFrom(model)(product);
  const belief = beliefAt(model, predictor.eta, predictor.variance);
  const range = ratingRangeOf(model, belief);
  const refusal = refusalOf(model, product, range.high - range.low > WIDEST_STARS * model.unit);
  if (refusal) return refusal;
  const valueAt = (eta: number): number => eta * model.unit;
  return { kind: 'expected', ...range, belief, basis: basisOf(model, predictor, valueAt) };
}

function beliefAt({ unit, between }: Ratings, eta: number, variance: number): RatingBelief {
  return { mean: eta * unit, variance: (variance + between ** 2) * unit ** 2 };
}

/** Returns the mean of a belief and the central 80%, within the scale. */
export function ratingRangeOf({ unit }: Ratings, { mean, variance }: RatingBelief): RatingRange {
  const half = EIGHT_IN_TEN * Math.sqrt(variance);
  const within = (rating: number): number => Math.min(STARS * unit, Math.max(0, rating));
  return { mean: within(mean), low: within(mean - half), high: within(mean + half) };
}

/** Returns the belief after the first ratings: the posterior of a normal mean with known variances. */
export function updateRating(
  { unit, within }: Ratings,
  { mean, variance }: RatingBelief,
  seen: { readonly rating: number; readonly count: number },
): RatingBelief {
  if (!(seen.count > 0) || !Number.isFinite(seen.rating)) return { mean, variance };
  const noise = (within * unit) ** 2 / seen.count;
  const share = variance / (variance + noise);
  return { mean: mean + share * (seen.rating - mean), variance: variance * (1 - share) };
}
