// What each sentence of a review is about, and whether it complains.

import { splitSentences } from '#core/base/text/split-sentences.ts';
import type { Review } from '#core/import/reviews/review.ts';
import type { AspectDirection, AspectMention } from '#core/model/aspects/aspect.ts';
import { aspectsOf, type AspectMatcher } from '#core/model/aspects/match-aspects.ts';
import type { RatingHead } from '#core/model/reviews/rating-head.ts';
import { sentenceScores } from '#core/model/reviews/score-text.ts';
import { sigmoid } from '#core/base/statistics/statistics.ts';
import { COMPLAINS_FROM, PRAISES_UP_TO } from './aspect-shares.ts';
import { DIRECTIONS, type Mentions } from './review-reading.ts';

/** Directions that a buyer did not want, whatever the tone of the sentence: "a bit small, but lovely". */
const UNWANTED: ReadonlySet<AspectDirection | undefined> = new Set([
  ...(['smaller', 'larger', 'differs', 'late'] as const),
]);
/** The place of a return's reason among its sentences. */
const REASON = -1;

export interface MentionReaders {
  readonly matcher: AspectMatcher;
  readonly head: RatingHead;
  /** Numbers of aspects. */
  readonly aspects: readonly string[];
}

/** Gathers the mentions of many reviews as columns. */
export class MentionFinder {
  readonly #readers: MentionReaders;
  readonly #found: {
    readonly review: number;
    readonly aspect: number;
    readonly sentence: number;
    readonly negative: number;
    readonly direction: number;
  }[] = [];

  constructor(readers: MentionReaders) {
    this.#readers = readers;
  }

  /** Reads a review; `number` is its number in the reading. */
  add(number: number, { kind, text, reason }: Review): void {
    const isReturn = kind === 'return';
    if (reason !== '')
      this.#addSentence(number, { sentence: spoken(reason), place: REASON, isReturn });
    for (const [place, sentence] of splitSentences(text).entries())
      this.#addSentence(number, { sentence, place, isReturn });
  }

  columns(): Mentions {
    const found = this.#found;
    return {
      review: Uint32Array.from(found, ({ review }) => review),
      aspect: Uint8Array.from(found, ({ aspect }) => aspect),
      sentence: Int32Array.from(found, ({ sentence }) => sentence),
      negative: Float32Array.from(found, ({ negative }) => negative),
      direction: Uint8Array.from(found, ({ direction }) => direction),
    };
  }

  #addSentence(
    review: number,
    said: { readonly sentence: string; readonly place: number; readonly isReturn: boolean },
  ): void {
    const { matcher, head, aspects } = this.#readers;
    const mentions = aspectsOf(said.sentence, matcher);
    if (mentions.length === 0) return;
    const tone = said.isReturn ? 1 : sigmoid(sentenceScores(head, [said.sentence])[0]!);
    for (const mention of mentions) {
      this.#found.push({
        review,
        aspect: aspects.indexOf(mention.aspect),
        sentence: said.place,
        negative: toneOf(mention, tone),
        direction: DIRECTIONS.indexOf(mention.direction ?? 'none'),
      });
    }
  }
}

function toneOf({ isNegated, direction }: AspectMention, tone: number): number {
  if (isNegated) return Math.min(tone, PRAISES_UP_TO);
  if (UNWANTED.has(direction)) return Math.max(tone, COMPLAINS_FROM);
  return direction === 'as-expected' ? Math.min(tone, PRAISES_UP_TO) : tone;
}

/** Returns the reason of a return as words: "APPAREL_TOO_SMALL" becomes "apparel too small". */
function spoken(reason: string): string {
  return reason.replace(/_/g, ' ').toLowerCase();
}
