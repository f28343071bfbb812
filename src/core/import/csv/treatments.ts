import type { Issue } from './issues.ts';

/**
 * The seller's switches, by `findingKey`: whether the treatment of a finding is on, where that differs from its
 * default.
 */
export type Treatments = Readonly<Record<string, boolean>>;

export const DEFAULT_TREATMENTS: Treatments = {};

/** Returns the key of a finding, which stays the same however often the file is read. */
export function findingKey({
  kind,
  field,
  column,
}: Pick<Issue, 'kind' | 'field' | 'column'>): string {
  return [kind, field ?? '', column ?? ''].join('|');
}
