import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import type { EmbeddingChunk } from '#core/model/text/embedding-chunk.ts';
import type { TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import type { EngineSession } from '#learning/session.ts';
import { BuiltLanguage } from '#workers/headless/built-language.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { openLanguage, type LanguageReader } from '#workers/text/open-language.ts';
import { knownEmbeddings, readTexts, type PoolReader } from '#workers/text/read-texts.ts';
import { expectNoTensorLeak } from '../../learning/support.ts';

let engine: EngineSession;
let reader: LanguageReader;
const stop = new AbortController().signal;
beforeAll(async () => {
  engine = await openNodeEngine();
  reader = await openLanguage({ source: new BuiltLanguage(), engine, withChinese: true, stop });
});
afterAll(() => {
  reader.dispose();
  engine.dispose();
});

/** More than one chunk, two readers, and one text that says nothing. */
const TEXTS = [
  ...Array.from({ length: 560 }, (_, i) => `mug ${i}`),
  ...['红色陶瓷杯', 'a red ceramic mug for two', '🎁', '无线耳机'],
];
const breathe = () => Promise.resolve();

let stored: EmbeddingChunk[] = [];
beforeEach(() => {
  stored = [];
});
const store = {
  load: () => Promise.resolve(stored),
  keep: (chunk: EmbeddingChunk) => Promise.resolve(void stored.push(chunk)),
};
const read = (texts: readonly string[], pause = breathe) =>
  readTexts({ texts, reader, store, pause });

/** To the last bit. */
function expectSame(some: TextEmbeddings, others: TextEmbeddings): void {
  expect(some.size).toBe(others.size);
  const differing = [...others].filter(
    ([text, values]) => Buffer.compare(bytesOf(some.get(text)!), bytesOf(values)) !== 0,
  );
  expect(differing).toEqual([]);
}

const bytesOf = (values: Float32Array) =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

it('reads each text, rounded as it is kept, and keeps all of them', async () => {
  const embeddings = await read(TEXTS);
  expect([...embeddings.keys()].sort()).toEqual([...TEXTS].sort());
  const alone = await reader.embed([reader.tokens('红色陶瓷杯')]);
  expect(embeddings.get('红色陶瓷杯')).toEqual(roundToHalf(alone));
  expect(embeddings.get('🎁')?.every((value) => value === 0)).toBe(true);
  expectSame(await knownEmbeddings(TEXTS, store, breathe), embeddings);
  expect(stored.length).toBeGreaterThan(2);
  for (const { reader: name, texts } of stored)
    for (const text of texts) expect(name.includes('glosses')).toBe(/\p{Script=Han}/u.test(text));
});

it('goes on where it was stopped, to the same end', async () => {
  const whole = await read(TEXTS);
  stored = [];
  const stopped = new DOMException('stopped', 'AbortError');
  const stopSoon = () => (stored.length === 1 ? Promise.reject(stopped) : Promise.resolve());
  await expect(read(TEXTS, stopSoon)).rejects.toBe(stopped);
  const known = await knownEmbeddings(TEXTS, store, breathe);
  expect(known.size).toBe(512);
  const rest = await read(TEXTS.filter((text) => !known.has(text)));
  expect(rest.size).toBe(TEXTS.length - 512);
  expectSame(new Map([...known, ...rest]), whole);
});

it('hears of a stop many times in between, and tells how far it is', async () => {
  const told: (readonly [number, number])[] = [];
  let breaths = 0;
  await readTexts({
    ...{ texts: TEXTS, reader, store },
    pause: () => {
      breaths += 1;
      return Promise.resolve();
    },
    onRead: (done, fraction) => told.push([done, fraction]),
  });
  expect(breaths).toBeGreaterThan(8);
  expect(told.at(-1)).toEqual([TEXTS.length, 1]);
  expect(told).toEqual([...told].sort(([a], [b]) => a - b));
});

it('reads on where the device is full, and keeps no more', async () => {
  let kept = 0;
  const keep = () => {
    kept += 1;
    return Promise.reject(new AppError('storage-full', 'expected room'));
  };
  const full = { load: store.load, keep };
  const embeddings = await readTexts({ texts: TEXTS, reader, store: full, pause: breathe });
  expect(embeddings.size).toBe(TEXTS.length);
  expect(kept).toBe(1);
});

it('passes on any other failure to keep', async () => {
  const gone = new AppError('dataset-missing', 'expected the data set');
  const store = { load: () => Promise.resolve([]), keep: () => Promise.reject(gone) };
  await expect(readTexts({ texts: ['mug'], reader, store, pause: breathe })).rejects.toBe(gone);
});

it('leaves no tensors', async () => {
  await expectNoTensorLeak(async () => {
    const source = new BuiltLanguage();
    const opened = await openLanguage({ source, engine, withChinese: false, stop });
    await readTexts({ texts: ['mug', 'cup'], reader: opened, store, pause: breathe });
    opened.dispose();
  });
});

/** Enough words to be shared. */
const MANY_WORDS = Array.from({ length: 85 }, (_, i) =>
  `mug ${i} of blue and white ceramic with a large handle `.repeat(5),
);

it(
  'reads the same with another worker beside it, which takes a part',
  { tags: ['whole'] },
  async () => {
    const alone = await read(MANY_WORDS);
    let batches = 0;
    const beside: PoolReader = (readBy) =>
      readBy(async (asked) => {
        batches += asked.length;
        const values: Float32Array[] = [];
        for (const tokens of asked) values.push(await reader.embed(tokens));
        return values;
      });
    stored = [];
    let told = 0;
    const onRead = (done: number) => {
      told = done;
    };
    const shared = await readTexts({
      ...{ texts: MANY_WORDS, reader, store, onRead, besides: [beside] },
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    });
    expect(batches).toBeGreaterThan(3);
    expect(told).toBe(MANY_WORDS.length);
    expectSame(shared, alone);
    expectSame(await knownEmbeddings(MANY_WORDS, store, breathe), alone);
  },
);

it('leaves the rest unread where another worker fails', async () => {
  const beside: PoolReader = (readBy) => readBy(() => Promise.reject(new Error('gone')));
  const reading = readTexts({
    ...{ texts: MANY_WORDS, reader, store, besides: [beside] },
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  });
  await expect(reading).rejects.toThrow('gone');
  expect(stored).toEqual([]);
});
