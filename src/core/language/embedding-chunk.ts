// Embeddings as they are kept: at half precision, as many texts together as are embedded between two moments of storing.

import { fromHalfFloats, toHalfFloats } from '../half-floats.ts';
import { EMBEDDING_SIZE } from './encoder-weights.ts';
import { hasChinese } from './glosses.ts';
import { filesToRead } from './language-files.ts';

export interface EmbeddingChunk {
  /** Which files read them, as `readerOf` gives it. */
  readonly reader: string;
  readonly texts: readonly string[];
  readonly halves: Uint16Array<ArrayBuffer>; // [texts, 512]
}

/** A name for the files that read a text: what others made of it says nothing. */
export function readerOf(text: string): string {
  return hasChinese(text) ? CHINESE_READER : READER;
}

const READER = readerName(false);
const CHINESE_READER = readerName(true);
export const READERS: readonly string[] = [READER, CHINESE_READER];

/** Names of files hold their contents' hash. */
function readerName(withChinese: boolean): string {
  return filesToRead(withChinese)
    .map(({ name }) => name)
    .join(' ');
}

/** Of texts with one reader. values: [texts, 512] */
export function packEmbeddings(texts: readonly string[], values: Float32Array): EmbeddingChunk {
  const reader = readerOf(texts[0] ?? '');
  return { reader, texts, halves: new Uint16Array(toHalfFloats(values)) };
}

/** What is embedded now and what was kept before are the same numbers: both have been through half precision. */
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
