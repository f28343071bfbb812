import { histogramBins, type Bin } from '#core/base/statistics/histogram.ts';
import { measuresOf } from '../values/read-measure.ts';
import { monthStart, type Day } from '#core/base/dates.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { LAUNCH_FIELD_NAMES, type LaunchFieldName } from '#core/launch/fields.ts';
import { countTexts, finite, median } from '#core/base/statistics/statistics.ts';

/**
 * What pages show of past launches: counts and known values, never the rows. It is stored with the launches, so that no
 * page reads a million rows.
 */
export interface LaunchOverview {
  readonly months: readonly { readonly firstDay: Day; readonly count: number }[];
  /** Histogram and median of the launches' units, where known. */
  readonly units: { readonly bins: readonly Bin[]; readonly median: number };
  /** Number of launches in which each field and attribute has a value. */
  readonly known: {
    readonly fields: Readonly<Record<LaunchFieldName, number>>;
    readonly attributes: Readonly<Record<string, number>>;
  };
  readonly channels: readonly string[];
  readonly categories: readonly string[];
  readonly brands: readonly string[];
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** Most suggestions per field; more are not helpful. */
export const MOST_VALUES = 200;

/** Counts the launches of a table by month, units, fields and values. */
export function launchOverview(table: LaunchTable): LaunchOverview {
  return {
    months: launchesByMonth(table.launchDay),
    units: { bins: histogramBins(table.units), median: median(finite(table.units)) },
    known: knownCounts(table),
    channels: valuesOf(table.channel),
    categories: valuesOf(table.category),
    brands: valuesOf(table.brand),
    attributes: Object.fromEntries(
      Object.entries(table.attributes).map(([name, values]) => [name, attributeValues(values)]),
    ),
  };
}

/** Returns every month from the first launch to the last, including months without a launch. */
function launchesByMonth(days: ArrayLike<Day>): { firstDay: Day; count: number }[] {
  const counts = new Map<Day, number>();
  const sorted = Float64Array.from(days).sort();
  if (sorted.length === 0) return [];
  const last = monthStart(sorted.at(-1)!);
  for (let month = monthStart(sorted[0]!); month <= last; month = monthStart(month, 1)) {
    counts.set(month, 0);
  }
  let [day, month] = [NaN, NaN];
  for (const next of sorted) {
    if (next !== day) [day, month] = [next, monthStart(next)]; // many launches share a day
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].map(([firstDay, count]) => ({ firstDay, count }));
}

function knownCounts(table: LaunchTable): LaunchOverview['known'] {
  const columnOf = (field: LaunchFieldName) => table[field === 'launchDate' ? 'launchDay' : field];
  return {
    fields: Object.fromEntries(
      LAUNCH_FIELD_NAMES.map((field) => [field, knownCount(columnOf(field))]),
    ) as Record<LaunchFieldName, number>,
    attributes: Object.fromEntries(
      Object.entries(table.attributes).map(([name, values]) => [name, knownCount(values)]),
    ),
  };
}

/** '' and NaN mean missing. */
function knownCount(values: Float64Array | readonly string[]): number {
  let count = 0;
  for (const value of values) if (value !== '' && !Number.isNaN(value)) count += 1;
  return count;
}

/** Returns the distinct values, commonest first. */
function valuesOf(texts: readonly string[]): string[] {
  return distinctValues(texts).slice(0, MOST_VALUES);
}

function distinctValues(texts: readonly string[]): string[] {
  return countTexts(texts).map(([text]) => text);
}

/** Returns the distinct values, commonest first. Of more numbers, the smallest and the largest come last. */
function attributeValues(texts: readonly string[]): string[] {
  const values = distinctValues(texts);
  const numbers = values.length > MOST_VALUES ? measuresOf(values, '.') : null;
  if (!numbers) return values.slice(0, MOST_VALUES);
  const known = [...numbers.keys()].filter((place) => !Number.isNaN(numbers[place]!));
  const end = (isFurther: (a: number, b: number) => boolean) =>
    known.reduce((best, place) => (isFurther(numbers[place]!, numbers[best]!) ? place : best));
  const ends = [end((a, b) => a < b), end((a, b) => a > b)].map((place) => values[place]!);
  const others = values.filter((value) => !ends.includes(value));
  return [...others.slice(0, MOST_VALUES - ends.length), ...ends];
}
