import { expect, it } from 'vitest';
import { fitEmbeddingComponents } from '#core/model/features/embedding-components.ts';
import { seededRandom } from '#core/base/random.ts';

const random = seededRandom(1);
const vector = () => Float32Array.from({ length: 64 }, () => random() - 0.5);
const titles = Array.from({ length: 2_000 }, (_, i) => `title ${i}`);
const embeddings = new Map(titles.map((title) => [title, vector()]));

it.each([
  [30, undefined],
  [80, 2],
  [400, 10],
  [2_000, 16],
])('gives %i launches %s inputs', (launches, inputs) => {
  expect(fitEmbeddingComponents(titles.slice(0, launches), embeddings)?.deviations.length).toBe(
    inputs,
  );
});

it('leaves out what could not be read', () => {
  const unread = new Map(titles.map((title) => [title, new Float32Array(64)]));
  expect(fitEmbeddingComponents(titles, unread)).toBeNull();
  expect(fitEmbeddingComponents(titles, new Map())).toBeNull();
});

it('counts a title once, however often it was launched', () => {
  const often = [...titles.slice(0, 100), ...Array.from({ length: 900 }, () => titles[0]!)];
  const once = fitEmbeddingComponents(
    [...titles.slice(0, 100), ...new Array<string>(900).fill('')],
    embeddings,
  );
  expect(fitEmbeddingComponents(often, embeddings)?.mean).toEqual(once?.mean);
});
