import type { FieldName } from '../fields.ts';

/** What sellers call each field in one language, best first. */
export type FieldWords = Readonly<Record<FieldName, readonly string[]>>;
