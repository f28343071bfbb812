import { expect, it } from 'vitest';
import { fitMeaning } from '#core/model/features/meaning-inputs.ts';
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
  expect(fitMeaning(titles.slice(0, launches), embeddings)?.deviations.length).toBe(inputs);
});

it('leaves out what the language model could not read', () => {
  const unread = new Map(titles.map((title) => [title, new Float32Array(64)]));
  expect(fitMeaning(titles, unread)).toBeNull();
  expect(fitMeaning(titles, new Map())).toBeNull();
});

it('counts a title once, however often it was launched', () => {
  const often = [...titles.slice(0, 100), ...Array.from({ length: 900 }, () => titles[0]!)];
  const once = fitMeaning(
    [...titles.slice(0, 100), ...new Array<string>(900).fill('')],
    embeddings,
  );
  expect(fitMeaning(often, embeddings)?.mean).toEqual(once?.mean);
});
