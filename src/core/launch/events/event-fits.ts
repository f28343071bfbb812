// Finds the sales events that a product is for, from the words of its title. Either a phrase of the event says so, or
// the language model finds a word to mean the same.

import { hasChinese } from '#core/base/text/chinese.ts';
import { cosineSimilarity, type TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import { ownValue } from '#core/base/lookup.ts';
import { words } from '#core/base/text/split-words.ts';
import { SELLING_EVENTS, type EventId } from './selling-events.ts';
import type { EventEdits } from './selling-events-choice.ts';

/** Similarity below which words are as similar as any two words of product names: "deluxe" and "candle" reach 0.6. */
const LEAST_SIMILARITY = 0.65;
/** Similarity from which words mean the same: "children's" and "kids" reach 0.87. */
const SAME_SIMILARITY = 0.85;
/**
 * Least letters of a phrase that may be the start of a word. Shorter ones must be the whole: "sun" is not in "Sunday".
 */
const LEAST_LETTERS_OF_STEM = 5;

const READABLE = /^[a-z0-9 ]+$/;
const APOSTROPHES = /['’]/g;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** Returns how well a title suits each of some events, 0–1, in their order. */
export type EventFits = (title: string) => Float32Array;

/** Returns the phrases that the language model should embed in addition to the words of titles. */
export function eventPhrases(): string[] {
  return SELLING_EVENTS.flatMap(({ phrases }) => phrases.filter((phrase) => READABLE.test(phrase)));
}

/**
 * Returns a function that rates titles and remembers the results. Without embeddings only phrases in the title itself
 * count. A title that the seller has set events for suits exactly those.
 */
export function eventFitter(
  events: readonly EventId[],
  embeddings?: TextEmbeddings,
  editsByTitle: EventEdits = {},
): EventFits {
  const phrases = events.map((event) => SELLING_EVENTS.find(({ id }) => id === event)!.phrases);
  const meanings = phrases.map((own) => own.flatMap((phrase) => embeddings?.get(phrase) ?? []));
  const ofWord = remembered((word) => {
    const meaning = embeddings?.get(word);
    return Float32Array.from(meanings, (own) =>
      meaning ? Math.max(0, ...own.map((other) => sameness(meaning, other))) : 0,
    );
  });
  return remembered((title) => {
    const said = ownValue(editsByTitle, title);
    if (said) return Float32Array.from(events, (event) => (said.includes(event) ? 1 : 0));
    const text = comparable(title);
    const fits = Float32Array.from(phrases, (own) =>
      own.some((each) => says(text, each)) ? 1 : 0,
    );
    for (const word of words(title))
      ofWord(word).forEach((fit, e) => (fits[e] = Math.max(fits[e]!, fit)));
    return fits;
  });
}

/** Returns 0 for words that are similar by chance, 1 for those that mean the same. */
function sameness(a: Float32Array, b: Float32Array): number {
  const share = (cosineSimilarity(a, b) - LEAST_SIMILARITY) / (SAME_SIMILARITY - LEAST_SIMILARITY);
  return Math.min(1, Math.max(0, share));
}

/** Returns the words in lower case, each between two spaces. */
function comparable(title: string): string {
  const plain = title.normalize('NFKC').toLowerCase().replace(APOSTROPHES, '');
  return ` ${plain.replace(BETWEEN_WORDS, ' ').trim()} `;
}

/** Returns whether a text has the phrase as words, as the start of a word, or, in Chinese, anywhere. */
function says(text: string, phrase: string): boolean {
  if (hasChinese(phrase)) return text.includes(phrase);
  const isStem = phrase.length >= LEAST_LETTERS_OF_STEM;
  return text.includes(isStem ? ` ${phrase}` : ` ${phrase} `);
}

function remembered(fitsOf: EventFits): EventFits {
  const known = new Map<string, Float32Array>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const fits = fitsOf(text);
    known.set(text, fits);
    return fits;
  };
}
