// Questions that ask the same thing, most frequent first, with the seller's own answer.

import { words } from '#core/base/text/split-words.ts';
import type { Review } from '#core/import/reviews/review.ts';

export interface QuestionGroup {
  /** Numbers of its questions; the first is the most typical. */
  readonly reviews: readonly number[];
  /** Number of the question whose answer is closest to the typical question; null where none was answered. */
  readonly answered: number | null;
}

/** Cosine from which two questions ask the same. */
const SAME_FROM = 0.3;
/** Words in more than this share of the questions say nothing of one, unless the questions are few. */
const COMMON_SHARE = 0.4;
const FEWEST_COMMON = 5;
/** Words that make a question, not its subject. */
const ASKING_WORDS: ReadonlySet<string> = new Set([
  ...[
    'is',
    'are',
    'was',
    'be',
    'it',
    'its',
    'this',
    'that',
    'these',
    'the',
    'an',
    'of',
    'to',
    'in',
  ],
  ...['on', 'for', 'at', 'or', 'and', 'if', 'with', 'there', 'can', 'could', 'does', 'do', 'did'],
  ...['will', 'would', 'should', 'have', 'has', 'how', 'what', 'which', 'when', 'where', 'why'],
  ...['you', 'your', 'we', 'my', 'me', 'hi', 'hello', 'please', 'thanks', 'thank', 'know', 'go'],
  ...[
    '请问',
    '这个',
    '这款',
    '可以',
    '是不',
    '不是',
    '能不',
    '不能',
    '有没',
    '没有',
    '什么',
    '多少',
  ],
]);
const ASKING_SIGNS = /请问|这个|这款|那个|可以|什么|多少|怎么|[能吗呢吧么是有没不的会要]/gu;
/** More questions than this are grouped by the first ones. */
const MOST_QUESTIONS = 3_000;

/**
 * Groups questions by their words, weighted by rarity (TF-IDF). The question with most others like it opens the first
 * group with all of them; the rest is grouped in the same way. Groups of one are left out.
 */
export function questionGroups(reviews: readonly Review[]): QuestionGroup[] {
  const asked = reviews
    .flatMap(({ kind, text }, i) => (kind === 'question' && text !== '' ? [i] : []))
    .slice(0, MOST_QUESTIONS);
  const vectors = weighted(asked.map((i) => subjectWords(reviews[i]!.text)));
  const near = neighbours(vectors);
  const groups: QuestionGroup[] = [];
  const isFree = new Uint8Array(asked.length).fill(1);
  const freeOf = (place: number) => near[place]!.filter(({ other }) => isFree[other]);
  const order = near.map((_, place) => place);
  for (;;) {
    let best = -1;
    let most = 0;
    for (const place of order) {
      const size = isFree[place] ? freeOf(place).length : 0;
      if (size > most) [best, most] = [place, size];
    }
    if (best < 0) return groups;
    const members = [{ other: best, cosine: 1 }, ...freeOf(best)];
    for (const { other } of members) isFree[other] = 0;
    members.sort((a, b) => b.cosine - a.cosine || a.other - b.other);
    const numbers = members.map(({ other }) => asked[other]!);
    const answered = numbers.find((i) => reviews[i]!.answer !== '') ?? null;
    groups.push({ reviews: numbers, answered });
  }
}

function subjectWords(question: string): string[] {
  return words(question.replace(ASKING_SIGNS, ' ')).filter((word) => !ASKING_WORDS.has(word));
}

type Vector = ReadonlyMap<string, number>;

/** Returns vectors of length 1; empty where a question has only common words. */
function weighted(texts: readonly (readonly string[])[]): Vector[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = Math.max(FEWEST_COMMON, COMMON_SHARE * texts.length);
  return texts.map((text) => {
    const rare = text.filter((word) => counts.get(word)! <= common);
    const weights = rare.map((word) => Math.log1p(texts.length / counts.get(word)!));
    const length = Math.hypot(...weights);
    return new Map(rare.map((word, i) => [word, weights[i]! / length]));
  });
}

interface Neighbour {
  readonly other: number;
  readonly cosine: number;
}

/** Returns, for each vector, the others that ask the same. Looks only at those that share a word. */
function neighbours(vectors: readonly Vector[]): Neighbour[][] {
  const holders = new Map<string, { readonly place: number; readonly weight: number }[]>();
  vectors.forEach((vector, place) => {
    for (const [word, weight] of vector) {
      const list = holders.get(word);
      if (list) list.push({ place, weight });
      else holders.set(word, [{ place, weight }]);
    }
  });
  return vectors.map((vector, place) => {
    const cosines = new Map<number, number>();
    for (const [word, weight] of vector) {
      for (const other of holders.get(word)!) {
        if (other.place === place) continue;
        cosines.set(other.place, (cosines.get(other.place) ?? 0) + weight * other.weight);
      }
    }
    return Array.from(cosines, ([other, cosine]) => ({ other, cosine })).filter(
      ({ cosine }) => cosine >= SAME_FROM,
    );
  });
}
