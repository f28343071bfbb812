import { expect, it } from 'vitest';
import { learntWords } from '#core/model/features/learnt-words.ts';

/** Unit vectors whose angle to the first axis has this cosine. */
const at = (cosine: number, axis = 1) => {
  const vector = new Float32Array(3);
  vector[0] = cosine;
  vector[axis] = Math.sqrt(1 - cosine ** 2);
  return vector;
};
const EMBEDDINGS = new Map([
  ['spooky', at(1)],
  ['beach', at(0.2, 2)],
  ['eerie', at(0.65)],
  ['haunting', at(0.95)],
  ['deluxe', at(0.4)],
  ['unread', new Float32Array(3)],
]);
const meant = learntWords(['beach', 'spooky'], EMBEDDINGS);

it('finds the known word that means the same, and how much of it', () => {
  expect(meant('haunting')).toEqual({ column: 1, share: 1 });
  expect(meant('eerie')?.column).toBe(1);
  expect(meant('eerie')?.share).toBeCloseTo(0.5, 6);
});

it.each(['deluxe', 'unread', 'never embedded', ''])('finds none for %j', (word) => {
  expect(meant(word)).toBeUndefined();
});

it('finds none without the language model', () => {
  expect(learntWords(['spooky'], undefined)('haunting')).toBeUndefined();
});
