// Reads the names on tables, before training, planning and explaining.

import { AppError } from '#core/base/errors.ts';
import { eventPhrases } from '#core/launch/events/event-fits.ts';
import { hasChinese } from '#core/base/text/chinese.ts';
import { filesToRead } from '#core/model/text/language-files.ts';
import type { NameReading } from '#core/model/text/name-reading.ts';
import {
  textsToEmbed,
  type NamesByMeaning,
  type TextEmbeddings,
} from '#core/base/text/text-embeddings.ts';
import type { EngineSession } from '#learning/session.ts';
import type { LanguageSource } from './language-source.ts';
import { openLanguage } from './open-language.ts';
import { poolReaders } from './pool-readers.ts';
import { knownEmbeddings, readTexts, type EmbeddingStore } from './read-texts.ts';
import type { WorkerPool } from '../runtime/worker-pool.ts';

export interface NamesToRead extends NamesByMeaning {
  readonly source: LanguageSource;
  readonly store: EmbeddingStore;
  readonly engine: EngineSession;
  /** Other workers, which help to read; none where it is missing. */
  readonly pool?: WorkerPool | null | undefined;
  /** Number of texts that may be read afterwards; they count as work to do. */
  readonly later?: number | undefined;
  /** Whether files that are not on this device may be downloaded. */
  readonly mayFetch: boolean;
  readonly stop: AbortSignal;
  readonly pause: () => Promise<void>;
  /** Called before the work begins, with whether it downloads anything. */
  readonly onStart?: ((work: { readonly fetches: boolean }) => void) | undefined;
  /** Receives the bytes downloaded and those to download. */
  readonly onFetched?: ((done: number, total: number) => void) | undefined;
  /** Receives the texts read, those to read, and the share of the work that is done, 0–1. */
  readonly onRead?: ((done: number, total: number, fraction: number) => void) | undefined;
}

export interface NamesRead {
  readonly reading: Exclude<NameReading, 'no-text'>;
  /** Embeddings of all texts that were to be read, or none: `readNames` reads the phrases of sales events too. */
  readonly embeddings: TextEmbeddings | undefined;
}

/** Reads names. Reads nothing that has been read before, and does without what cannot be downloaded. */
export function readNames(asked: NamesToRead): Promise<NamesRead> {
  const texts = [...new Set([...textsToEmbed(asked), ...eventPhrases()])];
  return readWhole(texts, asked);
}

/** Reads distinct texts as a whole, not word by word, as `readNames` does. */
export async function readWhole(
  texts: readonly string[],
  asked: Omit<NamesToRead, keyof NamesByMeaning>,
): Promise<NamesRead> {
  const { source, store, engine, pause } = asked;
  const known = await knownEmbeddings(texts, store, pause);
  const unknown = texts.filter((text) => !known.has(text));
  if (unknown.length === 0) return { reading: 'embeddings', embeddings: known };
  const withChinese = unknown.some(hasChinese);
  const fetches = (await source.missing(filesToRead(withChinese))).length > 0;
  if (fetches && !asked.mayFetch) return { reading: 'declined', embeddings: undefined };
  asked.onStart?.({ fetches });
  const opened = await openOrTell({ ...asked, withChinese });
  if (typeof opened === 'string') return { reading: opened, embeddings: undefined };
  const { total, done: before } = { total: texts.length + (asked.later ?? 0), done: known.size };
  try {
    const read = await readTexts({
      ...{ texts: unknown, reader: opened, store, pause },
      besides: poolReaders(asked.pool, { backend: engine.choice.name, weights: opened.weights }),
      onRead: (done, fraction) => asked.onRead?.(before + done, total, fraction),
    });
    return { reading: 'embeddings', embeddings: new Map([...known, ...read]) };
  } finally {
    opened.dispose();
  }
}

async function openOrTell(
  asked: Omit<NamesToRead, keyof NamesByMeaning> & { readonly withChinese: boolean },
) {
  try {
    return await openLanguage(asked);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'language-unreachable') return 'unreachable';
    if (error.code === 'language-damaged') return 'damaged';
    throw error;
  }
}
