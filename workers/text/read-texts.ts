// Texts → their embeddings. Those read before come from the store; the rest is read in chunks. Each chunk is stored as
// soon as it is done, so that interrupted work can go on.

import { AppError } from '#core/base/errors.ts';
import {
  packEmbeddings,
  READERS,
  readerOf,
  unpackEmbeddings,
  type EmbeddingChunk,
} from '#core/model/text/embedding-chunk.ts';
import { EMBEDDING_SIZE } from '#core/model/text/encoder-weights.ts';
import type { TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { LanguageReader } from './open-language.ts';
import { allOrStop } from '../runtime/all-or-stop.ts';

/** Texts in a chunk: about three seconds on WASM. A worker loses at most about so much when the page closes. */
const CHUNK_TEXTS = 512;
/** Tokens embedded between two pauses: about a quarter of a second on a slow machine. More at once are no faster. */
const STEP_TOKENS = 256;
/** Texts tokenised between two pauses. */
const STEP_TEXTS = 500;
/** Tokens from which other workers help: about two seconds. Fewer are read before they have begun. */
const WORTH_SHARING = 4_000;
/** Steps of another worker at once: it waits for this one between two calls. */
const STEPS_BESIDE = 8;

export interface EmbeddingStore {
  load(): Promise<readonly EmbeddingChunk[]>;
  /** May throw AppError storage-full. */
  keep(chunk: EmbeddingChunk): Promise<void>;
}

/** Returns the stored embeddings of these texts. */
export async function knownEmbeddings(
  texts: readonly string[],
  store: Pick<EmbeddingStore, 'load'>,
  pause: () => Promise<void>,
): Promise<Map<string, Float32Array>> {
  const wanted = new Set(texts);
  const known = new Map<string, Float32Array>();
  for (const chunk of await store.load()) {
    for (const [text, embedding] of unpackEmbeddings(chunk))
      if (wanted.has(text)) known.set(text, embedding);
    await pause();
  }
  return known;
}

/** Returns the embeddings of each batch of tokenised texts, [texts × 512]. */
type EmbedBatches = (
  batches: readonly (readonly (readonly number[])[])[],
) => Promise<readonly Float32Array[]>;

export type PoolReader = (read: (embed: EmbedBatches) => Promise<void>) => Promise<void>;

interface TextsToRead {
  readonly texts: readonly string[];
  readonly reader: LanguageReader;
  readonly store: EmbeddingStore;
  /** Other workers, which read at the same time: each opens an encoder, reads by it and closes it. */
  readonly besides?: readonly PoolReader[] | undefined;
  /** Called between steps; what it throws ends the work. */
  readonly pause: () => Promise<void>;
  /**
   * Receives the texts read, and the share of the work that is done. Work grows with the length of texts; short ones
   * come first.
   */
  readonly onRead?: ((done: number, fraction: number) => void) | undefined;
}

/** Returns the embeddings of texts, and stores them in chunks. An embedding has 512 numbers and length 1. */
export async function readTexts(asked: TextsToRead): Promise<TextEmbeddings> {
  const { reader, onRead, pause } = asked;
  const all = await inOrder(asked);
  const work = workOf(all);
  const besides = work < WORTH_SHARING ? [] : (asked.besides ?? []);
  const steps = [...chunksOf(all)].flatMap((texts) => {
    const chunk = new Chunk(texts);
    return stepsOf(texts).map((step): Step => ({ ...step, chunk }));
  });
  const keep = keeper(asked.store);
  const embeddings = new Map<string, Float32Array>();
  let [done, worked] = [0, 0];
  const leaveRest = () => {
    steps.length = 0;
  };
  const kept: Promise<void>[] = [];
  const finish = ({ chunk, from, texts }: Step, values: Float32Array) => {
    done += texts.length;
    worked += workOf(texts);
    onRead?.(done, work > 0 ? worked / work : 1);
    if (!chunk.fill(from, texts.length, values)) return;
    const packed = chunk.packed();
    for (const [text, embedding] of unpackEmbeddings(packed)) embeddings.set(text, embedding);
    const saved = keep(packed);
    saved.catch(leaveRest); // thrown at the end
    kept.push(saved);
  };
  const readBy = async (embed: EmbedBatches, mostSteps: number) => {
    while (steps.length > 0) {
      // Fewer towards the end, so that all end together.
      const share = Math.ceil(steps.length / (2 * (besides.length + 1)));
      const own = steps.splice(0, Math.min(mostSteps, share));
      const values = await embed(own.map(({ texts }) => texts.map(({ tokens }) => tokens)));
      for (const [i, step] of own.entries()) finish(step, values[i]!);
    }
  };
  try {
    await allOrStop(leaveRest, [
      readBy(async ([tokens]) => {
        await pause();
        return [await reader.embed(tokens!)];
      }, 1),
      ...besides.map((beside) => beside((embed) => readBy(embed, STEPS_BESIDE))),
    ]);
  } finally {
    await Promise.allSettled(kept);
  }
  await Promise.all(kept);
  return embeddings;
}

/** A step of reading: some texts of a chunk, from this place on. */
interface Step {
  readonly chunk: Chunk;
  readonly from: number;
  readonly texts: readonly TokenisedText[];
}

/** Texts that are stored together, with those of their embeddings that are known. */
class Chunk {
  readonly #texts: readonly TokenisedText[];
  readonly #values: Float32Array;
  #left: number;

  constructor(texts: readonly TokenisedText[]) {
    this.#texts = texts;
    this.#values = new Float32Array(texts.length * EMBEDDING_SIZE);
    this.#left = texts.length;
  }

  /** Fills in embeddings; returns whether these were the last. */
  fill(from: number, count: number, values: Float32Array): boolean {
    this.#values.set(values, from * EMBEDDING_SIZE);
    this.#left -= count;
    return this.#left === 0;
  }

  packed(): EmbeddingChunk {
    return packEmbeddings(
      this.#texts.map(({ text }) => text),
      this.#values,
    );
  }
}

interface TokenisedText {
  readonly text: string;
  readonly tokens: readonly number[];
}

/** Sorts texts by reader, then by length: texts of about the same length are embedded without padding. */
async function inOrder({ texts, reader, pause }: TextsToRead): Promise<TokenisedText[]> {
  const tokenised: TokenisedText[] = [];
  for (const text of texts) {
    tokenised.push({ text, tokens: reader.tokens(text) });
    if (tokenised.length % STEP_TEXTS === 0) await pause();
  }
  const rank = ({ text }: TokenisedText) => READERS.indexOf(readerOf(text));
  return tokenised.sort((a, b) => rank(a) - rank(b) || a.tokens.length - b.tokens.length);
}

function* chunksOf(all: readonly TokenisedText[]): Generator<readonly TokenisedText[]> {
  for (let at = 0; at < all.length;) {
    const reader = readerOf(all[at]!.text);
    const most = all.slice(at, at + CHUNK_TEXTS);
    const other = most.findIndex(({ text }) => readerOf(text) !== reader);
    const chunk = other < 0 ? most : most.slice(0, other);
    yield chunk;
    at += chunk.length;
  }
}

function stepsOf(chunk: readonly TokenisedText[]): Pick<Step, 'from' | 'texts'>[] {
  const steps: Pick<Step, 'from' | 'texts'>[] = [];
  for (let from = 0; from < chunk.length;) {
    let end = from + 1;
    let tokens = chunk[from]!.tokens.length;
    while (end < chunk.length && tokens + chunk[end]!.tokens.length <= STEP_TOKENS)
      tokens += chunk[end++]!.tokens.length;
    steps.push({ from, texts: chunk.slice(from, end) });
    from = end;
  }
  return steps;
}

function workOf(texts: readonly TokenisedText[]): number {
  return sum(texts.map(({ tokens }) => tokens.length));
}

/**
 * Returns a function that stores chunks. Where the device is full, the rest is not stored: a cache is not worth failing
 * for.
 */
function keeper(store: EmbeddingStore): (chunk: EmbeddingChunk) => Promise<void> {
  let isFull = false;
  return async (chunk) => {
    if (isFull) return;
    try {
      await store.keep(chunk);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'storage-full')) throw error;
      isFull = true;
    }
  };
}
