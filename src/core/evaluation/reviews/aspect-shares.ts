// How many buyers complain of an aspect or praise it, with ranges.

import { EIGHT_IN_TEN, FIVE_IN_TEN, wilsonInterval } from '#core/base/statistics/wilson.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { DIRECTIONS, type Direction, type ReviewReading } from './review-reading.ts';

/** Fewer texts, or a wider range, show nothing. */
export const FEWEST_TEXTS = 30;
const WIDEST_HALF_RANGE = 0.1;
/**
 * A sentence from this probability on is a complaint, and up to that one praise. Between them are mixed sentences, and those
 * that only state something, such as the size that was bought: read by hand, few of them complain.
 */
export const COMPLAINS_FROM = 0.65;
export const PRAISES_UP_TO = 0.4;

export interface AspectShare {
  /** Number of the aspect in the reading. */
  readonly aspect: number;
  /** Shares of the texts, weighted, 0–1, with Wilson's intervals. */
  readonly complaints: OutcomeRange;
  readonly praise: OutcomeRange;
  /** Texts that complain and that praise, as counted. */
  readonly complaintCount: number;
  readonly praiseCount: number;
  /** Texts whose complaint says which way, without 'none'. */
  readonly directions: Readonly<Partial<Record<Direction, number>>>;
}

export interface AspectShares {
  /** Texts that were counted. */
  readonly texts: number;
  /** Equally weighted texts that would say as much (Kish's effective sample size). */
  readonly effectiveTexts: number;
  /** Aspects that a text names, most complaints first. */
  readonly aspects: readonly AspectShare[];
}

/**
 * Counts what texts say of each aspect. A text counts once for an aspect, however many sentences name it, and may both
 * complain and praise.
 * @param reviews numbers of the reviews to count, ascending
 * @param weights weight of each review, by its number; undefined: all alike
 */
export function aspectShares(
  reading: ReviewReading,
  reviews: Uint32Array,
  weights?: Float64Array,
): AspectShares {
  const weightOf = (review: number) => weights?.[review] ?? 1;
  const size = kishSize(reviews, weightOf);
  const tallies = reading.aspects.map(() => new Tally());
  const isCounted = new Uint8Array(reading.launch.length);
  for (const review of reviews) isCounted[review] = 1;
  const { mentions } = reading;
  mentions.review.forEach((review, i) => {
    if (!isCounted[review]) return;
    const direction = DIRECTIONS[mentions.direction[i]!]!;
    const tally = tallies[mentions.aspect[i]!]!;
    if (isComplaint(mentions.negative[i]!)) tally.complain(review, direction);
    else if (isPraise(mentions.negative[i]!)) tally.praise(review);
  });
  const aspects = tallies.flatMap((tally, aspect) =>
    tally.isEmpty ? [] : [tally.shares(aspect, { ...size, weightOf })],
  );
  return {
    ...{ texts: reviews.length, effectiveTexts: size.effective },
    aspects: aspects.sort((a, b) => b.complaints.expected - a.complaints.expected),
  };
}

/** Returns whether a share is known well enough to be shown as a number. */
export function isShown({ texts }: AspectShares, { low80, high80 }: OutcomeRange): boolean {
  return texts >= FEWEST_TEXTS && high80 - low80 <= 2 * WIDEST_HALF_RANGE;
}

/** Returns whether a sentence with this probability of being negative is a complaint. */
export function isComplaint(negative: number): boolean {
  return negative >= COMPLAINS_FROM;
}

/** Returns whether a sentence with this probability of being negative is praise. */
export function isPraise(negative: number): boolean {
  return negative <= PRAISES_UP_TO;
}

interface Size {
  readonly total: number;
  readonly effective: number;
}

/** Kish 1965, Survey Sampling: (Σw)² / Σw². */
function kishSize(reviews: Uint32Array, weightOf: (review: number) => number): Size {
  let [total, squares] = [0, 0];
  for (const review of reviews) {
    total += weightOf(review);
    squares += weightOf(review) ** 2;
  }
  return { total, effective: squares > 0 ? total ** 2 / squares : 0 };
}

interface Sizing extends Size {
  readonly weightOf: (review: number) => number;
}

/** The reviews that complain of one aspect and that praise it. */
class Tally {
  readonly #complaints = new Set<number>();
  readonly #praise = new Set<number>();
  readonly #directions = new Map<Direction, Set<number>>();

  get isEmpty(): boolean {
    return this.#complaints.size === 0 && this.#praise.size === 0;
  }

  complain(review: number, direction: Direction): void {
    this.#complaints.add(review);
    if (direction === 'none') return;
    const same = this.#directions.get(direction) ?? new Set();
    this.#directions.set(direction, same.add(review));
  }

  praise(review: number): void {
    this.#praise.add(review);
  }

  shares(aspect: number, sizing: Sizing): AspectShare {
    return {
      aspect,
      complaints: rangedShare(this.#complaints, sizing),
      praise: rangedShare(this.#praise, sizing),
      complaintCount: this.#complaints.size,
      praiseCount: this.#praise.size,
      directions: Object.fromEntries([...this.#directions].map(([name, { size }]) => [name, size])),
    };
  }
}

function rangedShare(
  reviews: ReadonlySet<number>,
  { total, effective, weightOf }: Sizing,
): OutcomeRange {
  let weight = 0;
  for (const review of reviews) weight += weightOf(review);
  const expected = total > 0 ? weight / total : 0;
  const [low80, high80] = wilsonInterval(expected, effective, EIGHT_IN_TEN);
  const [low50, high50] = wilsonInterval(expected, effective, FIVE_IN_TEN);
  return { expected, low50, high50, low80, high80 };
}
