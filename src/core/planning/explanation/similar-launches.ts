// Finds the past launches whose product is most similar to a planned one (nearest neighbours).

import {
  fitAnalogues,
  type Analogues,
  type ComparedProducts,
} from '#core/model/analogues/analogues.ts';
import { nearestFinder } from '#core/model/analogues/nearest-launches.ts';
import {
  encodeProducts,
  markAndPriceInputs,
  type ProductEncoder,
} from '#core/model/features/product-encoder.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import type { ChannelTerms } from '#core/launch/offer-terms.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { titleSimilarity } from '#core/model/analogues/title-similarity.ts';
import { isSoldOut } from '#core/model/outcomes/censored-demand.ts';
import { NO_COUNTED_COSTS, pastProfit, type CountedCosts } from './past-profit.ts';
import type { SimilarLaunch } from './plan-explanation.ts';
import { similarityFloor } from './similarity-floor.ts';

const SHOWN = 5;

/** What is compared, the same for all products. */
export interface ComparedHistory {
  readonly table: LaunchTable;
  readonly encoder: ProductEncoder;
  /**
   * Products of a model trained on exactly the launches of the table, by date; null to compute them, which takes
   * longer.
   */
  readonly learnt: ComparedProducts | null;
}

interface SimilarRequest extends ComparedHistory {
  /** Name and encoded inputs (`x`) of the planned product. */
  readonly title: string;
  readonly x: Float32Array;
  readonly channels: readonly ChannelTerms[];
  /** Costs that the plan counts; absent: none. */
  readonly costs?: CountedCosts | undefined;
}

/** A row of the launch table and its similarity, 0–1. */
interface SimilarRow {
  readonly row: number;
  readonly similarity: number;
}

/**
 * Returns the most similar launches, most similar first; among equals, the newest first. Empty where none is more alike
 * than random launches of the shop.
 */
export function similarLaunches(request: SimilarRequest): SimilarLaunch[] {
  const { title, x } = request;
  return similarFinder(request)(title, x).map((found) => describeLaunch(request, found));
}

/**
 * Returns a function that finds the most similar launches, at most five, of one product after another by its name and
 * encoded inputs, [inputs]; most similar first, and among equals, the newest first. Launches no more alike than random
 * ones are left out.
 */
export function similarFinder(
  history: ComparedHistory,
): (title: string, x: Float32Array) => SimilarRow[] {
  const { table } = history;
  const rows = rowsByDate(table).reverse();
  const products = newestFirst(history.learnt ?? comparedProducts(history));
  const nearest = nearestFinder(products, SHOWN);
  const titleOf = (launch: number) => table.title[rows[launch]!]!;
  const idOf = (launch: number) => table.productId[rows[launch]!]!;
  const least = similarityFloor({
    products,
    isSame: (one, other) =>
      idOf(one) === idOf(other) || (titleOf(one) !== '' && titleOf(one) === titleOf(other)),
    meaningOf: (one, other) => titleSimilarity(titleOf(one), table, rows)?.(other) ?? NaN,
  });
  return (title, x) => {
    const { launches, similarity } = nearest(x, titleSimilarity(title, table, rows));
    return [...launches]
      .map((launch, i) => ({ row: rows[launch]!, similarity: Math.min(1, similarity[i]!) }))
      .filter((found) => found.similarity >= least);
  };
}

function comparedProducts({ table, encoder }: ComparedHistory): Analogues {
  const rows = rowsByDate(table);
  const encoded = {
    x: encodeProducts(encoder, table, rows),
    phi: new Float32Array(),
    count: rows.length,
  };
  return fitAnalogues(
    encoded,
    { ...markAndPriceInputs(encoder), firstAction: 0, actionCount: 0 },
    [],
  );
}

/** Reverses the order of launches, because among equals the first ones are found. */
function newestFirst({ starts, marks, price, ...rest }: ComparedProducts): ComparedProducts {
  const count = price.length;
  const turnedStarts = new Uint32Array(count + 1);
  const turnedMarks = new Uint16Array(marks.length);
  for (let i = 0; i < count; i++) {
    const own = marks.subarray(starts[count - 1 - i], starts[count - i]);
    turnedMarks.set(own, turnedStarts[i]);
    turnedStarts[i + 1] = turnedStarts[i]! + own.length;
  }
  return { ...rest, starts: turnedStarts, marks: turnedMarks, price: price.toReversed() };
}

function describeLaunch(
  { table, channels, costs = NO_COUNTED_COSTS }: SimilarRequest,
  { row, similarity }: SimilarRow,
): SimilarLaunch {
  return {
    productId: table.productId[row]!,
    title: table.title[row]!,
    day: table.launchDay[row]!,
    channel: table.channel[row]! || null,
    promotion: table.promotion[row]! || null,
    salePrice: known(table.salePrice[row]!),
    adSpend: known(table.adSpend[row]!),
    units: known(table.units[row]!),
    ...(isSoldOut(table, row) ? { isSoldOut: true } : {}),
    revenue: known(revenueOf(table, row)),
    profit: known(pastProfit(table, row, { channels, costs })),
    similarity,
  };
}

function revenueOf(table: LaunchTable, row: number): number {
  const revenue = table.revenue[row]!;
  return Number.isNaN(revenue) ? table.units[row]! * table.salePrice[row]! : revenue;
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
