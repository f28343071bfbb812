import { expect, it } from 'vitest';
import { unpackWeights } from '#core/model/text/encoder-weights.ts';
import { languageFile } from '../../../support/language.ts';

const file = languageFile('weights');
const damaged: unknown = expect.objectContaining({ code: 'language-damaged' });

it('come out with the sizes of the encoder', () => {
  const { embedding, layers, sentence } = unpackWeights(file);
  expect(embedding).toHaveLength(8002 * 256);
  expect(layers.map(({ queryKeyValue }) => queryKeyValue.length)).toEqual([256 * 768, 512 * 1536]);
  expect(sentence).toHaveLength(512 * 512);
  expect([embedding, sentence].every((values) => values.every(Number.isFinite))).toBe(true);
});

it('are refused where the file is cut off, too long or another', () => {
  for (const size of [0, 5, 11, 500, 4_000, file.length - 4])
    expect(() => unpackWeights(file.slice(0, size))).toThrow(damaged);
  const longer = new Uint8Array(file.length + 4);
  longer.set(file);
  expect(() => unpackWeights(longer)).toThrow(damaged);
  expect(() => unpackWeights(new Uint8Array(1_000))).toThrow(damaged);
  expect(() => unpackWeights(withHead('{"tensors":[]}'))).toThrow(damaged);
  expect(() => unpackWeights(withHead('null'))).toThrow(damaged);
  expect(() => unpackWeights(withHead('{"tensors":[{"name":"embedding"}]}'))).toThrow(damaged);
});

function withHead(json: string): Uint8Array<ArrayBuffer> {
  const text = json.padEnd(Math.ceil(json.length / 4) * 4);
  const bytes = new Uint8Array(12 + text.length);
  bytes.set(new TextEncoder().encode('DEBUTLM1'));
  new DataView(bytes.buffer).setUint32(8, text.length, true);
  bytes.set(new TextEncoder().encode(text), 12);
  return bytes;
}
