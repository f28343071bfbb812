import { hasChinese } from '#core/base/text/chinese.ts';
import type { SurveyedWord, WordSurvey } from './word-survey.ts';

/** A frequent topic of a shop's texts that belongs to no aspect: "breakfast" of a hotel, "作者" of a book. */
export interface OwnTopic {
  readonly word: string;
  /** Clauses that hold it. */
  readonly count: number;
}

const MOST_TOPICS = 30;
/** Topics are judged ("the breakfast was", "早餐很") in at least this share of their clauses; other words hardly ever. */
const LEAST_JUDGED_SHARE = 0.03;
const LEAST_JUDGED = 5;
/** A word that nearly always stands with an aspect belongs to it. */
const MOST_WITH_ASPECTS = 0.7;
/** A share of a longer word's clauses at which a shorter one is only its fragment. */
const FRAGMENT_SHARE = 0.6;

/** Returns the topics that a shop's texts judge and no aspect has, those judged most often first, at most 30. */
export function ownTopics(survey: WordSurvey): OwnTopic[] {
  const topics = survey.words
    .filter(isTopic)
    .sort((a, b) => b.judged - a.judged || (a.word < b.word ? -1 : 1));
  const kept = topics
    .filter((topic) => !topics.some((other) => covers(other, topic)))
    .slice(0, MOST_TOPICS);
  const spelling = survey.spelling(kept.map(({ word }) => word));
  return kept.map(({ word, count }) => ({ word: spelling.get(word)!, count }));
}

function isTopic({ count, judged, withAny }: SurveyedWord): boolean {
  return (
    judged >= Math.max(LEAST_JUDGED, LEAST_JUDGED_SHARE * count) &&
    withAny <= MOST_WITH_ASPECTS * count
  );
}

/** Whether another topic is the whole of which this is a fragment, or a shorter one that includes it. */
function covers(other: SurveyedWord, { word, count }: SurveyedWord): boolean {
  if (other.word === word) return false;
  const parts = (text: string) => (hasChinese(text) ? [text] : text.split(' '));
  const isWithin = (short: string, long: string) =>
    hasChinese(long) ? long.includes(short) : parts(long).includes(short);
  if (isWithin(word, other.word)) return other.count >= FRAGMENT_SHARE * count;
  return isWithin(other.word, word) && other.count * FRAGMENT_SHARE > count;
}
