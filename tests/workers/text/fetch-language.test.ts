import { describe, expect, it } from 'vitest';
import type { Progress } from '#core/base/progress.ts';
import { filesToRead, unreachable, type LanguageFile } from '#core/model/text/language-files.ts';
import { fetchLanguage } from '#workers/text/fetch-language.ts';
import type { LanguageSource } from '#workers/text/language-source.ts';
import { jobFor } from '../../support/csv-file.ts';

/** A source with these files on the device; it keeps what it downloads unless it is full. */
class Source implements LanguageSource {
  readonly asked: string[] = [];
  readonly #kept: Set<string>;
  readonly #isFull: boolean;

  constructor(kept: readonly LanguageFile[], { isFull = false } = {}) {
    this.#kept = new Set(kept.map(({ name }) => name));
    this.#isFull = isFull;
  }

  missing(files: readonly LanguageFile[]) {
    return Promise.resolve(files.filter(({ name }) => !this.#kept.has(name)));
  }

  read({ name, sizeBytes }: LanguageFile, _: AbortSignal, onBytes?: (count: number) => void) {
    this.asked.push(name);
    onBytes?.(sizeBytes);
    if (!this.#isFull) this.#kept.add(name);
    return Promise.resolve(new Uint8Array());
  }
}

const ALL = filesToRead(true);

describe('fetchLanguage', () => {
  it('downloads what is missing, and reports its bytes', async () => {
    const [weights, ...others] = ALL;
    const source = new Source([weights!]);
    const told: Progress[] = [];
    await fetchLanguage(
      { withChinese: true },
      jobFor((progress) => told.push(progress)),
      source,
    );
    expect(source.asked).toEqual(others.map(({ name }) => name));
    const total = others.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    expect(told[0]).toEqual({ phase: 'fetch-language', done: 0, total });
    expect(told.at(-1)).toEqual({ phase: 'fetch-language', done: total, total });
  });

  it('asks for nothing where all is there, and for no Chinese where it is not wanted', async () => {
    const whole = new Source(ALL);
    await fetchLanguage({ withChinese: true }, jobFor(), whole);
    expect(whole.asked).toEqual([]);
    const none = new Source([]);
    await fetchLanguage({ withChinese: false }, jobFor(), none);
    expect(none.asked).toEqual(filesToRead(false).map(({ name }) => name));
  });

  it('says that the device does not keep it, or that the host cannot be reached', async () => {
    const full = fetchLanguage({ withChinese: true }, jobFor(), new Source([], { isFull: true }));
    await expect(full).rejects.toMatchObject({ code: 'storage-full' });
    const away = new Source([]);
    away.read = ({ name }) => Promise.reject(unreachable(name, 'nothing'));
    const lost = fetchLanguage({ withChinese: true }, jobFor(), away);
    await expect(lost).rejects.toMatchObject({ code: 'language-unreachable' });
  });
});
