// npm run bench:text [-- --parts encoder,gpu,long,few,words,games] [--real-adapter]
// Measures the language model:
// - encoder: its difference from the graph that its package ships, int8 against float32, titles a second, and similar
//   names
// - gpu: the difference from the graph on WebGPU; --real-adapter uses the machine's own GPU
// - long: how long names of 40 words take
// - few: what plans earn with it where launches are few
// - words: what plans earn where new products have words that the history never has
// - games: what it adds to forecasts of games
// The last three parts need the outside benchmark in ../shared/bench and take minutes each.
// Exits with 1 where a figure misses its target.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EMBEDDING_SIZE } from '#core/model/text/encoder-weights.ts';
import { textTokens } from '#core/model/text/text-tokens.ts';
import { mean, median } from '#core/base/statistics/statistics.ts';
import { openCpu } from '#learning/cpu/open.ts';
import { openSentenceEncoder } from '#learning/encoders/sentence-encoder.ts';
import type { EngineSession } from '#learning/session.ts';
import { openWasm } from '#learning/wasm/open.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { chineseGlosses, encoderWeights, englishTokenizer } from '../support/language.ts';
import { gamesOfAStore } from './text/games.ts';
import { differenceOnGpu } from './text/gpu.ts';
import { longNames } from './text/long.ts';
import {
  embedByGraph,
  loadOriginal,
  originalWeights,
  registerGraphKernels,
} from './text/original-graph.ts';
import { report } from './text/report.ts';
import { worldInOtherWords, worldOfFewLaunches } from './text/worlds.ts';

const root = join(import.meta.dirname, '../..');
const COMPARED = 200;
const TIMED = 500;
const ROUNDS = 5;
/** Titles in one run of the graph. */
const GRAPH_BATCH = 64;

const require = createRequire(import.meta.url);
const tokenizer = englishTokenizer();
const glosses = chineseGlosses();
const translated = readJson('workers/build/giftware/giftware-titles.zh.json') as Record<
  string,
  string
>;
const titles = Object.keys(translated);
const tokens = (texts: readonly string[]) =>
  texts.map((text) => textTokens(text, tokenizer, glosses));
const exact = originalWeights();
const stored = encoderWeights();
const why = { reason: 'chosen', device: '' } as const;

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: 'encoder,gpu,long,few,words,games' },
    'real-adapter': { type: 'boolean', default: false },
  },
});
const parts = values.parts.split(',');
const fast = { ...why, kernels: 'relaxed', binary: wasmBinary() } as const;
if (parts.includes('encoder')) await playEncoder();
if (parts.includes('gpu')) await onBackend(openCpu(why), gpuAgainstGraph);
if (parts.includes('long')) await longNames(titles, report);
if (['few', 'words', 'games'].some((part) => parts.includes(part))) {
  const engine = await openNodeEngine();
  if (parts.includes('few')) await worldOfFewLaunches(engine, report);
  if (parts.includes('words')) await worldInOtherWords(engine, report);
  if (parts.includes('games')) await gamesOfAStore(engine, report);
  engine.dispose();
}

async function playEncoder(): Promise<void> {
  await onBackend(openCpu(why), differenceFromGraph);
  await onBackend(openWasm(fast), async (session) => {
    await differenceFromGraph(session);
    await quantisation(session);
    await throughput(session, 'with our kernels');
    await alike(session);
  });
  await onBackend(openWasm({ ...fast, kernels: 'shipped' }), (session) =>
    throughput(session, 'as shipped'),
  );
}

async function onBackend(
  opening: Promise<EngineSession>,
  use: (session: EngineSession) => Promise<void>,
): Promise<void> {
  const session = await opening;
  registerGraphKernels();
  try {
    await use(session);
  } finally {
    session.dispose();
  }
}

async function embed(
  session: EngineSession,
  texts: readonly (readonly number[])[],
  weights = stored,
): Promise<Float32Array> {
  const encoder = openSentenceEncoder(weights, session);
  try {
    return await encoder.embed(texts);
  } finally {
    encoder.dispose();
  }
}

async function differenceFromGraph(session: EngineSession): Promise<void> {
  const texts = tokens(titles.slice(0, COMPARED));
  const graph = await loadOriginal();
  const expected = await embedByGraph(graph, texts);
  const found = await embed(session, texts, exact);
  graph.dispose();
  const differences = found.map((value, i) => Math.abs(value - expected[i]!));
  const greatest = differences.reduce((most, value) => Math.max(most, value), 0);
  const what = `${session.choice.name}: greatest difference from the graph, ${COMPARED} titles, float32`;
  report(what, greatest.toExponential(1), greatest <= 1e-5, 'at most 1e-5');
}

/** Compares WebGPU with the graph, for which the open session is used. */
async function gpuAgainstGraph(): Promise<void> {
  const texts = tokens(titles.slice(0, COMPARED));
  const graph = await loadOriginal();
  const expected = await embedByGraph(graph, texts);
  graph.dispose();
  const isReal = values['real-adapter'];
  await differenceOnGpu({ texts, expected, weights: exact, isReal }, report);
}

async function quantisation(session: EngineSession): Promise<void> {
  const texts = tokens(titles);
  const [before, after] = [await embed(session, texts, exact), await embed(session, texts)];
  const cosines = texts.map((_, i) => cosine(before, i, after, i));
  const least = Math.min(...cosines);
  const what = `int8 against float32, cosine, ${titles.length} titles`;
  report(`${what}: mean`, mean(cosines).toFixed(5), mean(cosines) >= 0.9995, 'at least 0.9995');
  report(`${what}: least`, least.toFixed(5), least >= 0.997, 'at least 0.997');
}

/** Times the encoder and the graph in turns, so that other work on the machine affects both. */
async function throughput(session: EngineSession, kernels: string): Promise<void> {
  const texts = tokens(titles.slice(0, TIMED));
  const batches = Array.from({ length: Math.ceil(TIMED / GRAPH_BATCH) }, (_, i) =>
    texts.slice(i * GRAPH_BATCH, (i + 1) * GRAPH_BATCH),
  );
  const graph = await loadOriginal();
  const encoder = openSentenceEncoder(stored, session);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const ofEncoder = await secondsOf(() => encoder.embed(texts));
    const ofGraph = await secondsOf(async () => {
      for (const batch of batches) await embedByGraph(graph, batch);
    });
    if (round === 0) continue; // the first one warms up
    ours.push(ofEncoder);
    theirs.push(ofGraph);
  }
  encoder.dispose();
  graph.dispose();
  const [fastest, other] = [TIMED / median(ours), TIMED / median(theirs)];
  const ratio = median(theirs.map((seconds, i) => seconds / ours[i]!));
  const what = `wasm ${kernels}: ${fastest.toFixed(0)} titles a second, the graph ${other.toFixed(0)}`;
  report(`${what}; ratio`, ratio.toFixed(2), ratio >= 1.3, 'at least 1.3');
}

/**
 * Checks that a row's second name is the nearest to its first, among the second names of all rows. Third names are
 * traps: they share words with the first and mean something else.
 */
async function alike(session: EngineSession): Promise<void> {
  const probes = readJson('tests/bench/text/triplets.json') as Record<'en' | 'zh', string[][]>;
  for (const [language, rows] of Object.entries(probes)) {
    const vectors = await embed(session, tokens(rows.flat()));
    const own = rows.map((_, i) => cosine(vectors, 3 * i, vectors, 3 * i + 1));
    const nearest = rows.filter((_, i) =>
      rows.every((_, j) => j === i || cosine(vectors, 3 * i, vectors, 3 * j + 1) < own[i]!),
    ).length;
    const trapped = rows.filter((_, i) => cosine(vectors, 3 * i, vectors, 3 * i + 2) >= own[i]!);
    const what = `${language}: names whose likeness in other words is the nearest`;
    report(what, `${nearest} of ${rows.length}`, nearest === rows.length, 'all');
    console.log(`${language}: traps that are nearer: ${trapped.length} of ${rows.length}`);
  }
  await translations(session);
}

async function translations(session: EngineSession): Promise<void> {
  const [english, chinese] = [
    await embed(session, tokens(titles)),
    await embed(session, tokens(Object.values(translated))),
  ];
  const ranks = titles.map((_, i) => {
    const own = cosine(chinese, i, english, i);
    return titles.filter((_, j) => cosine(chinese, i, english, j) > own).length;
  });
  const within = (count: number) =>
    (ranks.filter((rank) => rank < count).length / ranks.length).toFixed(3);
  console.log(
    `zh: of ${ranks.length} giftware titles their English one is the nearest: ${within(1)}; of the five nearest: ${within(5)}`,
  );
}

function cosine(a: Float32Array, i: number, b: Float32Array, j: number): number {
  let product = 0;
  for (let k = 0; k < EMBEDDING_SIZE; k++)
    product += a[i * EMBEDDING_SIZE + k]! * b[j * EMBEDDING_SIZE + k]!;
  return product;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function wasmBinary(): ArrayBuffer {
  const file = require.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm');
  return new Uint8Array(readFileSync(file)).buffer;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
