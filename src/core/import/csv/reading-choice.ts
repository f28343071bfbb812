import type { Encoding } from './encoding.ts';

/** The seller's choice of how to read a file. null: Debut detects it. */
export interface ReadingChoice {
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  /** Row number of the header, counted from 1, or NO_HEADER. What is above it is not data. */
  readonly headerRow: number | null;
  /** Name of the sheet in a workbook or of the table in a zip. */
  readonly part: string | null;
}

/** Stands for the header's row where the file names no columns. */
export const NO_HEADER = 0;

export const AS_DETECTED: ReadingChoice = {
  ...{ encoding: null, delimiter: null, headerRow: null },
  part: null,
};
