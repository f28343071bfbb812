import { expect, it } from 'vitest';
import {
  packEmbeddings,
  READERS,
  readerOf,
  unpackEmbeddings,
} from '#core/model/text/embedding-chunk.ts';
import { EMBEDDING_SIZE } from '#core/model/text/encoder-weights.ts';
import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { seededRandom } from '#core/base/random.ts';

it('gives back each text with its numbers, rounded once', () => {
  const random = seededRandom(1);
  const values = Float32Array.from({ length: 2 * EMBEDDING_SIZE }, () => random() - 0.5);
  const chunk = packEmbeddings(['mug', 'bowl'], values);
  const [mug, bowl] = unpackEmbeddings(chunk);
  expect(mug).toEqual(['mug', roundToHalf(values.slice(0, EMBEDDING_SIZE))]);
  expect(bowl).toEqual(['bowl', roundToHalf(values.slice(EMBEDDING_SIZE))]);
  const again = packEmbeddings(['mug', 'bowl'], Float32Array.of(...mug![1], ...bowl![1]));
  expect(again).toEqual(chunk);
});

it('knows which files read a text', () => {
  expect(READERS).toEqual([readerOf('mug'), readerOf('杯')]);
  expect(readerOf('杯')).toContain('glosses');
  expect(readerOf('mug')).not.toContain('glosses');
  expect(packEmbeddings(['红杯'], new Float32Array(EMBEDDING_SIZE)).reader).toBe(readerOf('杯'));
});
