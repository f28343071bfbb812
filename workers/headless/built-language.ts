import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageFile } from '#core/model/text/language-files.ts';
import { buildLanguage } from '../build/language/build-language.js';
import type { LanguageSource } from '../text/language-source.ts';

const root = join(import.meta.dirname, '../..');

/** The files of the language model as the build makes them. */
export class BuiltLanguage implements LanguageSource {
  readonly #folder = buildLanguage(root);

  missing(): Promise<readonly LanguageFile[]> {
    return Promise.resolve([]);
  }

  async read({ name }: LanguageFile): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await readFile(join(this.#folder, name)));
  }
}
