import type { AspectDirection, AspectId, AspectMention, AspectWords } from './aspect.ts';
import { DIRECTIONS, isFiller } from './directions.ts';
import { isDenied, isSupposed } from './negation.ts';
import { PhraseTrie } from './phrase-trie.ts';
import { FAULTS, NOT_SIZED, OTHER_MEANINGS } from './special-phrases.ts';
import { phraseKey, textUnits } from './text-units.ts';

/** What one phrase says; null of a phrase with another meaning. */
interface Sense {
  readonly aspect: AspectId;
  readonly direction: AspectDirection | null;
  readonly isFault: boolean;
}

/** Aspects made ready for many sentences. */
export interface AspectMatcher {
  readonly phrases: PhraseTrie<Sense | null>;
}

/** Prepares the words of all aspects. Takes about a millisecond a thousand words. */
export function aspectMatcher(aspects: readonly AspectWords[]): AspectMatcher {
  const phrases = new PhraseTrie<Sense | null>(isFiller);
  const faults = new Set(FAULTS.map((phrase) => phraseKey(phrase)));
  const known = new Set(aspects.map(({ aspect }) => aspect));
  for (const phrase of OTHER_MEANINGS) phrases.add(textUnits(phrase), null);
  for (const [aspect, nouns] of NOT_SIZED) {
    const sense = aspect && known.has(aspect) ? { aspect, direction: null, isFault: false } : null;
    for (const noun of nouns.split(' '))
      for (const size of ['大', '小', '长', '短']) phrases.add(textUnits(noun + size), sense);
  }
  addDirections(phrases, aspects);
  for (const words of aspects) {
    for (const phrase of usedWords(words)) {
      const isFault = faults.has(phraseKey(phrase));
      phrases.add(textUnits(phrase), { aspect: words.aspect, direction: null, isFault });
    }
  }
  return { phrases };
}

/** Adds the phrases that say a direction, but for those that the seller removed. */
function addDirections(phrases: PhraseTrie<Sense | null>, aspects: readonly AspectWords[]): void {
  for (const { aspect, direction, phrases: some } of DIRECTIONS) {
    const words = aspects.find((each) => each.aspect === aspect);
    if (!words) continue;
    const removed = new Set(words.removed.map(phraseKey));
    const sense = { aspect, direction, isFault: direction !== 'as-expected' };
    for (const phrase of some) {
      if (!removed.has(phraseKey(phrase))) phrases.add(textUnits(phrase), sense);
    }
  }
}

/** Returns the words by which an aspect is found: all but those that the seller removed. */
export function usedWords(words: AspectWords): string[] {
  const all = [...words.seeds, ...words.grown.map(({ word }) => word), ...words.added];
  const removed = new Set(words.removed.map(phraseKey));
  const used = new Map(all.map((word) => [phraseKey(word), word]));
  return [...used].filter(([key]) => !removed.has(key)).map(([, word]) => word);
}

/**
 * Returns the aspects that a sentence is about, in the order in which it names them. Of overlapping phrases the longest
 * of those that begin first counts: "too small" is a direction, not two words.
 */
export function aspectsOf(sentence: string, matcher: AspectMatcher): readonly AspectMention[] {
  const units = textUnits(sentence);
  const found = new Map<AspectId, Tally>();
  for (const { values, start, end } of matcher.phrases.find(units)) {
    const isNegated = isDenied(units, start, end);
    const hasDirection = !isNegated && !isSupposed(units, start);
    for (const sense of values) {
      if (sense) addSense(found, sense, isNegated, hasDirection);
    }
  }
  return Array.from(found, ([aspect, tally]) => mentionOf(aspect, tally));
}

interface Tally {
  readonly directions: Set<AspectDirection>;
  deniedFaults: number;
  others: number;
}

function addSense(
  found: Map<AspectId, Tally>,
  sense: Sense,
  isNegated: boolean,
  hasDirection: boolean,
): void {
  let tally = found.get(sense.aspect);
  if (!tally)
    found.set(sense.aspect, (tally = { directions: new Set(), deniedFaults: 0, others: 0 }));
  if (isNegated && sense.isFault) tally.deniedFaults += 1;
  else tally.others += 1;
  if (sense.direction && hasDirection) tally.directions.add(sense.direction);
}

function mentionOf(aspect: AspectId, { directions, deniedFaults, others }: Tally): AspectMention {
  const [direction] = directions.size === 1 ? directions : [];
  return { aspect, direction, isNegated: deniedFaults > 0 && others === 0 };
}
