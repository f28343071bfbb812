// Texts → their embeddings. Those read before come from the store; the rest is read in chunks. Each chunk is stored as
// soon as it is done, so that interrupted work can go on.

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

/** Texts in a chunk: about three seconds on WASM, the most that is lost when the page closes. */
const CHUNK_TEXTS = 512;
/** Tokens embedded between two pauses: about a quarter of a second on a slow machine. More at once are no faster. */
const STEP_TOKENS = 256;
/** Texts tokenised between two pauses. */
const STEP_TEXTS = 500;

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

export interface TextsToRead {
  readonly texts: readonly string[];
  readonly reader: LanguageReader;
  readonly store: EmbeddingStore;
  /** Called between steps; what it throws ends the work. */
  readonly pause: () => Promise<void>;
  /**
   * Receives the texts read, and the share of the work that is done. Work grows with the length of texts; short ones
   * come first.
   */
  readonly onRead?: ((done: number, fraction: number) => void) | undefined;
}

/** Returns the embeddings of texts, and stores them in chunks. */
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

function stepFrom(chunk: readonly TokenisedText[], from: number): readonly TokenisedText[] {
  let tokens = 0;
  let end = from;
  while (end < chunk.length && (end === from || tokens + chunk[end]!.tokens.length <= STEP_TOKENS))
    tokens += chunk[end++]!.tokens.length;
  return chunk.slice(from, end);
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
