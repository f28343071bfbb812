import type { LaunchTable } from '../launch/launch-table.ts';
import { ownValue } from '../lookup.ts';
import { countTexts, median } from '../statistics.ts';

/** What one would expect without any model: the median outcome of the category, or of all where it is new. */
export interface CategoryMedians {
  readonly overall: number;
  readonly byCategory: Readonly<Record<string, number>>;
}

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

export function predictCategoryMedian(medians: CategoryMedians, category: string): number {
  return ownValue(medians.byCategory, category) ?? medians.overall;
}
