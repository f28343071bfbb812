// How well aspects are found in sentences that were labelled by hand, and how fast.

import { splitSentences } from '#core/base/text/split-sentences.ts';
import type { AspectWords } from '#core/model/aspects/aspect.ts';
import { growAspects } from '#core/model/aspects/grow-aspects.ts';
import { aspectMatcher, aspectsOf } from '#core/model/aspects/match-aspects.ts';
import { ownTopics } from '#core/model/aspects/own-topics.ts';
import { SEED_ASPECTS, SEED_COUNT } from '#core/model/aspects/seed-words.ts';
import { wordSurvey } from '#core/model/aspects/word-survey.ts';
import {
  aspectScores,
  f1Of,
  precisionOf,
  recallOf,
  totalScore,
} from '../../support/aspect-scores.ts';
import {
  LABELLED_CATEGORIES,
  labelledSentences,
  type LabelledLanguage,
  type LabelledSentence,
} from '../../support/labelled-sentences.ts';
import { chineseReviews, clothingReviews } from '../../support/review-tables.ts';

const LEAST_F1 = 0.8;
/** Reviews of a shop from which words are grown. */
const GROWN_FROM = 10_000;
/** Words that the aspects share with no shop: ten an aspect and language. */
const FEW: readonly AspectWords[] = SEED_ASPECTS.map((words) => ({
  ...words,
  seeds: words.seeds.slice(0, SEED_COUNT),
}));

/** Prints the figures of the part and returns the targets that it missed. */
export function aspects(): Promise<readonly string[]> {
  const missed = (['en', 'zh'] as const).flatMap(languageMisses);
  reportTopics();
  return Promise.resolve(missed);
}

function languageMisses(language: LabelledLanguage): string[] {
  const { all, tuned, untouched, fresh } = labelledSentences(language);
  console.log(`\n${language}: 300 sentences by aspect: precision, recall, F1, labelled`);
  for (const [aspect, score] of aspectScores(all, SEED_ASPECTS)) {
    const labelled = score.hits + score.missed;
    if (labelled > 0) console.log(aspect.padEnd(16), ...figures(score), labelled);
  }
  const texts = shopTexts(language);
  const sentences = texts.flatMap(splitSentences);
  const start = process.cpuUsage();
  const grown = growAspects(wordSurvey(sentences, SEED_ASPECTS));
  console.log(`words grown from ${texts.length} reviews in ${seconds(start)} s of processor time`);
  reportSpeed(texts);
  const sets = { all, tuned, untouched, fresh };
  report('ten seeds', FEW, sets);
  report('ten seeds, grown', growAspects(wordSurvey(sentences, FEW)), sets);
  report('all words', SEED_ASPECTS, sets);
  report('all words, grown', grown, sets);
  return Object.entries({ all, fresh })
    .filter(([, some]) => f1Of(totalScore(aspectScores(some, SEED_ASPECTS).values())) < LEAST_F1)
    .map(([name]) => `aspects: F1 of ${name} sentences, ${language}, at least ${LEAST_F1}`);
}

function report(
  name: string,
  words: readonly AspectWords[],
  sets: Readonly<Record<string, readonly LabelledSentence[]>>,
): void {
  for (const [set, some] of Object.entries(sets)) {
    const total = totalScore(aspectScores(some, words).values());
    console.log(`${name}, ${set} (${some.length})`.padEnd(34), ...figures(total));
  }
}

function figures(score: {
  readonly hits: number;
  readonly extra: number;
  readonly missed: number;
}): string[] {
  return [precisionOf(score), recallOf(score), f1Of(score)].map((figure) => figure.toFixed(3));
}

function reportSpeed(texts: readonly string[]): void {
  const matcher = aspectMatcher(SEED_ASPECTS);
  const start = process.cpuUsage();
  let count = 0;
  for (const text of texts)
    for (const sentence of splitSentences(text)) count += aspectsOf(sentence, matcher).length;
  console.log(
    `${texts.length} reviews split and searched in ${seconds(start)} s of processor time: ${count} mentions`,
  );
}

/** What a shop of hotels and one of books would be offered as topics of their own. */
function reportTopics(): void {
  for (const wanted of ['酒店', '书籍']) {
    const texts = chineseReviews().filter(({ category }) => category === wanted);
    const survey = wordSurvey(
      texts.slice(0, GROWN_FROM).flatMap(({ text }) => splitSentences(text)),
      SEED_ASPECTS,
    );
    const topics = ownTopics(survey).map(({ word, count }) => `${word} ${count}`);
    console.log(`\ntopics of ${wanted}: ${topics.slice(0, 15).join(', ')}`);
  }
}

/** Every so many reviews of the goods, so that all categories are in. */
function shopTexts(language: LabelledLanguage): string[] {
  const reviews =
    language === 'en'
      ? clothingReviews()
      : chineseReviews().filter(({ category }) => LABELLED_CATEGORIES.includes(category));
  const step = Math.floor(reviews.length / GROWN_FROM);
  return reviews
    .filter((_, i) => i % step === 0)
    .slice(0, GROWN_FROM)
    .map(({ text }) => text);
}

/** Processor time, which other work on the machine does not lengthen. */
function seconds(start: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(start);
  return ((user + system) / 1e6).toFixed(1);
}
