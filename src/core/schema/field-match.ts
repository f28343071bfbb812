import type { FieldName } from './fields.ts';

/** What speaks for reading a field from a column. */
export type MatchReason =
  | 'same-name'
  | 'name-without-units'
  | 'part-of-name'
  | 'only-date-column'
  | 'names-of-channels'
  | 'stands-in'
  /** As the seller confirmed it for a file with the same headers. */
  | 'remembered'
  /** By the seller, here and now. */
  | 'chosen';

export interface FieldMatch {
  readonly header: string;
  readonly confidence: 'sure' | 'likely' | 'guess';
  readonly reason: MatchReason;
}

export type FieldMatches = Readonly<Partial<Record<FieldName, FieldMatch>>>;
