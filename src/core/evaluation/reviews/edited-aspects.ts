import type { AspectWords } from '#core/model/aspects/aspect.ts';
import { SEED_ASPECTS } from '#core/model/aspects/seed-words.ts';
import { editsOf, MOST_TOPICS, type AspectEdits } from './aspect-edits.ts';

/** Returns the built-in aspects, then the topics taken up, with the words that the seller added and removed. */
export function editedAspects(edits: AspectEdits): AspectWords[] {
  const topics = edits.topics.slice(0, MOST_TOPICS).map((word): AspectWords => ({
    ...{ aspect: `own:${word}`, seeds: [word], grown: [], added: [], removed: [] },
  }));
  return [...SEED_ASPECTS, ...topics].map((words) => {
    const { added, removed } = editsOf(edits, words.aspect);
    return { ...words, added, removed };
  });
}
