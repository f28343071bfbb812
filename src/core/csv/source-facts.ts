import type { Issue } from './issues.ts';

/** What is known of a file whose columns are stored as they stood in it. */
export interface SourceFacts {
  readonly id: string;
  /** Of the columns that are stored, in their order. */
  readonly headers: readonly string[];
  readonly rowCount: number;
  /** What was found while the file was read, whatever its columns mean. */
  readonly issues: readonly Issue[];
}
