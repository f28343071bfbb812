// Texts → their embeddings. What was read before is taken from the store; the rest is read in chunks, each stored as soon as it is done, so
// that work that was stopped goes on where it was.

import { AppError } from '#core/errors.ts';
import {
  packEmbeddings,
  READERS,
  readerOf,
  unpackEmbeddings,
  type EmbeddingChunk,
} from '#core/language/embedding-chunk.ts';
import { EMBEDDING_SIZE } from '#core/language/encoder-weights.ts';
import type { TextEmbeddings } from '#core/language/text-embeddings.ts';
import type { LanguageReader } from './open-language.ts';

/** About three seconds on WASM: no more is lost when the page goes. */
const CHUNK_TEXTS = 512;
/** Embedded between two breaths: about a quarter of a second on a slow machine, and as fast as more at once. */
const STEP_TOKENS = 256;
/** Tokenised between two breaths. */
const STEP_TEXTS = 500;

export interface EmbeddingStore {
  load(): Promise<readonly EmbeddingChunk[]>;
  /** May throw an AppError 'storage-full'. */
  keep(chunk: EmbeddingChunk): Promise<void>;
}

/** Of these texts, what the store knows. */
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

export interface TextsToRead {
  readonly texts: readonly string[];
  readonly reader: LanguageReader;
  readonly store: EmbeddingStore;
  /** What it throws ends the work. */
  readonly pause: () => Promise<void>;
  /** fraction: of the work, which grows with the length of texts; short ones come first. */
  readonly onRead?: ((done: number, fraction: number) => void) | undefined;
}

export async function readTexts(asked: TextsToRead): Promise<TextEmbeddings> {
  const all = await inOrder(asked);
  const keep = keeper(asked.store);
  const embeddings = new Map<string, Float32Array>();
  const work = all.reduce((sum, { tokens }) => sum + tokens.length, 0);
  let worked = 0;
  for (const chunk of chunksOf(all)) {
    const values = new Float32Array(chunk.length * EMBEDDING_SIZE);
    for (let at = 0; at < chunk.length;) {
      const step = stepFrom(chunk, at);
      values.set(await asked.reader.embed(step.map(({ tokens }) => tokens)), at * EMBEDDING_SIZE);
      at += step.length;
      worked += step.reduce((sum, { tokens }) => sum + tokens.length, 0);
      asked.onRead?.(embeddings.size + at, work > 0 ? worked / work : 1);
      await asked.pause();
    }
    const packed = packEmbeddings(
      chunk.map(({ text }) => text),
      values,
    );
    for (const [text, embedding] of unpackEmbeddings(packed)) embeddings.set(text, embedding);
    await keep(packed);
  }
  return embeddings;
}

interface TokenisedText {
  readonly text: string;
  readonly tokens: readonly number[];
}

/** Those of one reader together, and of about the same length, which are embedded without padding. */
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

function stepFrom(chunk: readonly TokenisedText[], from: number): readonly TokenisedText[] {
  let tokens = 0;
  let end = from;
  while (end < chunk.length && (end === from || tokens + chunk[end]!.tokens.length <= STEP_TOKENS))
    tokens += chunk[end++]!.tokens.length;
  return chunk.slice(from, end);
}

/** Where the device is full, the rest is read without being kept: a cache is not worth failing for. */
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
