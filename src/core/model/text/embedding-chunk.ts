// Embeddings in storage: half precision, in chunks of the texts that were embedded between two writes.

import { fromHalfFloats, toHalfFloats } from '#core/base/bytes/half-floats.ts';
import { EMBEDDING_SIZE } from './encoder-weights.ts';
import { hasChinese } from '#core/base/text/chinese.ts';
import { filesToRead } from './language-files.ts';

export interface EmbeddingChunk {
  /** Names of the files that read the texts, from `readerOf`. */
  readonly reader: string;
  readonly texts: readonly string[];
  readonly halves: Uint16Array<ArrayBuffer>; // [texts, 512]
}

/** Returns the names of the files that read a text. Embeddings made with other files are not comparable. */
export function readerOf(text: string): string {
  return hasChinese(text) ? CHINESE_READER : READER;
}

const READER = readerName(false);
const CHINESE_READER = readerName(true);
export const READERS: readonly string[] = [READER, CHINESE_READER];

/** File names contain a hash of the contents. */
function readerName(withChinese: boolean): string {
  return filesToRead(withChinese)
    .map(({ name }) => name)
    .join(' ');
}

/** Packs embeddings of texts with one reader; `values` is [texts × 512]. */
export function packEmbeddings(texts: readonly string[], values: Float32Array): EmbeddingChunk {
  const reader = readerOf(texts[0] ?? '');
  return { reader, texts, halves: new Uint16Array(toHalfFloats(values)) };
}

/**
 * Returns the texts with their embeddings, [512] each. New embeddings also pass through half precision, so that they
 * equal stored ones.
 */
export function unpackEmbeddings({
  texts,
  halves,
}: EmbeddingChunk): (readonly [string, Float32Array])[] {
  const values = fromHalfFloats(halves);
  return texts.map((text, i) => [
    text,
    values.subarray(i * EMBEDDING_SIZE, (i + 1) * EMBEDDING_SIZE),
  ]);
}
