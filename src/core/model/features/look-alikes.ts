// What launches that look alike sold, as one input. A few components of hundreds of pictures tell many kinds of things
// apart badly; launches of the same kind stand near each other.

import { mean } from '#core/base/statistics/statistics.ts';
import { cosineSimilarity, ofLengthOne } from '#core/base/text/text-embeddings.ts';

/** Past launches, the newest ones, by how they look. */
export interface LookAlikes {
  /** Coordinates of their pictures along the components, of length 1, [launches × components]. */
  readonly places: Float32Array;
  /** log1p(units) less the mean, [launches]. */
  readonly beyond: Float32Array;
}

/** Older launches tell little of what sells today, and each takes time. */
const MOST_LAUNCHES = 1_000;
/** Weight of the mean of all, beside a launch that looks the same. */
const MEAN_WEIGHT = 0.2;
/** From here on two pictures are one: a launch does not tell what it sold itself. */
const SAME = 0.9999;
/** Gives the input about the spread of a 0/1 input. */
const SCALE = 2;

/**
 * Remembers launches by how they look.
 * @param places coordinates of each launch's picture, in order of time; null where not known
 * @param units NaN where not known
 */
export function fitLookAlikes(
  places: readonly (Float32Array | null)[],
  units: ArrayLike<number>,
): LookAlikes | null {
  const known = places
    .flatMap((place, i) => (place && !Number.isNaN(units[i]!) ? [{ place, units: units[i]! }] : []))
    .slice(-MOST_LAUNCHES);
  if (known.length === 0) return null;
  const logs = known.map((launch) => Math.log1p(launch.units));
  const centre = mean(logs);
  const size = known[0]!.place.length;
  const all = new Float32Array(known.length * size);
  known.forEach(({ place }, i) => all.set(ofLengthOne(place), i * size));
  return { places: all, beyond: Float32Array.from(logs, (log) => log - centre) };
}

/**
 * Returns what launches that look alike sold beyond the mean: Σ w (y − ȳ) / (Σ w + 0.2), w = max(0, cos)⁶, scaled, without
 * launches of the same picture (Nadaraya–Watson 1964, left one out).
 * @param place coordinates of the picture along the components, [components]
 */
export function soldByLookAlikes({ places, beyond }: LookAlikes, place: Float32Array): number {
  const own = ofLengthOne(place);
  let [total, weight] = [0, MEAN_WEIGHT];
  for (let i = 0; i < beyond.length; i++) {
    const cosine = cosineSimilarity(own, places, i * own.length);
    if (cosine <= 0 || cosine > SAME) continue;
    // In simulated shops exponents of 4 to 8 forecast best.
    const near = (cosine * cosine * cosine) ** 2;
    total += near * beyond[i]!;
    weight += near;
  }
  return (SCALE * total) / weight;
}
