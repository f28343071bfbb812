import { weeklyColumns } from './read-weekly-units.ts';
import type { Mapping } from '../schema/mapping.ts';

/** The columns of a file that hold no field, by how they are used. */
export interface ColumnUses {
  /** Columns that the model learns from, as attributes. */
  readonly attributes: readonly string[];
  /** Units of one week since launch. */
  readonly weekly: readonly string[];
  /** Personal data, which is not stored. */
  readonly personal: readonly string[];
  readonly unused: readonly string[];
}

/**
 * Sorts the columns without a field by their use.
 * @param personal columns that are not stored
 */
export function columnUses(
  headers: readonly string[],
  mapping: Mapping,
  personal: readonly string[],
): ColumnUses {
  const fields = new Set(Object.values(mapping.fields));
  const weekly = new Set(weeklyColumns(headers, mapping).values());
  const others = headers.filter((header) => !fields.has(header));
  const useOf = (header: string): keyof ColumnUses => {
    if (personal.includes(header)) return 'personal';
    if (mapping.attributes.includes(header)) return 'attributes';
    return weekly.has(header) ? 'weekly' : 'unused';
  };
  const withUse = (use: keyof ColumnUses) => others.filter((header) => useOf(header) === use);
  return {
    attributes: withUse('attributes'),
    weekly: withUse('weekly'),
    personal: withUse('personal'),
    unused: withUse('unused'),
  };
}
