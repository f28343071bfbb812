import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { EMBEDDING_SIZE } from '#core/model/text/encoder-weights.ts';
import { hasChinese } from '#core/base/text/chinese.ts';
import type { TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import { textTokens } from '#core/model/text/text-tokens.ts';
import { openSentenceEncoder } from '#learning/encoders/sentence-encoder.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { chineseGlosses, encoderWeights, englishTokenizer } from './language.ts';

/** Returns the shipped language model's embeddings of texts, rounded as they are stored. */
export async function embeddingsOf(texts: readonly string[]): Promise<TextEmbeddings> {
  const engine = await openNodeEngine();
  const encoder = openSentenceEncoder(encoderWeights(), engine);
  try {
    const tokenizer = englishTokenizer();
    const glosses = texts.some(hasChinese) ? chineseGlosses() : null;
    const distinct = [...new Set(texts)];
    const tokens = distinct.map((text) => textTokens(text, tokenizer, glosses));
    const values = roundToHalf(await encoder.embed(tokens));
    return new Map(
      distinct.map((text, i) => [
        text,
        values.subarray(i * EMBEDDING_SIZE, (i + 1) * EMBEDDING_SIZE),
      ]),
    );
  } finally {
    encoder.dispose();
    engine.dispose();
  }
}
