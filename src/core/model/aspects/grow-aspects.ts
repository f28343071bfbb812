import { hasChinese } from '#core/base/text/chinese.ts';
import type { AspectWords, GrownWord } from './aspect.ts';
import { phraseKey } from './text-units.ts';
import type { SurveyedWord, WordSurvey } from './word-survey.ts';

/** Of the clauses with a word, this share is about the aspect by other words already. */
const LEAST_SHARE = 0.7;
/** The odds of the aspect next to the word are this many times those elsewhere. */
const LEAST_ODDS_RATIO = 4;
/** The logarithm of that ratio in standard errors. */
const LEAST_Z = 3.5;
const MOST_WORDS = 40;
/** Part of a longer word's clauses at which a shorter one within it is only its fragment. */
const FRAGMENT_SHARE = 0.8;

interface Evidence {
  readonly word: string;
  readonly count: number;
  readonly share: number;
  readonly lift: number;
  readonly z: number;
}

/**
 * Returns the aspects with the words that a shop's texts use with them far more often than elsewhere, strongest first, in
 * place of those grown before. A word goes to one aspect; what the seller removed does not come back.
 *
 * Measured by the log odds ratio of the aspect in clauses with and without the word, smoothed by two clauses of the usual
 * share, over its standard error (Monroe, Colaresi and Quinn 2008, "Fightin' Words", with one prior for all words).
 */
export function growAspects(survey: WordSurvey): AspectWords[] {
  const found: Evidence[][] = survey.aspects.map(() => []);
  for (const word of survey.words) {
    const [place, evidence] = strongest(word, survey);
    if (evidence) found[place]!.push(evidence);
  }
  const kept = found.map((some, place) => bestOf(some, survey.aspects[place]!.removed));
  const spelling = survey.spelling(kept.flat().map(({ word }) => word));
  return survey.aspects.map((words, place) => ({
    ...words,
    grown: kept[place]!.map(({ word, count, lift }): GrownWord => ({
      word: spelling.get(word)!,
      count,
      lift,
    })),
  }));
}

function strongest(word: SurveyedWord, survey: WordSurvey): [number, Evidence | null] {
  let best: Evidence | null = null;
  let bestPlace = -1;
  for (let place = 0; place < survey.aspects.length; place++) {
    const evidence = evidenceFor(word, place, survey);
    if (evidence && evidence.z > (best?.z ?? 0)) {
      best = evidence;
      bestPlace = place;
    }
  }
  return [bestPlace, best];
}

function evidenceFor(
  { word, count, byAspect }: SurveyedWord,
  place: number,
  survey: WordSurvey,
): Evidence | null {
  const together = byAspect[place]!;
  const usual = (survey.byAspect[place]! - together + 0.5) / (survey.clauseCount - count + 1);
  const share = (together + 2 * usual) / (count + 2);
  const logRatio = Math.log(oddsOf(share) / oddsOf(usual));
  const z = logRatio / Math.sqrt(1 / (together + 1) + 1 / (count - together + 1));
  const isStrong = share >= LEAST_SHARE && logRatio >= Math.log(LEAST_ODDS_RATIO) && z >= LEAST_Z;
  return isStrong ? { word, count, share, lift: share / usual, z } : null;
}

function oddsOf(share: number): number {
  return share / (1 - share);
}

function bestOf(found: readonly Evidence[], removed: readonly string[]): Evidence[] {
  const unwanted = new Set(removed.map(phraseKey));
  return found
    .filter(
      (each) =>
        !unwanted.has(phraseKey(each.word)) && !found.some((other) => replaces(other, each)),
    )
    .sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
}

/** Whether another word says the same: a shorter one that is as good, or a longer one of which this is a fragment. */
function replaces(other: Evidence, { word, count, share }: Evidence): boolean {
  if (other.word === word || hasChinese(other.word) !== hasChinese(word)) return false;
  if (holds(word, other.word))
    return other.count * FRAGMENT_SHARE > count && other.share >= share * FRAGMENT_SHARE;
  return holds(other.word, word) && other.count >= count * FRAGMENT_SHARE;
}

function holds(longer: string, shorter: string): boolean {
  if (longer.length <= shorter.length) return false;
  return hasChinese(longer) ? longer.includes(shorter) : longer.split(' ').includes(shorter);
}
