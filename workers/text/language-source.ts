import type { LanguageFile } from '#core/model/text/language-files.ts';

export interface LanguageSource {
  /** Returns those of the files that would have to be downloaded. */
  missing(files: readonly LanguageFile[]): Promise<readonly LanguageFile[]>;
  /**
   * Reads a file as it was built; `onBytes` receives the number of bytes so far. Throws AppError language-unreachable
   * or language-damaged, and what a stop throws.
   */
  read(
    file: LanguageFile,
    stop: AbortSignal,
    onBytes?: (count: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>>;
}
