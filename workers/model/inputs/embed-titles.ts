import { hasChinese } from '#core/base/text/chinese.ts';
import { firstAttention } from '#core/lesson/words/first-attention.ts';
import type { TitlesRead, TitlesUnread } from '#core/lesson/words/titles-read.ts';
import { unpackWeights } from '#core/model/text/encoder-weights.ts';
import { filesToRead } from '#core/model/text/language-files.ts';
import type { Job } from '#protocol/job.ts';
import type { EmbedTitlesRequest } from '#protocol/model-requests.ts';
import { loadSetting } from '#storage/app/settings.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { openLanguage, type LanguageReader } from '#workers/text/open-language.ts';
import type { ModelHost } from '../engine/model-host.ts';

/** More pieces would not fit on a screen. */
const MOST_PIECES = 12;

/**
 * Returns the embeddings of a few titles and the attention within one of them. Returns what is missing where files
 * would have to be downloaded and may not be. Stores nothing but those files. Throws AppError language-unreachable or
 * language-damaged.
 */
export async function embedTitles(
  { titles, attended, allowsDownload }: EmbedTitlesRequest,
  job: Job,
  host: ModelHost,
): Promise<TitlesRead | TitlesUnread> {
  const withChinese = [...titles, attended].some(hasChinese);
  const missing = await host.language.missing(filesToRead(withChinese));
  if (missing.length > 0 && !allowsDownload)
    return { status: 'missing', sizeBytes: missing.reduce((all, file) => all + file.sizeBytes, 0) };
  const paced = new ThrottledJob(job);
  const engine = await host.openEngine((await loadSetting('computePreference')) ?? 'auto');
  const reader = await openLanguage({
    ...{ source: host.language, engine, withChinese, stop: job.signal },
    onFetched: (done, total) => paced.report({ phase: 'fetch', done, total }),
  });
  try {
    const embeddings = await reader.embed(titles.map((title) => reader.tokens(title)));
    job.signal.throwIfAborted();
    return { status: 'read', embeddings, attention: attentionWithin(attended, reader) };
  } finally {
    reader.dispose();
  }
}

function attentionWithin(title: string, reader: LanguageReader): TitlesRead['attention'] {
  const tokens = reader.tokens(title).slice(0, MOST_PIECES);
  if (tokens.length === 0) return null;
  const weights = firstAttention(unpackWeights(reader.weights), tokens);
  return { pieces: tokens.map((token) => reader.piece(token)), weights };
}
