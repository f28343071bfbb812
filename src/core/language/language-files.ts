// The files of the language model: fetched on demand, so that what arrives is compared with what was built before anything reads it.

import { AppError } from '../errors.ts';
import { languageFiles } from './files.generated.ts';

export interface LanguageFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** SHA-256 in hexadecimal; browsers and Node have it, core does not. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** Throws an AppError 'language-damaged' for a file that is cut off, altered or another. */
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

export function unreachable(name: string, found: string): AppError {
  return new AppError('language-unreachable', `expected ${name} from the host, got ${found}`, {
    name,
  });
}

/** Those that read texts, Chinese ones or none. */
export function filesToRead(withChinese: boolean): readonly LanguageFile[] {
  const { weights, vocabulary, glosses } = languageFiles;
  return withChinese ? [weights, vocabulary, glosses] : [weights, vocabulary];
}

export function damaged(name: string, expected: string, found: string): AppError {
  return new AppError('language-damaged', `expected ${name} with ${expected}, got ${found}`, {
    name,
  });
}
