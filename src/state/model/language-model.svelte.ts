import { filesToRead } from '#core/model/text/language-files.ts';
import { listLanguageFiles, deleteLanguageFiles } from '#storage/data/language-cache.ts';
import { later } from '../base/later.ts';
import { loadChoice } from '../base/stored-choice.ts';

const { saveSetting } = later(() => import('#storage/app/settings.ts'));

const ports = {
  loadChoice: () => loadChoice('usesLanguageModel'),
  saveChoice: (uses: boolean) => saveSetting('usesLanguageModel', uses),
  keptFiles: listLanguageFiles,
  removeFiles: deleteLanguageFiles,
};
export type LanguageModelPorts = typeof ports;

const ALL = filesToRead(true);
const bytesOf = (files: typeof ALL) => files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

/** Bytes fetched for names in Latin letters, and further bytes for Chinese names. */
export const LANGUAGE_BYTES: number = bytesOf(filesToRead(false));
export const CHINESE_BYTES: number = bytesOf(ALL) - LANGUAGE_BYTES;

/** Whether models read names with the language model, and how much of it is on this device. */
export class LanguageModel {
  readonly #ports: LanguageModelPorts;
  #isUsed = $state.raw(true);
  #keptBytes = $state.raw<number | null>(null);
  #failure = $state.raw<unknown>(null);

  constructor(withPorts: LanguageModelPorts = ports) {
    this.#ports = withPorts;
  }

  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** Bytes on this device; null until storage has answered. */
  get keptBytes(): number | null {
    return this.#keptBytes;
  }

  get failure(): unknown {
    return this.#failure;
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      this.#isUsed = (await this.#ports.loadChoice()) ?? true;
      await this.#look();
    });
  }

  async use(isUsed: boolean): Promise<void> {
    this.#isUsed = isUsed;
    await this.#attempt(() => this.#ports.saveChoice(isUsed));
  }

  /** Deletes the files from this device only: they are fetched again when needed, unless declined. */
  async remove(): Promise<void> {
    await this.#attempt(async () => {
      await this.#ports.removeFiles();
      await this.#look();
    });
  }

  async #look(): Promise<void> {
    const kept = await this.#ports.keptFiles();
    this.#keptBytes = bytesOf(ALL.filter(({ name }) => kept.includes(name)));
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failure = null;
    } catch (error) {
      this.#failure = error;
    }
  }
}
