import type { FieldName } from '../fields.ts';

/** Sellers' names for each field in one language, best first. */
export type FieldWords = Readonly<Record<FieldName, readonly string[]>>;
