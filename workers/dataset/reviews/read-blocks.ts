// Scores all reviews and finds what they name, block by block.

import { MentionFinder, type MentionReaders } from '#core/evaluation/reviews/find-mentions.ts';
import { joinMentions } from '#core/evaluation/reviews/join-mentions.ts';
import type { ReviewReading } from '#core/evaluation/reviews/review-reading.ts';
import type { Review } from '#core/import/reviews/review.ts';
import type { RatingHead } from '#core/model/reviews/rating-head.ts';
import { scoreText } from '#core/model/reviews/score-text.ts';
import { memoise } from '#workers/runtime/journal.ts';
import type { PacedJournal } from '#workers/runtime/paced-journal.ts';

/** Reviews between two pauses: a few hundredths of a second. */
const STEP = 100;
/** A review with fewer stars is negative, where it has no text. */
const NEGATIVE_BELOW = 3.5;

interface BlockReading {
  readonly readers: MentionReaders;
  readonly journal: PacedJournal;
  /** Plain values that the readers are made of. */
  readonly madeOf: readonly unknown[];
  /** Awaited before each hundred reviews; `done` is how many were read. */
  readonly onStep: (done: number) => Promise<void>;
}

type Found = Pick<ReviewReading, 'negative' | 'mentions'>;

/** What was found in about a second. Devices end blocks at different reviews; joined, all blocks are the same. */
interface Block extends Found {
  /** Number of the first review after it. */
  readonly end: number;
}

/** Reads all reviews. Blocks that were read before an interruption are not read again. Throws what `onStep` throws. */
export async function readBlocks(
  reviews: readonly Review[],
  reading: BlockReading,
): Promise<Found> {
  const negative = new Float32Array(reviews.length);
  const blocks: Block[] = [];
  for (let start = 0; start < reviews.length; start = blocks.at(-1)!.end) {
    const from = start;
    const inputs = ['reviews', ...reading.madeOf, from];
    const block = await memoise(reading.journal, inputs, () => readBlock(reviews, from, reading));
    negative.set(block.negative, from);
    blocks.push(block);
  }
  return { negative, mentions: joinMentions(blocks.map(({ mentions }) => mentions)) };
}

/** Reads from a review until the journal is due, or all are read. */
async function readBlock(
  reviews: readonly Review[],
  start: number,
  { readers, journal, onStep }: BlockReading,
): Promise<Block> {
  const finder = new MentionFinder(readers);
  const negative: number[] = [];
  let end = start;
  do {
    await onStep(end);
    for (const review of reviews.slice(end, end + STEP)) {
      finder.add(end, review);
      negative.push(negativeOf(review, readers.head));
      end += 1;
    }
  } while (end < reviews.length && !journal.isDue);
  return { end, negative: Float32Array.from(negative), mentions: finder.columns() };
}

/** The buyer's own stars say more than the text. */
function negativeOf({ kind, text, stars }: Review, head: RatingHead): number {
  if (kind === 'return') return 1;
  if (!Number.isNaN(stars)) return stars < NEGATIVE_BELOW ? 1 : 0;
  return text === '' ? NaN : scoreText(head, text).negative;
}
