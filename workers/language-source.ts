import type { LanguageFile } from '#core/language/language-files.ts';

export interface LanguageSource {
  /** Of these, the files that would have to be fetched. */
  missing(files: readonly LanguageFile[]): Promise<readonly LanguageFile[]>;
  /**
   * A file as it was built; `onBytes` hears how many bytes of it have come. Throws an AppError 'language-unreachable' or 'language-damaged',
   * and what a stop throws.
   */
  read(
    file: LanguageFile,
    stop: AbortSignal,
    onBytes?: (count: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>>;
}
