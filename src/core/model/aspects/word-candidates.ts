// Words and short phrases of a shop's own texts that could belong to an aspect.

import { hasChinese } from '../../base/text/chinese.ts';
import { BREAK, stemmed } from './text-units.ts';

/** Longest Chinese word, in signs. */
const MOST_SIGNS = 4;
/** How many times more often than by chance the parts of a word or phrase stand together, as a logarithm. */
const LEAST_COHESION = 3;
/** English words that say nothing alone; a phrase neither begins nor ends with one. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but if so it its this that these those i me my you your we our they them their he she his her is ' +
    "are was were be been am do did does doe don't didn't doesn't have has had having hav will would can could should " +
    'may might not no of in on at to for from by with as than then when wher which who what all any some also just ' +
    "very really quit too even still there ther here her about into out up down over after befor becaus i'm i'v it's " +
    "that's i'll i'd one get got go went see saw mak mad think thought know lik love"
  )
    .split(' ')
    .map(stemmed),
);
/** Chinese words never begin or end with these signs. */
const LOOSE_SIGNS: ReadonlySet<string> = new Set(
  '的了是我你他她它们这那有就都也很不在和与还又要会被把让给说着过吧吗呢啊哦呀哈个一没太非最',
);

/** Calls back with each candidate of a sentence, perhaps more than once. Units that `isTaken` are passed over. */
export function eachCandidate(
  units: readonly string[],
  isTaken: (at: number) => boolean,
  visit: (word: string, at: number) => void,
): void {
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    if (unit === BREAK || isTaken(at)) continue;
    if (hasChinese(unit)) eachChineseWord(units, at, isTaken, visit);
    else if (unit.length > 1) {
      if (!STOP_WORDS.has(unit)) visit(unit, at);
      const next = units[at + 1];
      if (next === undefined || next === BREAK || isTaken(at + 1) || hasChinese(next)) continue;
      if (!STOP_WORDS.has(next) || !STOP_WORDS.has(unit)) visit(`${unit} ${next}`, at);
    }
  }
}

function eachChineseWord(
  units: readonly string[],
  from: number,
  isTaken: (at: number) => boolean,
  visit: (word: string, at: number) => void,
): void {
  if (LOOSE_SIGNS.has(units[from]!)) return;
  let word = units[from]!;
  for (let at = from + 1; at < Math.min(units.length, from + MOST_SIGNS); at++) {
    const unit = units[at]!;
    if (!hasChinese(unit) || isTaken(at)) return;
    word += unit;
    if (!LOOSE_SIGNS.has(unit)) visit(word, from);
  }
}

/** Returns whether a word's parts stand together more often than by chance (pointwise mutual information). */
export function isCohesive(
  word: string,
  countOf: (part: string) => number,
  unitCount: number,
): boolean {
  const parts = hasChinese(word) ? [...word] : word.split(' ');
  const joint = hasChinese(word) ? '' : ' ';
  for (let cut = 1; cut < parts.length; cut++) {
    const left = countOf(parts.slice(0, cut).join(joint));
    const right = countOf(parts.slice(cut).join(joint));
    if (Math.log((countOf(word) * unitCount) / (left * right)) < LEAST_COHESION) return false;
  }
  return true;
}
