// What the lexicon says of a text: the sum of weights of its words and phrases, with negation and degree.

import { CHINESE_DEGREES, CHINESE_NEGATORS, CHINESE_WORDS } from './lexicon-chinese.ts';
import { ENGLISH_DEGREES, ENGLISH_NEGATORS, ENGLISH_PHRASES } from './lexicon-english.ts';
import { SIGNS } from './lexicon-signs.ts';
import { isHanRun, type Clause } from './review-clauses.ts';

export interface LexiconHits {
  /** Sum of weights: positive where the writer seems content. */
  readonly sum: number;
  /** Number of words and phrases found. */
  readonly count: number;
}

const phrases = weightsOf(ENGLISH_PHRASES, ',');
const signs = weightsOf(SIGNS, ' ');
const hanWords = weightsOf(CHINESE_WORDS, ' ');
const longestByFirst = longestPhrases(phrases.keys());
const longestHan = Math.max(...[...hanWords.keys()].map((word) => word.length));

/** Words back in which a negator is looked for. */
const NEGATION_REACH = 3;
/** What is left of praise, or of blame, that is negated. "Not bad" is less than good. */
const PRAISE_TURNED = -0.8;
const BLAME_TURNED = -0.5;
/** Weights below say little and are often negators themselves: they are never turned. */
const LEAST_BLAME_TURNED = -1.5;

/** Returns what the lexicon finds in clauses. */
export function lexiconHits(clauses: readonly Clause[]): LexiconHits {
  let [sum, count] = [0, 0];
  const add = (weight: number) => {
    sum += weight;
    count++;
  };
  for (const clause of clauses) {
    for (let at = 0; at < clause.length;) {
      const word = clause[at]!;
      if (isHanRun(word)) {
        hitsOfRun(word, add);
        at++;
      } else at += hitAt(clause, at, add);
    }
  }
  return { sum, count };
}

/**
 * Returns the mean weight of what the lexicon finds, shrunk toward 0 where it finds little: sum / (count + 1). Positive
 * where the writer seems content.
 */
export function lexiconMean(clauses: readonly Clause[]): number {
  const { sum, count } = lexiconHits(clauses);
  return sum / (count + 1);
}

/**
 * What the lexicon tells a head: the means of the whole text, of its first clause (often a title) and of its last one
 * (often the verdict).
 */
export const LEXICON_MEANS = 3;

/** Returns these means, [LEXICON_MEANS]. */
export function lexiconMeans(clauses: readonly Clause[]): number[] {
  return [clauses, clauses.slice(0, 1), clauses.slice(-1)].map(lexiconMean);
}

/** Adds the longest phrase that begins at a word; returns how many words to go on by. */
function hitAt(clause: Clause, at: number, add: (weight: number) => void): number {
  const word = clause[at]!;
  const sign = signs.get(word);
  if (sign !== undefined) add(sign);
  const most = Math.min(longestByFirst.get(word) ?? 0, clause.length - at);
  for (let length = most; length > 0; length--) {
    const weight = phrases.get(length === 1 ? word : clause.slice(at, at + length).join(' '));
    if (weight === undefined) continue;
    add(turned(weight * (ENGLISH_DEGREES[clause[at - 1] ?? ''] ?? 1), isNegated(clause, at)));
    return length;
  }
  return 1;
}

function isNegated(clause: Clause, at: number): boolean {
  for (let k = Math.max(0, at - NEGATION_REACH); k < at; k++)
    if (ENGLISH_NEGATORS.has(clause[k]!)) return true;
  return false;
}

function hitsOfRun(run: string, add: (weight: number) => void): void {
  let free = 0;
  for (let at = 0; at < run.length;) {
    const found = longestAt(run, at);
    if (found === '') {
      at++;
      continue;
    }
    const before = run.slice(free, at);
    const degree = CHINESE_DEGREES[before.slice(-2)] ?? CHINESE_DEGREES[before.slice(-1)] ?? 1;
    add(
      turned(
        hanWords.get(found)! * degree,
        CHINESE_NEGATORS.some((negator) => before.endsWith(negator)),
      ),
    );
    at += found.length;
    free = at;
  }
}

function longestAt(run: string, at: number): string {
  for (let length = Math.min(longestHan, run.length - at); length > 0; length--) {
    const word = run.slice(at, at + length);
    if (hanWords.has(word)) return word;
  }
  return '';
}

function turned(weight: number, isTurned: boolean): number {
  if (!isTurned || (weight < 0 && weight > LEAST_BLAME_TURNED)) return weight;
  return weight * (weight > 0 ? PRAISE_TURNED : BLAME_TURNED);
}

function weightsOf(
  lists: Readonly<Record<string, string>>,
  separator: ',' | ' ',
): ReadonlyMap<string, number> {
  const between = separator === ',' ? /\s*,\s*/ : /\s+/;
  return new Map(
    Object.entries(lists).flatMap(([weight, list]) =>
      list
        .trim()
        .replace(/,$/, '')
        .split(between)
        .map((item) => [item.replaceAll(/\s+/g, ' '), Number(weight)] as const),
    ),
  );
}

function longestPhrases(all: Iterable<string>): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const phrase of all) {
    const [first = '', ...rest] = phrase.split(' ');
    longest.set(first, Math.max(longest.get(first) ?? 0, rest.length + 1));
  }
  return longest;
}
