import { emptyDatabase } from '../../../support/database.ts';
import {
  add,
  matMul,
  mul,
  rsqrt,
  softmax,
  square,
  sub,
  sum,
  tensor2d,
  tidy,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cosineSimilarity } from '#core/base/text/text-embeddings.ts';
import { HEADS, TOKEN_WIDTH, unpackWeights } from '#core/model/text/encoder-weights.ts';
import { firstAttention } from '#core/lesson/words/first-attention.ts';
import { filesToRead } from '#core/model/text/language-files.ts';
import type { EngineSession } from '#learning/session.ts';
import { BuiltLanguage } from '#workers/headless/built-language.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { embedTitles } from '#workers/model/inputs/embed-titles.ts';
import type { LanguageSource } from '#workers/text/language-source.ts';
import { openLanguage } from '#workers/text/open-language.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { modelHost } from '../../../support/model-host.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());
beforeEach(emptyDatabase);

const SIZE = 512;
const read = async (titles: readonly string[], allowsDownload = false) => {
  const found = await embedTitles(
    { titles, attended: titles[0] ?? '', allowsDownload },
    jobFor(),
    modelHost(() => engine),
  );
  if (found.status !== 'read') throw new Error('expected the titles to be read');
  return found;
};

describe('embedTitles', () => {
  it('finds what means the same near, and what is only written alike far', async () => {
    const { embeddings } = await read([
      ...['Soft sofa for two', 'Grey couch with two seats', 'Soft soda for two'],
      ...['红色外套', '红夹克', '红色手套'],
    ]);
    const at = (i: number) => embeddings.subarray(i * SIZE, (i + 1) * SIZE);
    for (const first of [0, 3]) {
      const alike = cosineSimilarity(at(first), at(first + 1));
      const written = cosineSimilarity(at(first), at(first + 2));
      expect(alike).toBeGreaterThan(written + 0.1);
    }
  });

  it('tells how the pieces of a title attend to each other, all attention being given away', async () => {
    const { attention } = await read(['Soft sofa for two']);
    const { pieces, weights } = attention!;
    expect(pieces.join('').trim()).toBe('soft sofa for two');
    pieces.forEach((_, row) => {
      const own = weights.subarray(row * pieces.length, (row + 1) * pieces.length);
      expect(own.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 5);
    });
  });

  it('has no attention to show where nothing can be read', async () => {
    const { attention, embeddings } = await read(['', 'Mug']);
    expect(attention).toBeNull();
    expect(embeddings.subarray(0, SIZE).every((value) => value === 0)).toBe(true);
  });

  it('downloads nothing unless allowed, and says how much it would be', async () => {
    const language: LanguageSource = new BuiltLanguage();
    language.missing = (files) => Promise.resolve(files);
    const host = modelHost(
      () => {
        throw new Error('expected no engine');
      },
      { language },
    );
    const request = { titles: ['Mug'], attended: 'Mug', allowsDownload: false };
    const sizeBytes = filesToRead(false).reduce((all, file) => all + file.sizeBytes, 0);
    expect(await embedTitles(request, jobFor(), host)).toEqual({ status: 'missing', sizeBytes });
  });
});

it('the first attention is that of tensors', async () => {
  const stop = new AbortController().signal;
  const reader = await openLanguage({
    ...{ source: new BuiltLanguage(), engine, withChinese: false, stop },
  });
  const weights = unpackWeights(reader.weights);
  const tokens = reader.tokens('Soft sofa for two');
  const [layer] = weights.layers;
  const half = TOKEN_WIDTH / 2;
  const input = tokens.flatMap((token, position) =>
    Array.from({ length: TOKEN_WIDTH }, (_, i) => {
      const angle = position * weights.frequencies[i % half]!;
      const signal = i < half ? Math.sin(angle) : Math.cos(angle);
      return 2 * weights.embedding[token * TOKEN_WIDTH + i]! + signal;
    }),
  );
  const width = TOKEN_WIDTH / HEADS;
  const columnsOf = (values: Float32Array, from: number) =>
    values.filter((_, i) => {
      const column = i % (3 * TOKEN_WIDTH);
      return column >= from && column < from + width;
    });
  const mean = tidy(() => {
    const x = tensor2d(input, [tokens.length, TOKEN_WIDTH]);
    const centred = sub(x, mul(sum(x, 1, true), 1 / TOKEN_WIDTH));
    const variance = mul(sum(square(centred), 1, true), 1 / TOKEN_WIDTH);
    const flat = mul(centred, rsqrt(add(variance, 1e-6)));
    const normal = add(mul(flat, layer.attentionNormScale), layer.attentionNormShift);
    const ofHead = (part: number, head: number) => {
      const from = part * TOKEN_WIDTH + head * width;
      const kernel = tensor2d(columnsOf(layer.queryKeyValue, from), [TOKEN_WIDTH, width]);
      const bias = columnsOf(layer.queryKeyValueBias, from);
      return add(matMul(normal as Tensor2D, kernel), bias);
    };
    const heads = Array.from({ length: HEADS }, (_, head) => {
      const scores = matMul(ofHead(0, head), ofHead(1, head), false, true);
      return softmax(mul(scores, 1 / Math.sqrt(width)));
    });
    return mul(
      heads.reduce((all, each) => add(all, each)),
      1 / HEADS,
    ).dataSync();
  });
  reader.dispose();
  firstAttention(weights, tokens).forEach((share, i) => expect(share).toBeCloseTo(mean[i]!, 5));
});
