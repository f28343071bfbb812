import { m } from '#messages';

/** Joins sentences as the language on screen does; empty ones are left out. */
export function sentences(...all: readonly string[]): string {
  return all
    .filter((sentence) => sentence !== '')
    .reduce(
      (first, second) => (first === '' ? second : m.feedback_two_sentences({ first, second })),
      '',
    );
}
