import { m } from '#messages';

/** One sentence after another; those that say nothing are left out. */
export function sentences(...all: readonly string[]): string {
  return all
    .filter((sentence) => sentence !== '')
    .reduce(
      (first, second) => (first === '' ? second : m.feedback_two_sentences({ first, second })),
      '',
    );
}
