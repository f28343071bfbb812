import { splitSentences } from '#core/base/text/split-sentences.ts';
import { isComplaint, isPraise } from './aspect-shares.ts';
import type { Counted, Voice } from './voice.ts';

/** A sentence of a review, and the review around it. */
export interface Quote {
  /** Number of the review. */
  readonly review: number;
  /** The sentence; the reason of a return where that says it. */
  readonly sentence: string;
  /** Probability that it is negative, 0–1. */
  readonly negative: number;
}

interface Asked {
  readonly aspect: number;
  readonly wants: 'complaints' | 'praise';
  readonly most: number;
}

/** Letters from which a sentence says more than "Poor fit!"; a Chinese sign counts as three. */
const TELLING_WIDTH = 24;

function isTelling(sentence: string): boolean {
  const signs = sentence.match(/\p{Script=Han}/gu)?.length ?? 0;
  return sentence.length + 2 * signs >= TELLING_WIDTH;
}

/** Returns the sentences that say most clearly what is asked, longer ones first; one of a review, no sentence twice. */
export function quotesOf(
  { reviews, reading: { mentions } }: Pick<Voice, 'reviews' | 'reading'>,
  counted: Counted,
  { aspect, wants, most }: Asked,
): Quote[] {
  const isCounted = new Uint8Array(reviews.length);
  for (const review of counted.reviews) isCounted[review] = 1;
  const places = Array.from(mentions.review, (_, place) => place).filter((place) => {
    const isWanted = (wants === 'complaints' ? isComplaint : isPraise)(mentions.negative[place]!);
    return isWanted && mentions.aspect[place] === aspect && isCounted[mentions.review[place]!];
  });
  const sign = wants === 'complaints' ? -1 : 1;
  places.sort((a, b) => sign * (mentions.negative[a]! - mentions.negative[b]!) || a - b);
  const telling: Quote[] = [];
  const short: Quote[] = [];
  const [texts, quoted] = [new Set<string>(), new Set<number>()];
  for (const place of places) {
    if (telling.length === most) break;
    const review = mentions.review[place]!;
    const { text, reason } = reviews[review]!;
    const at = mentions.sentence[place]!;
    const sentence = at < 0 ? reason : (splitSentences(text)[at] ?? text);
    if (texts.has(sentence) || quoted.has(review)) continue;
    texts.add(sentence);
    quoted.add(review);
    const quote = { review, sentence, negative: mentions.negative[place]! };
    (isTelling(sentence) ? telling : short).push(quote);
  }
  return [...telling, ...short].slice(0, most);
}
