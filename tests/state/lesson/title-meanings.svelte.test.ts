import { describe, expect, it } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { TitlesRead, TitlesUnread } from '#core/lesson/words/titles-read.ts';
import { TitleMeanings } from '#state/lesson/title-meanings.svelte.ts';

const SIZE = 512;
interface Request {
  readonly titles: readonly string[];
  readonly attended: string;
  readonly allowsDownload: boolean;
}

/** Reads each title as its length, over and over. */
function reading({ titles, attended }: Request): TitlesRead {
  const embeddings = Float32Array.from(
    titles.flatMap((title) => Array<number>(SIZE).fill(title.length)),
  );
  const attention = { pieces: [attended], weights: Float32Array.of(1) };
  return { status: 'read', embeddings, attention };
}

function meaningsBy(answer: (request: Request) => TitlesRead | TitlesUnread) {
  const asked: Request[] = [];
  const meanings = new TitleMeanings({
    embedTitles: (request) => {
      asked.push(request);
      return new Promise((resolve) => resolve(answer(request)));
    },
  });
  return { meanings, asked };
}

describe('TitleMeanings', () => {
  it('reads each title once, and what is attended to again', async () => {
    const { meanings, asked } = meaningsBy(reading);
    await meanings.read({ titles: ['Mug', 'Mug', 'Sofa'], attended: 'Mug' });
    await meanings.read({ titles: ['Mug', 'Sofa'], attended: 'Mug' });
    await meanings.read({ titles: ['Sofa', 'Shelf'], attended: 'Sofa' });
    expect(asked.map(({ titles }) => titles)).toEqual([['Mug', 'Sofa'], ['Shelf']]);
    expect(meanings.embeddingOf('Sofa')?.[0]).toBe(4);
    expect(meanings.embeddingOf('Shelf')).toHaveLength(SIZE);
    expect(meanings.embeddingOf('Rug')).toBeUndefined();
    expect(meanings.attention?.pieces).toEqual(['Sofa']);
  });

  it('downloads only once that was allowed, and then reads what was asked for', async () => {
    const { meanings, asked } = meaningsBy((request) =>
      request.allowsDownload ? reading(request) : { status: 'missing', sizeBytes: 700 },
    );
    await meanings.read({ titles: ['Mug'], attended: 'Mug' });
    expect(meanings.missingBytes).toBe(700);
    expect(meanings.embeddingOf('Mug')).toBeUndefined();
    await meanings.download();
    expect(meanings.missingBytes).toBeNull();
    expect(meanings.embeddingOf('Mug')?.[0]).toBe(3);
    expect(asked.map(({ allowsDownload }) => allowsDownload)).toEqual([false, true]);
  });

  it('goes on with a download while other titles are typed, and reads the last of them', async () => {
    const asked: Request[] = [];
    let arrive: (read: TitlesRead) => void = () => undefined;
    const meanings = new TitleMeanings({
      embedTitles: (request, options) => {
        asked.push(request);
        if (asked.length > 1) return Promise.resolve(reading(request));
        options?.onProgress?.({ phase: 'fetch', done: 1, total: 4 });
        return new Promise((resolve, reject) => {
          arrive = resolve;
          options?.signal?.addEventListener('abort', () => reject(new Error('begun again')));
        });
      },
    });
    const first = meanings.read({ titles: ['Mug'], attended: 'Mug' });
    await meanings.read({ titles: ['Mug', 'R'], attended: 'R' });
    await meanings.read({ titles: ['Mug', 'Rug'], attended: 'Rug' });
    expect(meanings.downloaded).toBe(0.25);
    arrive(reading(asked[0]!));
    await first;
    expect(asked.map(({ titles }) => titles)).toEqual([['Mug'], ['Rug']]);
    expect(meanings.embeddingOf('Rug')).toBeDefined();
    expect(meanings.attention?.pieces).toEqual(['Rug']);
  });

  it('shows what failed, and tries again', async () => {
    let isOffline = true;
    const { meanings } = meaningsBy((request) => {
      if (isOffline) throw new AppError('language-unreachable', 'no network', {});
      return reading(request);
    });
    await meanings.read({ titles: ['Mug'], attended: 'Mug' });
    expect(meanings.failure).toMatchObject({ code: 'language-unreachable' });
    isOffline = false;
    await meanings.download();
    expect(meanings.failure).toBeNull();
    expect(meanings.embeddingOf('Mug')).toBeDefined();
  });
});
