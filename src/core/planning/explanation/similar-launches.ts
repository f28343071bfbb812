// Finds the past launches whose product is most similar to a planned one (nearest neighbours).

import {
  fitAnalogues,
  type Analogues,
  type ComparedProducts,
} from '#core/model/analogues/analogues.ts';
import { lookSimilarity, type LookSimilarity } from '#core/model/analogues/look-similarity.ts';
import { nearestFinder, wordSimilarity } from '#core/model/analogues/nearest-launches.ts';
import {
  encodeProducts,
  markAndPriceInputs,
  type ProductEncoder,
} from '#core/model/features/product-encoder.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import type { ChannelTerms } from '#core/launch/offer-terms.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { pictureOwner } from '#core/launch/looks.ts';
import { titleSimilarity } from '#core/model/analogues/title-similarity.ts';
import { isSoldOut } from '#core/model/outcomes/censored-demand.ts';
import { NO_COUNTED_COSTS, pastProfit, type CountedCosts } from './past-profit.ts';
import type { PlanExplanation, SimilarLaunch } from './plan-explanation.ts';
import { similarityFloor } from './similarity-floor.ts';

const SHOWN = 5;
/** Share of looks where pictures can be compared and the seller chose none. */
const USUAL_LOOKS_SHARE = 0.5;

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
  /** Name, owner of its picture and encoded inputs (`x`) of the planned product. */
  readonly title: string;
  readonly owner: string;
  readonly x: Float32Array;
  /** Share of looks in the similarity: 0 words only, 1 looks only; absent: as usual. */
  readonly looksShare?: number | undefined;
  readonly channels: readonly ChannelTerms[];
  /** Costs that the plan counts; absent: none. */
  readonly costs?: CountedCosts | undefined;
}

/** A row of the launch table and its similarity, 0–1. */
interface SimilarRow {
  readonly row: number;
  readonly similarity: number;
  /** By words and meaning alone, 0–1. */
  readonly wordSimilarity: number;
  /** By looks alone, 0–1; null where not known. */
  readonly lookSimilarity: number | null;
}

/**
 * Returns the most similar launches, most similar first; among equals, the newest first. Empty where none is more alike
 * than random launches of the shop. Also returns the share of looks: null where the product and the launches have no
 * pictures to compare.
 */
export function similarLaunches(
  request: SimilarRequest,
): Pick<PlanExplanation, 'similar' | 'looksShare'> {
  const { table, title, x, owner } = request;
  const looks = comparedLooks(table, request.looksShare);
  const found = similarFinder(request, looks)(title, x, owner);
  return {
    similar: found.map((each) => describeLaunch(request, each)),
    looksShare: looks.isKnown(owner) ? looks.share : null,
  };
}

/** Looks beside words. */
interface ComparedLooks {
  readonly similarity: LookSimilarity;
  /** Whether a product's picture can be compared with one of a past launch. */
  readonly isKnown: (owner: string) => boolean;
  /** Share of looks in the similarity, 0–1, where they are known. */
  readonly share: number;
}

const NO_LOOKS: ComparedLooks = { similarity: () => NaN, isKnown: () => false, share: 0 };

/** Prepares the looks of a history for comparison. @param share 0: words only; 1: looks only */
export function comparedLooks(
  table: LaunchTable,
  share: number = USUAL_LOOKS_SHARE,
): ComparedLooks {
  const similarity = lookSimilarity(table.looks);
  const owners = new Set(table.title.map((_, row) => ownerOf(table, row)));
  const isKnown = (owner: string) =>
    [...owners].some((other) => !Number.isNaN(similarity(owner, other)));
  return { similarity, isKnown, share };
}

/**
 * Returns a function that finds the most similar launches, at most five, of one product after another by its name,
 * encoded inputs, [inputs], and the owner of its picture; most similar first, and among equals, the newest first.
 * Launches no more alike than random ones are left out. Without `looks`, or where a product's are not known, words alone
 * count.
 */
export function similarFinder(
  history: ComparedHistory,
  looks: ComparedLooks = NO_LOOKS,
): (title: string, x: Float32Array, owner?: string) => SimilarRow[] {
  const { table } = history;
  const { similarity: look } = looks;
  const rows = rowsByDate(table).reverse();
  const products = newestFirst(history.learnt ?? comparedProducts(history));
  const nearest = nearestFinder(products, SHOWN);
  const titleOf = (launch: number) => table.title[rows[launch]!]!;
  const idOf = (launch: number) => table.productId[rows[launch]!]!;
  const ownerAt = (launch: number) => ownerOf(table, rows[launch]!);
  const floors = new Map<number, number>();
  const floorAt = (looksShare: number) => {
    const floor =
      floors.get(looksShare) ??
      similarityFloor({
        products,
        isSame: (one, other) =>
          idOf(one) === idOf(other) || (titleOf(one) !== '' && titleOf(one) === titleOf(other)),
        meaningOf: (one, other) => titleSimilarity(titleOf(one), table, rows)?.(other) ?? NaN,
        lookOf: (one, other) => look(ownerAt(one), ownerAt(other)),
        looksShare,
      });
    floors.set(looksShare, floor);
    return floor;
  };
  return (title, x, owner = '') => {
    const share = looks.isKnown(owner) ? looks.share : 0;
    const least = floorAt(share);
    const meaningOf = titleSimilarity(title, table, rows);
    const lookOf = (launch: number) => look(owner, ownerAt(launch));
    const { launches, similarity } = nearest(x, meaningOf, share > 0 ? { lookOf, share } : null);
    return [...launches]
      .map((launch, i) => ({
        row: rows[launch]!,
        similarity: Math.min(1, similarity[i]!),
        wordSimilarity: wordSimilarity(products, x, {
          launch,
          meaning: meaningOf?.(launch) ?? NaN,
        }),
        lookSimilarity: known(lookOf(launch)),
      }))
      .filter((found) => found.similarity >= least);
  };
}

function ownerOf(
  { title, productId }: Pick<LaunchTable, 'title' | 'productId'>,
  row: number,
): string {
  return pictureOwner(title[row]!, productId[row]);
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
  { row, ...alike }: SimilarRow,
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
    ...alike,
  };
}

function revenueOf(table: LaunchTable, row: number): number {
  const revenue = table.revenue[row]!;
  return Number.isNaN(revenue) ? table.units[row]! * table.salePrice[row]! : revenue;
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
