// Finds what past launches sold, next to a product's plan: the most similar ones, and the middle of all.

import { quantile } from '#core/base/statistics/statistics.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { pictureOwner } from '#core/launch/looks.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { isSoldOut } from '#core/model/outcomes/censored-demand.ts';
import type { PastSales, SimilarSales } from '../plan/past-sales.ts';
import { comparedLooks, similarFinder, type ComparedHistory } from './similar-launches.ts';

/** Share of launches that sold less than the high mark. */
const HIGH = 0.95;
/** Fewest launches of a category that make its own high mark. */
const OWN_HIGH = 20;

/**
 * Returns a function that gives what past launches sold, in units over the horizon, for one product after another by
 * its encoded inputs, [inputs].
 */
export function pastSalesFinder(
  history: ComparedHistory,
): (product: Pick<NewProduct, 'id' | 'title' | 'category'>, x: Float32Array) => PastSales {
  const { table } = history;
  const find = similarFinder(history, comparedLooks(table));
  const everyUnit = knownUnits(table, null);
  const median = quantileOrNull(everyUnit, 0.5);
  const ofCategory = new Map<string, Pick<PastSales, 'categoryMedian' | 'high'>>();
  return ({ id, title, category }, x) => {
    const own = ofCategory.get(category) ?? categorySales(table, category, everyUnit);
    ofCategory.set(category, own);
    const similar = find(title, x, pictureOwner(title, id)).flatMap(({ row }) =>
      salesOf(table, row),
    );
    return { similar, median, ...own };
  };
}

function categorySales(table: LaunchTable, category: string, everyUnit: readonly number[]) {
  const units = category === '' ? [] : knownUnits(table, category);
  return {
    categoryMedian: quantileOrNull(units, 0.5),
    high: quantileOrNull(units.length >= OWN_HIGH ? units : everyUnit, HIGH),
  };
}

function knownUnits(table: LaunchTable, category: string | null): number[] {
  return Array.from(table.units).filter(
    (units, row) =>
      Number.isFinite(units) && (category === null || table.category[row] === category),
  );
}

function quantileOrNull(units: readonly number[], fraction: number): number | null {
  return units.length === 0 ? null : quantile(units, fraction);
}

function salesOf(table: LaunchTable, row: number): SimilarSales[] {
  const units = table.units[row]!;
  if (!Number.isFinite(units)) return [];
  return [
    {
      title: table.title[row]! || table.productId[row]!,
      day: table.launchDay[row]!,
      units,
      ...(isSoldOut(table, row) ? { isSoldOut: true } : {}),
    },
  ];
}
