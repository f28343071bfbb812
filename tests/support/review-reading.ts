import { NO_EDITS } from '#core/evaluation/reviews/aspect-edits.ts';
import {
  DIRECTIONS,
  type Direction,
  type ReviewReading,
} from '#core/evaluation/reviews/review-reading.ts';

interface Said {
  readonly review: number;
  readonly aspect: number;
  /** Probability that the sentence is negative. */
  readonly negative: number;
  readonly direction?: Direction;
  readonly sentence?: number;
}

interface Read {
  readonly launch: readonly number[];
  readonly said?: readonly Said[];
  readonly aspects?: readonly string[];
}

/** A reading of reviews about launches of these rows, in which only `said` was found. */
export function reviewReading({
  launch,
  said = [],
  aspects = ['quality', 'size'],
}: Read): ReviewReading {
  const negative = new Float32Array(launch.length).fill(0.1);
  for (const each of said) negative[each.review] = Math.max(negative[each.review]!, each.negative);
  return {
    key: 1,
    launch: Int32Array.from(launch),
    negative,
    marks: new Uint8Array(launch.length),
    ...{ aspects, words: [], topics: [], edits: NO_EDITS },
    ratedTexts: 0,
    unknownNames: [],
    mentions: {
      review: Uint32Array.from(said, ({ review }) => review),
      aspect: Uint8Array.from(said, ({ aspect }) => aspect),
      sentence: Int32Array.from(said, ({ sentence = 0 }) => sentence),
      negative: Float32Array.from(said, (each) => each.negative),
      direction: Uint8Array.from(said, ({ direction = 'none' }) => DIRECTIONS.indexOf(direction)),
    },
  };
}
