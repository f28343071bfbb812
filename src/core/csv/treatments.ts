import type { Issue } from './issues.ts';

/** The seller's switches: findings whose treatment is on or off against its default, by `findingKey`. */
export type Treatments = Readonly<Record<string, boolean>>;

export const DEFAULT_TREATMENTS: Treatments = {};

/** The same for the same finding in the same file, however often it is read. */
export function findingKey({
  kind,
  field,
  column,
}: Pick<Issue, 'kind' | 'field' | 'column'>): string {
  return [kind, field ?? '', column ?? ''].join('|');
}
