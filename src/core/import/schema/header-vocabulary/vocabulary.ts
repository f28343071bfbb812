import type { FieldName } from '#core/launch/fields.ts';

/** Sellers' names for each field in one language, best first. */
export type FieldWords = Readonly<Record<FieldName, readonly string[]>>;
