// Questions that ask the same thing, the most frequent first, with the seller's own answer.

import { hasChinese } from '#core/base/text/chinese.ts';
import { words } from '#core/base/text/split-words.ts';
import type { Review } from '#core/import/reviews/review.ts';
import { stemmed } from '#core/model/aspects/text-units.ts';
import { factOf } from './question-facts.ts';

export interface QuestionGroup {
  /** Numbers of its questions; the first is the most typical. */
  readonly reviews: readonly number[];
  /** Number of the question whose answer is closest to the typical question; null where none was answered. */
  readonly answered: number | null;
}

/** Cosine from which two questions ask the same. */
const SAME_FROM = 0.4;
/** Words in more than this share of the questions say nothing of one, unless the questions are few. */
const COMMON_SHARE = 0.4;
const FEWEST_COMMON = 5;
/** Words that make a question, not its subject. */
const ASKING_WORDS: ReadonlySet<string> = new Set(
  (
    'is are was be it its this that these the an of to in on for at or and if with there can could does do did will ' +
    'would should have has how what which when where why you your we my me hi hello please thanks thank know go any am ' +
    'not so much many long take need get put come use one 请问 这个 这款 可以 是不 不是 能不 不能 有没 没有 什么 多少'
  ).split(' '),
);
const ASKING_SIGNS = /请问|这个|这款|那个|可以|什么|多少|怎么|[能吗呢吧么是有没不的会要]/gu;
/** More questions than this are grouped by the first ones, where their words name no fact. */
const MOST_QUESTIONS = 3_000;

/**
 * Groups questions, the largest group first; groups of one are left out. Those that ask for one fact, such as how it smells,
 * are a group, the shortest first. The others are grouped by their words, weighted by rarity (TF-IDF): the question with most
 * others like it opens the first group with all of them, and so on.
 */
export function questionGroups(reviews: readonly Review[]): QuestionGroup[] {
  const byFact = new Map<number, number[]>();
  const others: number[] = [];
  for (const [i, { kind, text }] of reviews.entries()) {
    if (kind !== 'question' || text === '') continue;
    const fact = factOf(text);
    if (fact === null) others.push(i);
    else if (byFact.has(fact)) byFact.get(fact)!.push(i);
    else byFact.set(fact, [i]);
  }
  const lengthOf = (i: number) => reviews[i]!.text.length;
  const ofFacts = [...byFact.values()].map((asked) =>
    asked.toSorted((a, b) => lengthOf(a) - lengthOf(b)),
  );
  return [...ofFacts, ...groupsByWords(reviews, others.slice(0, MOST_QUESTIONS))]
    .filter((asked) => asked.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((asked) => ({
      reviews: asked,
      answered: asked.find((i) => reviews[i]!.answer !== '') ?? null,
    }));
}

/** Returns groups of the numbers in `asked`, each with the most typical question first. */
function groupsByWords(reviews: readonly Review[], asked: readonly number[]): number[][] {
  const near = neighbours(weighted(asked.map((i) => subjectWords(reviews[i]!.text))));
  const groups: number[][] = [];
  const isFree = new Uint8Array(asked.length).fill(1);
  const freeOf = (place: number) => near[place]!.filter(({ other }) => isFree[other]);
  for (;;) {
    let best = -1;
    let most = 0;
    for (const place of near.keys()) {
      const size = isFree[place] ? freeOf(place).length : 0;
      if (size > most) [best, most] = [place, size];
    }
    if (best < 0) return groups;
    const members = [{ other: best, cosine: 1 }, ...freeOf(best)];
    for (const { other } of members) isFree[other] = 0;
    members.sort((a, b) => b.cosine - a.cosine || a.other - b.other);
    groups.push(members.map(({ other }) => asked[other]!));
  }
}

function subjectWords(question: string): string[] {
  const subject = words(question.replace(ASKING_SIGNS, ' ')).filter(
    (word) => !ASKING_WORDS.has(word),
  );
  return [...new Set(subject.map((word) => (hasChinese(word) ? word : stemmed(word))))];
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
