import type { FieldName } from '#core/launch/fields.ts';

/** The column of each field in a file. Columns are named by their (unique) headers. */
export interface Mapping {
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  /** Columns kept as free product attributes, such as "material". */
  readonly attributes: readonly string[];
}
