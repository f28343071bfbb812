// What a shop's own texts tell of words that no aspect has yet.

import { ownSpelling } from './own-spelling.ts';
import type { AspectId, AspectWords } from './aspect.ts';
import { aspectMatcher, type AspectMatcher } from './match-aspects.ts';
import { BREAK, textUnits } from './text-units.ts';
import { eachCandidate, isCohesive, isJudgedAt } from './word-candidates.ts';

/** A word or phrase, by the clauses that hold it. A clause is what stands between two commas or full stops. */
export interface SurveyedWord {
  readonly word: string;
  readonly count: number;
  /** Clauses that are about each aspect by its own words, in the order of `WordSurvey.aspects`. */
  readonly byAspect: Uint32Array;
  /** Clauses that are about any aspect. */
  readonly withAny: number;
  /** Clauses that judge it: "the breakfast was", "早餐很". */
  readonly judged: number;
}

export interface WordSurvey {
  readonly aspects: readonly AspectWords[];
  /** Frequent words outside the aspects' own, without order. */
  readonly words: readonly SurveyedWord[];
  readonly clauseCount: number;
  /** Clauses about each aspect. */
  readonly byAspect: Uint32Array;
  /** Returns how the texts write a word most often: a survey's words are stems. */
  readonly spelling: (words: readonly string[]) => ReadonlyMap<string, string>;
}

/** Rarer words may only by chance keep to an aspect. */
const LEAST_COUNT = 5;
const CLAUSES_A_COUNT = 20_000;

/** Counts the words of sentences next to the aspects that these are about. Takes about a second for 10,000 reviews. */
export function wordSurvey(
  sentences: readonly string[],
  aspects: readonly AspectWords[],
): WordSurvey {
  const clauses = sentences.flatMap(clausesOf);
  const least = Math.max(LEAST_COUNT, clauses.length / CLAUSES_A_COUNT);
  const tallies = new Map(frequentWords(clauses, least).map((word) => [word, newTally(aspects)]));
  const byAspect = new Uint32Array(aspects.length);
  const matcher = aspectMatcher(aspects);
  const places = new Map(aspects.map(({ aspect }, place) => [aspect, place]));
  for (const clause of clauses) {
    const { found, isTaken } = aspectPlaces(clause, matcher, places);
    for (const place of found) byAspect[place]! += 1;
    tallyClause(clause, isTaken, found, tallies);
  }
  const words = Array.from(tallies, ([word, tally]) => ({ word, ...tally }));
  return {
    aspects,
    words: words.filter(({ count }) => count >= least),
    clauseCount: clauses.length,
    byAspect,
    spelling: (some) => ownSpelling(sentences, some),
  };
}

function clausesOf(sentence: string): string[][] {
  const clauses: string[][] = [[]];
  for (const unit of textUnits(sentence)) {
    if (unit !== BREAK) clauses.at(-1)!.push(unit);
    else if (clauses.at(-1)!.length > 0) clauses.push([]);
  }
  if (clauses.at(-1)!.length === 0) clauses.pop();
  return clauses;
}

/** Returns the words and phrases that stand in this many clauses and whose parts belong together. */
function frequentWords(clauses: readonly (readonly string[])[], least: number): string[] {
  const counts = new Map<string, number>();
  const candidates = new Set<string>();
  let unitCount = 0;
  for (const clause of clauses) {
    unitCount += clause.length;
    const seen = new Set<string>(clause);
    eachCandidate(clause, none, (word) => {
      seen.add(word);
      candidates.add(word);
    });
    for (const word of seen) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const countOf = (word: string) => counts.get(word) ?? 1;
  return [...candidates].filter(
    (word) => countOf(word) >= least && isCohesive(word, countOf, unitCount),
  );
}

const none = () => false;

interface Tally {
  count: number;
  readonly byAspect: Uint32Array;
  withAny: number;
  judged: number;
}

function newTally(aspects: readonly AspectWords[]): Tally {
  return { count: 0, byAspect: new Uint32Array(aspects.length), withAny: 0, judged: 0 };
}

function aspectPlaces(
  clause: readonly string[],
  matcher: AspectMatcher,
  places: ReadonlyMap<AspectId, number>,
): { readonly found: ReadonlySet<number>; readonly isTaken: (at: number) => boolean } {
  const taken = new Set<number>();
  const found = new Set<number>();
  for (const { values, start, end } of matcher.phrases.find(clause)) {
    for (let at = start; at < end; at++) taken.add(at);
    for (const sense of values) if (sense) found.add(places.get(sense.aspect)!);
  }
  return { found, isTaken: (at) => taken.has(at) };
}

function tallyClause(
  clause: readonly string[],
  isTaken: (at: number) => boolean,
  found: ReadonlySet<number>,
  tallies: ReadonlyMap<string, Tally>,
): void {
  const seen = new Set<string>();
  eachCandidate(clause, isTaken, (word, at, end) => {
    const tally = tallies.get(word);
    if (!tally || seen.has(word)) return;
    seen.add(word);
    tally.count += 1;
    if (found.size > 0) tally.withAny += 1;
    if (isJudgedAt(clause, at, end)) tally.judged += 1;
    for (const place of found) tally.byAspect[place]! += 1;
  });
}
