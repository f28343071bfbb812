import { AppError } from '#core/base/errors.ts';

/**
 * Reads bytes of a file. Throws AppError file-unreadable: browsers refuse a file that was moved, changed or locked
 * after it was chosen.
 */
export async function readSlice(
  file: File,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = await file
    .slice(start, end)
    .arrayBuffer()
    .catch((cause: unknown): never => {
      const message = `expected to read ${file.name}, got ${String(cause)}`;
      throw new AppError('file-unreadable', message, { fileName: file.name }, { cause });
    });
  return new Uint8Array(buffer);
}
