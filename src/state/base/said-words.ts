import { m } from '#messages';
import type { DisputedUndo } from './undoable-changes.svelte.ts';

interface Versions<T> {
  readonly now: T | undefined;
  readonly before: T | undefined;
}

/** Returns two versions of a seller's choice in words; undefined: nothing was chosen. */
export function saidWords<T>(
  { now, before }: Versions<T>,
  words: (said: T) => string,
): DisputedUndo {
  const inWords = (said: T | undefined) =>
    said === undefined ? m.feedback_undo_unsaid() : words(said);
  return { now: inWords(now), before: inWords(before) };
}
