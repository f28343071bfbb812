// Sentences of the shared review tables that were labelled by hand with their aspects: tests/core/model/aspects/LABELS.md.

import { fingerprint } from '#core/base/bytes/fingerprint.ts';
import type { Random } from '#core/base/random.ts';
import { seededRandom } from '#core/base/random.ts';
import { splitSentences } from '#core/base/text/split-sentences.ts';
import { chineseReviews, clothingReviews } from './review-tables.ts';

export const LABELLED_CATEGORIES = ['平板', '水果', '洗发水', '衣服', '手机', '计算机', '热水器'];
const SEED = 36;

/** Where a sentence stands: row among the reviews that have a text, index among its sentences. */
export interface DrawnSentence {
  readonly row: number;
  readonly index: number;
  readonly hash: string;
  readonly sentence: string;
}

/** Draws distinct sentences, the same at each call. */
export function drawSentences(language: 'en' | 'zh', count: number): DrawnSentence[] {
  const random = seededRandom(SEED);
  const texts = (language === 'en' ? clothingReviews() : chineseReviews()).map(({ text }) => text);
  const groups = language === 'en' ? [[...texts.keys()]] : rowsByCategory();
  const drawn = new Map<string, DrawnSentence>();
  while (drawn.size < count) {
    const row = oneOf(oneOf(groups, random), random);
    const sentences = splitSentences(texts[row]!);
    const index = oneOf([...sentences.keys()], random);
    const sentence = sentences[index]!;
    const hash = sentenceHash(sentence);
    drawn.set(hash, { row, index, hash, sentence });
  }
  return [...drawn.values()];
}

export function sentenceHash(sentence: string): string {
  return fingerprint([sentence]).toString(36);
}

function rowsByCategory(): number[][] {
  const rows = chineseReviews().map(({ category }, row) => ({ category, row }));
  return LABELLED_CATEGORIES.map((wanted) =>
    rows.filter(({ category }) => category === wanted).map(({ row }) => row),
  );
}

function oneOf<T>(all: readonly T[], random: Random): T {
  return all[Math.floor(random() * all.length)]!;
}
