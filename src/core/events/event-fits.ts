// Which selling events a product is for, from the words of its title: one that says it outright, or one that the language model finds
// to mean the same.

import { hasChinese } from '../language/glosses.ts';
import { likeness, type TextEmbeddings } from '../language/text-embeddings.ts';
import { ownValue } from '../lookup.ts';
import { words } from '../text.ts';
import { SELLING_EVENTS, type EventId } from './selling-events.ts';
import type { EventEdits } from './selling-events-choice.ts';

/** Below it words are as alike as any two words of product names: "deluxe" and "candle" come to 0.6. */
const LEAST_LIKENESS = 0.65;
/** From here on they mean the same: "children's" and "kids" come to 0.87. */
const SAME_LIKENESS = 0.85;
/** Shorter phrases must be the whole word: "sun" is not in "Sunday". */
const LEAST_LETTERS_OF_STEM = 5;

const READABLE = /^[a-z0-9 ]+$/;
const APOSTROPHES = /['’]/g;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** How well a title suits each of some events, 0 to 1, in their order. */
export type EventFits = (title: string) => Float32Array;

/** What the language model should embed beside the words of titles. */
export function eventPhrases(): string[] {
  return SELLING_EVENTS.flatMap(({ phrases }) => phrases.filter((phrase) => READABLE.test(phrase)));
}

/**
 * Remembers what it was asked. Without embeddings only phrases that a title really has count; a title that the seller has said
 * something of suits exactly that.
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

/** 0 for words that are alike by chance, 1 for those that mean the same. */
function sameness(a: Float32Array, b: Float32Array): number {
  const share = (likeness(a, b) - LEAST_LIKENESS) / (SAME_LIKENESS - LEAST_LIKENESS);
  return Math.min(1, Math.max(0, share));
}

/** Words in lower case, each between two spaces. */
function comparable(title: string): string {
  const plain = title.normalize('NFKC').toLowerCase().replace(APOSTROPHES, '');
  return ` ${plain.replace(BETWEEN_WORDS, ' ').trim()} `;
}

/** Whether a text has the phrase as words, as the beginning of one, or, where words stand together, anywhere. */
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
