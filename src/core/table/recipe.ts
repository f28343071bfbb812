import type { DateOrder } from '../csv/read-date.ts';
import { DEFAULT_TREATMENTS, type Treatments } from '../csv/treatments.ts';
import type { Mapping } from '../schema/mapping.ts';

/** How the columns of a file become launches. It is replayed whenever it changes: the file itself is never altered. */
export interface Recipe {
  readonly mapping: Mapping;
  readonly treatments: Treatments;
  /** null: as the column itself shows. */
  readonly dateOrder: DateOrder | null;
  /** How much of the main currency one unit of another is worth, by ISO 4217 code. */
  readonly currencyRates: Readonly<Record<string, number>>;
}

export function plainRecipe(mapping: Mapping): Recipe {
  return { mapping, treatments: DEFAULT_TREATMENTS, dateOrder: null, currencyRates: {} };
}
