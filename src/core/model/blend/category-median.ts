import type { LaunchTable } from '#core/launch/launch-table.ts';
import { ownValue } from '#core/base/lookup.ts';
import { countTexts, median } from '#core/base/statistics/statistics.ts';

/** A baseline without a model: the median units of the category, or of all launches where the category is new. */
export interface CategoryMedians {
  readonly overall: number;
  readonly byCategory: Readonly<Record<string, number>>;
}

/** Fits the median units, overall and by category, to the launches at these row numbers. */
export function fitCategoryMedians(table: LaunchTable, rows: Uint32Array): CategoryMedians {
  const units = Array.from(rows, (row) => table.units[row]!);
  const categories = Array.from(rows, (row) => table.category[row]!);
  return {
    overall: median(units),
    byCategory: Object.fromEntries(
      countTexts(categories).map(([category]) => [
        category,
        median(units.filter((_, i) => categories[i] === category)),
      ]),
    ),
  };
}

/** Returns the category's median units, or the overall median where the category is unknown. */
export function predictCategoryMedian(medians: CategoryMedians, category: string): number {
  return ownValue(medians.byCategory, category) ?? medians.overall;
}

/** Returns log1p of the median units of each launch's category, [rows]. */
export function medianLogs(
  medians: CategoryMedians,
  { category }: Pick<LaunchTable, 'category'>,
  rows: Uint32Array,
): Float64Array {
  return Float64Array.from(rows, (row) =>
    Math.log1p(predictCategoryMedian(medians, category[row]!)),
  );
}
