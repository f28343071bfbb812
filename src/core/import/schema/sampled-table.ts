import { readText } from '../values/read-text.ts';

/** The first rows of a file as text. */
export interface SampledTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Returns the cells under a header, each as it is read; '' in every row for a header that the table lacks. */
export function sampledCells({ headers, rows }: SampledTable, header: string): string[] {
  const index = headers.indexOf(header);
  return rows.map((row) => readText(row[index] ?? ''));
}
