import type { Issue } from './issues.ts';

/** Facts about a file whose columns are stored unchanged. */
export interface SourceFacts {
  readonly id: string;
  /** Headers of the stored columns, in their order. */
  readonly headers: readonly string[];
  readonly rowCount: number;
  /** Findings made while reading the file, independent of what its columns mean. */
  readonly issues: readonly Issue[];
}
