// What a seller changed about the words of aspects, and topics of the shop's own that count as aspects.

import type { AspectId } from '#core/model/aspects/aspect.ts';
import { phraseKey } from '#core/model/aspects/text-units.ts';

/** Plain data: it can be stored. A word may be both added and removed: once put back, it is there again. */
export interface EditedWords {
  readonly aspect: AspectId;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface AspectEdits {
  /** Only aspects with words that were added or removed. */
  readonly words: readonly EditedWords[];
  /** Words of the topics that count as aspects. */
  readonly topics: readonly string[];
}

export const NO_EDITS: AspectEdits = { words: [], topics: [] };

/** Mentions number aspects in one byte. */
export const MOST_TOPICS = 100;
const LONGEST_WORD = 60;
const AROUND = /^[^\p{L}\p{N}$€£¥]+|[^\p{L}\p{N}]+$/gu;

/** Returns a word or phrase as it is kept: without the marks around it; '' where texts cannot be searched for it. */
export function tidyWord(text: string): string {
  const tidy = text.slice(0, LONGEST_WORD).replace(/\s+/gu, ' ').replace(AROUND, '');
  return /[^| ]/.test(phraseKey(tidy)) ? tidy : '';
}

/** Returns whether two words match the same texts. */
export function isSameWord(one: string, other: string): boolean {
  return phraseKey(one) === phraseKey(other);
}

/** Returns what was edited of an aspect's words. */
export function editsOf(edits: AspectEdits, aspect: AspectId): EditedWords {
  return edits.words.find((each) => each.aspect === aspect) ?? { aspect, added: [], removed: [] };
}

/** Adds a word of the seller to an aspect, or puts it back where it was removed. */
export function addWord(edits: AspectEdits, aspect: AspectId, text: string): AspectEdits {
  const word = tidyWord(text);
  if (word === '') return edits;
  const { added, removed } = editsOf(edits, aspect);
  const isRemoved = has(removed, word);
  if (!isRemoved && has(added, word)) return edits;
  return withWords(edits, {
    aspect,
    added: isRemoved ? added : [...added, word],
    removed: without(removed, word),
  });
}

/** Removes any word from an aspect: one that grew, that is built in or that the seller added. */
export function removeWord(edits: AspectEdits, aspect: AspectId, word: string): AspectEdits {
  const words = editsOf(edits, aspect);
  if (has(words.removed, word)) return edits;
  return withWords(edits, { ...words, removed: [...words.removed, word] });
}

/** Takes back `removeWord`. */
export function putBackWord(edits: AspectEdits, aspect: AspectId, word: string): AspectEdits {
  const words = editsOf(edits, aspect);
  return withWords(edits, { ...words, removed: without(words.removed, word) });
}

/** Counts a topic as an aspect; at most 100 topics. */
export function takeUpTopic(edits: AspectEdits, word: string): AspectEdits {
  const { topics } = edits;
  if (has(topics, word) || topics.length >= MOST_TOPICS) return edits;
  return { ...edits, topics: [...topics, word] };
}

/** Takes back `takeUpTopic`. Words that were added to the topic are kept for when it is taken up again. */
export function dropTopic(edits: AspectEdits, word: string): AspectEdits {
  return { ...edits, topics: without(edits.topics, word) };
}

function withWords(edits: AspectEdits, words: EditedWords): AspectEdits {
  const others = edits.words.filter(({ aspect }) => aspect !== words.aspect);
  const isEdited = words.added.length + words.removed.length > 0;
  return { ...edits, words: isEdited ? [...others, words] : others };
}

function has(words: readonly string[], word: string): boolean {
  return words.some((each) => isSameWord(each, word));
}

function without(words: readonly string[], word: string): string[] {
  return words.filter((each) => !isSameWord(each, word));
}
