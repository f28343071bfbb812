// Which columns of a table hold how often terms were searched.

import type { Day } from '#core/base/dates.ts';
import type { MarketScale } from './market.ts';

/** A column of values. */
export interface ValueColumn {
  readonly header: string;
  /** '' in a table with a column of terms. */
  readonly term: string;
  readonly place: string;
  readonly scale: MarketScale;
  /** First day of its period, in a table with a column for each period; else NaN. */
  readonly day: Day;
}

export interface SeriesColumns {
  /** Header of the periods; null where each has a column. */
  readonly day: string | null;
  /** Headers of terms and places; null where columns have them. */
  readonly term: string | null;
  readonly place: string | null;
  /** Header of the marks of periods that were not over. */
  readonly partial: string | null;
  readonly values: readonly ValueColumn[];
  /** Whether columns were pasted together from several downloads. */
  readonly isPasted: boolean;
}

/** Returns the headers of the columns that are read. */
export function headersOf({ day, term, place, partial, values }: SeriesColumns): string[] {
  const named = [day, term, place, partial].filter((header) => header !== null);
  return [...named, ...values.map(({ header }) => header)];
}
