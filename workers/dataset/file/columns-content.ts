// Opens files that hold their table column by column: Parquet and Arrow.

import { startsWith } from '#core/app/file-kind.ts';
import type { OpenedContent } from './content-part.ts';
import { readSlice } from './read-slice.ts';

/** First bytes of a Parquet file: "PAR1", or "PARE" where it is encrypted. */
const PARQUETS = [
  [0x50, 0x41, 0x52, 0x31],
  [0x50, 0x41, 0x52, 0x45],
] as const;
/** First bytes of Arrow files: "ARROW1", "FEA1", and those of a stream. */
const ARROWS = [
  [0x41, 0x52, 0x52, 0x4f],
  [0x46, 0x45, 0x41, 0x31],
  [0xff, 0xff, 0xff, 0xff],
] as const;

/** Returns whether a file begins like Parquet or Arrow. @param beginning its first four bytes */
export function holdsColumns(beginning: Uint8Array): boolean {
  return [...PARQUETS, ...ARROWS].some((mark) => startsWith(beginning, mark));
}

/** Opens a file that holds its table column by column: Parquet, else Arrow. */
export async function openColumns(file: File): Promise<OpenedContent> {
  const beginning = await readSlice(file, 0, 4);
  const isParquet = PARQUETS.some((mark) => startsWith(beginning, mark));
  if (isParquet) return (await import('./parquet/parquet-text.ts')).openParquet(file);
  return (await import('./arrow/arrow-text.ts')).openArrow(file);
}
