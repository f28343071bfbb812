// Sentences of the shared review tables that were labelled by hand with their aspects: tests/core/model/aspects/LABELS.md.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '#core/base/bytes/fingerprint.ts';
import type { Random } from '#core/base/random.ts';
import { seededRandom, shuffle } from '#core/base/random.ts';
import { splitSentences } from '#core/base/text/split-sentences.ts';
import type { Aspect } from '#core/model/aspects/aspect.ts';
import { chineseReviews, clothingReviews } from './review-tables.ts';

export type LabelledLanguage = 'en' | 'zh';

/** Categories of goods from which the Chinese sentences are drawn, each as likely. */
export const LABELLED_CATEGORIES: readonly string[] = [
  ...['平板', '水果', '洗发水', '衣服', '手机', '计算机', '热水器'],
];
const SEED = 36;
const FRESH_SEED = 37;
const COUNT = 300;
const FRESH_COUNT = 150;

/** Where a sentence stands: row among the reviews that have a text, index among its sentences. */
interface Place {
  readonly row: number;
  readonly index: number;
  readonly hash: string;
}

export interface LabelledSentence extends Place {
  readonly sentence: string;
  readonly aspects: readonly Aspect[];
}

export interface LabelledSentences {
  /** The 300 sentences, in the order of the draw. */
  readonly all: readonly LabelledSentence[];
  /** Half of them, at random: errors on these were looked at while words were written. */
  readonly tuned: readonly LabelledSentence[];
  readonly untouched: readonly LabelledSentence[];
  /** Another 150, drawn and labelled when the words were written. */
  readonly fresh: readonly LabelledSentence[];
}

const labels = JSON.parse(
  readFileSync(join(import.meta.dirname, '../core/model/aspects/labels.json'), 'utf8'),
) as Record<string, readonly (Place & { readonly aspects: readonly Aspect[] })[]>;

/** Returns the labelled sentences with their texts. Throws where a label does not stand at the sentence of its hash. */
export function labelledSentences(language: LabelledLanguage): LabelledSentences {
  const texts = textsOf(language);
  const drawn = draw(texts, language, COUNT, SEED);
  const known = new Set(drawn.map(({ hash }) => hash));
  const fresh = draw(texts, language, FRESH_COUNT, FRESH_SEED, known);
  const all = labelled(drawn, labels[language]!);
  const order = Uint32Array.from(all.keys());
  shuffle(order, seededRandom(SEED));
  const inHalf = new Set(order.subarray(0, COUNT / 2));
  return {
    all,
    tuned: all.filter((_, i) => inHalf.has(i)),
    untouched: all.filter((_, i) => !inHalf.has(i)),
    fresh: labelled(fresh, labels[`${language}-fresh`]!),
  };
}

/** Returns the texts of a language from which sentences are drawn: all of a table, those of other categories too. */
export function textsOf(language: LabelledLanguage): string[] {
  return (language === 'en' ? clothingReviews() : chineseReviews()).map(({ text }) => text);
}

function labelled(
  drawn: readonly (Place & { readonly sentence: string })[],
  some: (typeof labels)[string],
): LabelledSentence[] {
  return drawn.map((place, i) => {
    const { aspects, hash } = some[i]!;
    if (hash !== place.hash)
      throw new Error(`label ${i} is of another sentence: split differently?`);
    return { ...place, aspects };
  });
}

function draw(
  texts: readonly string[],
  language: LabelledLanguage,
  count: number,
  seed: number,
  known: ReadonlySet<string> = new Set(),
): (Place & { readonly sentence: string })[] {
  const random = seededRandom(seed);
  const groups = language === 'en' ? [[...texts.keys()]] : rowsByCategory();
  const drawn = new Map<string, Place & { readonly sentence: string }>();
  while (drawn.size < count) {
    const row = oneOf(oneOf(groups, random), random);
    const sentences = splitSentences(texts[row]!);
    const index = oneOf([...sentences.keys()], random);
    const sentence = sentences[index]!;
    const hash = fingerprint([sentence]).toString(36);
    if (!known.has(hash)) drawn.set(hash, { row, index, hash, sentence });
  }
  return [...drawn.values()];
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
