import type { FieldName } from './fields.ts';

/** Which column of a file holds which field; columns are named by their (unique) header. */
export interface Mapping {
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  /** Columns kept as free product attributes, such as "material". */
  readonly attributes: readonly string[];
}
