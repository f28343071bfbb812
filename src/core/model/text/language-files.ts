// The files of the language model. They are fetched on demand, so they are compared with the built files before use.

import { AppError } from '#core/base/errors.ts';
import { languageFiles } from './files.generated.ts';

export interface LanguageFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
}

/** Returns the SHA-256 in hexadecimal. Injected, because browsers and Node have it and core does not. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/**
 * Checks a file's size and SHA-256. Throws AppError language-damaged where it is truncated, altered or another file.
 */
export async function assertIntact(
  bytes: Uint8Array<ArrayBuffer>,
  file: LanguageFile,
  sha256: Sha256,
): Promise<void> {
  if (bytes.length !== file.sizeBytes)
    throw damaged(file.name, `${file.sizeBytes} bytes`, `${bytes.length}`);
  const found = await sha256(bytes);
  if (found !== file.sha256) throw damaged(file.name, `SHA-256 ${file.sha256}`, found);
}

/** Returns the AppError language-unreachable for a file that the host did not deliver. */
export function unreachable(name: string, found: string): AppError {
  return new AppError('language-unreachable', `expected ${name} from the host, got ${found}`, {
    name,
  });
}

/** Returns the files needed to read texts, with or without Chinese. */
export function filesToRead(withChinese: boolean): readonly LanguageFile[] {
  const { weights, vocabulary, glosses } = languageFiles;
  return withChinese ? [weights, vocabulary, glosses] : [weights, vocabulary];
}

/** The image encoder's weights. They lie beside the language model's files and are kept as they are. */
export const pictureFile: LanguageFile = languageFiles.pictures;

/** Returns the AppError language-damaged for a file with unexpected contents. */
export function damaged(name: string, expected: string, found: string): AppError {
  return new AppError('language-damaged', `expected ${name} with ${expected}, got ${found}`, {
    name,
  });
}
