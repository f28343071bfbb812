import type { Encoding } from './encoding.ts';

/** How the seller wants a file to be read; null: as Debut finds out by itself. */
export interface ReadingChoice {
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  /** Where the header stands, counted from 1; lines above it are no rows. */
  readonly headerRow: number | null;
  /** Which sheet of a workbook or table of a zip, by name. */
  readonly part: string | null;
}

export const AS_DETECTED: ReadingChoice = {
  ...{ encoding: null, delimiter: null, headerRow: null },
  part: null,
};
