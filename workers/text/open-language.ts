import { unpackWeights } from '#core/model/text/encoder-weights.ts';
import { readGlosses } from '#core/model/text/glosses.ts';
import { filesToRead } from '#core/model/text/language-files.ts';
import { textTokens } from '#core/model/text/text-tokens.ts';
import { createTokenizer, pieceText, readVocabulary } from '#core/model/text/tokenizer.ts';
import { openSentenceEncoder } from '#learning/encoders/sentence-encoder.ts';
import type { EngineSession } from '#learning/session.ts';
import type { LanguageSource } from './language-source.ts';

/** Reads texts; its opener disposes of it. */
export interface LanguageReader {
  /** Weights of its encoder, as they are stored. */
  readonly weights: Uint8Array<ArrayBuffer>;
  tokens(text: string): readonly number[];
  /** Returns the letters that a token stands for, with the space before them. */
  piece(token: number): string;
  /** Returns embeddings, [texts × 512]. Meant for few texts, because it does not let messages through. */
  embed(texts: readonly (readonly number[])[]): Promise<Float32Array>;
  dispose(): void;
}

interface OpenLanguage {
  readonly source: LanguageSource;
  readonly engine: EngineSession;
  readonly withChinese: boolean;
  readonly stop: AbortSignal;
  /** Receives the bytes downloaded and those to download; not called where all files are on this device. */
  readonly onFetched?: ((done: number, total: number) => void) | undefined;
}

/** Opens the language model. Throws what the source throws. */
export async function openLanguage(asked: OpenLanguage): Promise<LanguageReader> {
  const [weights, vocabulary, glosses] = await readFiles(asked);
  const tokenizer = createTokenizer(readVocabulary(textOf(vocabulary!)));
  const glossary = glosses ? readGlosses(textOf(glosses)) : null;
  const encoder = openSentenceEncoder(unpackWeights(weights!), asked.engine);
  return {
    weights: weights!,
    tokens: (text) => textTokens(text, tokenizer, glossary),
    piece: (token) => pieceText(tokenizer, token),
    embed: (texts) => encoder.embed(texts),
    dispose: () => encoder.dispose(),
  };
}

async function readFiles({
  source,
  withChinese,
  stop,
  onFetched,
}: OpenLanguage): Promise<Uint8Array<ArrayBuffer>[]> {
  const files = filesToRead(withChinese);
  const missing = await source.missing(files);
  const total = missing.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  // The host may take long before the first byte.
  if (missing.length > 0) onFetched?.(0, total);
  let before = 0;
  const read: Uint8Array<ArrayBuffer>[] = [];
  for (const file of files) {
    const isMissing = missing.includes(file);
    const tell = (count: number) => onFetched?.(before + count, total);
    read.push(await source.read(file, stop, isMissing ? tell : undefined));
    if (isMissing) before += file.sizeBytes;
  }
  return read;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
