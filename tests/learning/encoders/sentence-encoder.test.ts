import { describe, expect, it } from 'vitest';
import { textTokens } from '#core/model/text/text-tokens.ts';
import { openSentenceEncoder, type SentenceEncoder } from '#learning/encoders/sentence-encoder.ts';
import { encoderWeights, englishTokenizer } from '../../support/language.ts';
import { naiveEmbedding } from '../naive-encoder.ts';
import { expectNoTensorLeak, withSession } from '../support.ts';

const weights = encoderWeights();
const tokenizer = englishTokenizer();
const tokens = (text: string) => textTokens(text, tokenizer, null);
const texts = [
  ...['red mug', '', 'wireless bluetooth earbuds', 'mug', '🎁'],
  'a large ceramic mug for coffee and tea with a wooden lid, dishwasher safe',
].map(tokens);

function withEncoder<T>(name: 'cpu' | 'wasm', use: (encoder: SentenceEncoder) => Promise<T>) {
  return withSession(name, async (session) => {
    const encoder = openSentenceEncoder(weights, session);
    try {
      return await use(encoder);
    } finally {
      encoder.dispose();
    }
  });
}

describe.each(['cpu', 'wasm'] as const)('the sentence encoder on %s', (name) => {
  it('agrees with plain double precision, and says nothing of a text without tokens', async () => {
    const found = await withEncoder(name, (encoder) => encoder.embed(texts));
    texts.forEach((ids, i) => {
      const expected = ids.length === 0 ? Array<number>(512).fill(0) : naiveEmbedding(weights, ids);
      const differences = expected.map((value, j) => Math.abs(value - found[i * 512 + j]!));
      expect(Math.max(...differences)).toBeLessThan(1e-5);
    });
  });

  it('leaves no tensor behind', async () => {
    await withSession(name, async (session) => {
      await expectNoTensorLeak(async () => {
        const encoder = openSentenceEncoder(weights, session);
        await encoder.embed(texts.slice(0, 2));
        encoder.dispose();
      });
    });
  });
});

it('gives a text the same embedding whatever is in its batch', async () => {
  const long = Array.from({ length: 8 }, (_, i) => texts[5]!.slice(0, 17 + i));
  const all = [...texts, ...long];
  await withEncoder('wasm', async (encoder) => {
    const together = await encoder.embed(all);
    for (const [i, ids] of all.entries()) {
      const alone = await encoder.embed([ids]);
      const differences = alone.map((value, j) => Math.abs(value - together[i * 512 + j]!));
      expect(Math.max(...differences)).toBeLessThan(1e-6);
    }
  });
});

it('tells between batches how far it is, and ends where that throws', async () => {
  await withEncoder('wasm', async (encoder) => {
    const done: number[] = [];
    const tell = (count: number) => Promise.resolve(void done.push(count));
    await encoder.embed([...texts, ...texts], tell);
    expect(done.at(-1)).toBe(8);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    const stop = () => Promise.reject(new Error('stopped'));
    await expect(encoder.embed(texts, stop)).rejects.toThrow('stopped');
  });
});
