import type { FieldName } from '#core/launch/fields.ts';

/** Why a column is proposed for a field. */
export type MatchReason =
  | 'same-name'
  | 'name-without-units'
  | 'part-of-name'
  | 'only-date-column'
  | 'names-of-channels'
  | 'stands-in'
  /** Confirmed by the seller for a file with the same headers. */
  | 'remembered'
  /** Chosen by the seller for this file. */
  | 'chosen';

export interface FieldMatch {
  readonly header: string;
  readonly confidence: 'sure' | 'likely' | 'guess';
  readonly reason: MatchReason;
}

export type FieldMatches = Readonly<Partial<Record<FieldName, FieldMatch>>>;
