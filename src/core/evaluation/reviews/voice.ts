// Reviews beside what was found in them and the launches that they are about.

import { ownValue } from '#core/base/lookup.ts';
import { monthStart, type Day } from '#core/base/dates.ts';
import { quantile } from '#core/base/statistics/statistics.ts';
import { REVIEW_MARKS } from '#core/import/reviews/mark-reviews.ts';
import type { Review, ReviewKind } from '#core/import/reviews/review.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { aspectGroups, type AspectGroup } from './aspect-groups.ts';
import { FEWEST_TEXTS } from './aspect-shares.ts';
import type { ReviewReading } from './review-reading.ts';
import { salesWeights } from './sales-weights.ts';

export interface Voice {
  /** Of all lists, numbered as in the reading. */
  readonly reviews: readonly Review[];
  readonly reading: ReviewReading;
  readonly table: LaunchTable;
}

/** Reviews that are counted, and how much each weighs. */
export interface Counted {
  /** Numbers of the reviews, ascending. */
  readonly reviews: Uint32Array;
  /** By number; missing where no sales are known. */
  readonly weights?: Float64Array;
}

const { duplicate, campaign, incentivised } = REVIEW_MARKS;

/** Returns whether a review's marks keep it from being counted. One about delivery only counts: delivery is an aspect. */
export function isLeftOut(marks: number): boolean {
  return (marks & (duplicate | campaign | incentivised)) !== 0;
}

/** Returns the reviews of a kind that say something and count; they are weighed as their products sold. */
export function countedReviews({ reviews, reading, table }: Voice, kind: ReviewKind): Counted {
  const numbers = reviews.flatMap((review, i) =>
    review.kind === kind && isTold(review) && !isLeftOut(reading.marks[i]!) ? [i] : [],
  );
  const counted = Uint32Array.from(numbers);
  const weights = salesWeights(reading, counted, table.units);
  return { reviews: counted, ...(weights && { weights }) };
}

/** Returns those of the reviews that are about a launch. */
export function matchedReviews({ reading, table }: Voice, { reviews }: Counted): Counted {
  const matched = reviews.filter((i) => reading.launch[i]! >= 0);
  const weights = salesWeights(reading, matched, table.units);
  return { reviews: matched, ...(weights && { weights }) };
}

function isTold({ text, reason }: Review): boolean {
  return text !== '' || reason !== '';
}

/** A way to group reviews. A month groups by the day of the review, the others by the launch that it is about. */
export type Grouping = 'category' | 'brand' | 'price' | 'month' | `${typeof ATTRIBUTE}${string}`;
/** Begins the name of a grouping by an attribute, such as the supplier. */
export const ATTRIBUTE = 'attribute:';

/** Returns the ways to group reviews of these launches. */
export function groupingsOf({ attributes }: Pick<LaunchTable, 'attributes'>): Grouping[] {
  const own = Object.keys(attributes).map((name): Grouping => `${ATTRIBUTE}${name}`);
  return ['category', 'brand', ...own, 'price', 'month'];
}

/**
 * Returns what each group says, the largest first; months and prices in their own order. Groups with fewer than 30 texts are
 * left out. A month is named by its first day, a price band by its lowest price.
 */
export function groupsOf(voice: Voice, counted: Counted, grouping: Grouping): AspectGroup[] {
  const asked = { ...counted, least: FEWEST_TEXTS };
  const large = aspectGroups(voice.reading, asked, nameOf(voice, counted, grouping));
  const isOrdered = grouping === 'month' || grouping === 'price';
  return isOrdered ? large.sort((a, b) => Number(a.name) - Number(b.name)) : large;
}

function nameOf(
  { reviews, reading, table }: Voice,
  counted: Counted,
  grouping: Grouping,
): (review: number) => string {
  if (grouping === 'month') return (i) => monthOf(reviews[i]!.day);
  const ofLaunch =
    grouping === 'price' ? priceBands(table, reading, counted) : namesIn(table, grouping);
  return (i) => ofLaunch[reading.launch[i]!] ?? '';
}

function namesIn(
  table: LaunchTable,
  grouping: Exclude<Grouping, 'price' | 'month'>,
): readonly string[] {
  if (grouping === 'category' || grouping === 'brand') return table[grouping];
  return ownValue(table.attributes, grouping.slice(ATTRIBUTE.length)) ?? [];
}

function monthOf(day: Day): string {
  return Number.isNaN(day) ? '' : String(monthStart(day));
}

/** Returns the name of each launch's price band: thirds of the counted reviews; equal prices stay together. */
function priceBands(table: LaunchTable, { launch }: ReviewReading, { reviews }: Counted): string[] {
  const priceOf = (row: number) => table.listPrice[row] ?? NaN;
  const prices = Array.from(reviews, (i) => priceOf(launch[i]!)).filter((price) => price >= 0);
  if (prices.length === 0) return [];
  const bounds = [1 / 3, 2 / 3].map((part) => quantile(prices, part));
  const bandOf = (price: number) => bounds.filter((bound) => price > bound).length;
  const lowest = [0, 1, 2].map((band) => {
    return prices.reduce(
      (low, price) => (bandOf(price) === band ? Math.min(low, price) : low),
      Infinity,
    );
  });
  return Array.from(table.listPrice, (price) => (price >= 0 ? String(lowest[bandOf(price)]!) : ''));
}
