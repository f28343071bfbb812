// Launches as the launch Transformer is told of them: labels, numbers, words, lists and what titles mean. Which
// attributes count as what is decided once, by the launches to learn from.

import { isRead } from '#core/base/text/text-embeddings.ts';
import { ownValue } from '#core/base/lookup.ts';
import { listedItems, words } from '#core/base/text/split-words.ts';
import { measureOn, readMeasures, type MeasureScale } from '#core/import/values/read-measure.ts';
import type { ProductColumns } from '#core/launch/launch-table.ts';
import type { BasisAction } from '#core/model/features/action-basis.ts';

/** Labels with a place of their own; the last four are attributes. */
export const LABEL_PLACES = 8;
const MOST_ATTRIBUTES = 4;
/** Price, price ratio and ad spend come before facts. */
export const FACTS_FROM = 3;
export const MOST_FACTS = 5;
/** The network was trained on price ratios of this scale, as the action basis has it. */
const RATIO_SCALE = 5;
/** An attribute is a list where more of its known values than this have several items. */
const LISTS_FROM = 0.5;

/** How attributes are read. */
export interface AttributeReading {
  readonly labels: readonly string[];
  readonly lists: readonly string[];
  readonly facts: readonly { readonly name: string; readonly scale: MeasureScale }[];
}

/** One entry for each launch; '' and NaN are unknown. */
export interface KnownLaunches {
  readonly count: number;
  readonly day: Float64Array;
  /** Category, brand, channel, promotion, then attributes, [at most LABEL_PLACES][launches]. */
  readonly labels: readonly (readonly string[])[];
  /** ln list price, scaled ln price ratio, ln(1 + ad spend), then facts, [at most FACTS_FROM + MOST_FACTS][launches]. */
  readonly numbers: readonly Float64Array[];
  /** ln(1 + crowding). */
  readonly crowding: Float64Array;
  /** Words of titles, then lists such as tags, [1 + lists][launches][items]. */
  readonly bags: readonly (readonly (readonly string[])[])[];
  /** Embeddings of titles; null where none was read. */
  readonly meanings: readonly (Float32Array | null)[];
}

/** Decides how the attributes of these rows are read. */
export function readAttributesOf(
  columns: ProductColumns,
  rows: ArrayLike<number>,
): AttributeReading {
  const labels: string[] = [];
  const lists: string[] = [];
  const facts: { name: string; scale: MeasureScale }[] = [];
  for (const [name, column] of Object.entries(columns.attributes)) {
    const own = Array.from(rows, (row) => column[row]!);
    const filled = own.filter((value) => value !== '');
    const measures = readMeasures(own, '.');
    if (measures && facts.length < MOST_FACTS) facts.push({ name, scale: measures.scale });
    else if (
      filled.filter((value) => listedItems(value).length > 1).length >
      LISTS_FROM * filled.length
    )
      lists.push(name);
    else if (labels.length < MOST_ATTRIBUTES) labels.push(name);
  }
  return { labels, lists, facts };
}

/** Reads rows under actions, which are their own or planned ones. */
export function readLaunches(
  { labels, lists, facts }: AttributeReading,
  columns: ProductColumns,
  asked: readonly { readonly row: number; readonly action: BasisAction }[],
): KnownLaunches {
  const texts = (column: readonly string[] | undefined) =>
    asked.map(({ row }) => column?.[row] ?? '');
  const numbers = (of: (each: { row: number; action: BasisAction }) => number) =>
    Float64Array.from(asked, (each) => finiteOrNaN(of(each)));
  const attribute = (name: string) => texts(ownValue(columns.attributes, name));
  return {
    count: asked.length,
    day: Float64Array.from(asked, ({ action }) => action.day),
    labels: [
      texts(columns.category),
      texts(columns.brand),
      asked.map(({ action }) => action.channel),
      asked.map(({ action }) => action.promotion),
      ...labels.map(attribute),
    ],
    numbers: [
      numbers(({ row }) => Math.log(columns.listPrice[row]!)),
      numbers(({ action }) => RATIO_SCALE * Math.log(action.priceRatio)),
      numbers(({ action }) => Math.log1p(action.adSpend)),
      ...facts.map(({ name, scale }) =>
        Float64Array.from(attribute(name), (text) => measureOn(scale, text, '.')),
      ),
    ],
    crowding: numbers(({ action }) => Math.log1p(action.crowding)),
    bags: [
      asked.map(({ row }) => words(columns.title[row]!)),
      ...lists.map((name) => attribute(name).map(listedItems)),
    ],
    meanings: asked.map(({ row }) => {
      const embedding = columns.embeddings?.get(columns.title[row]!);
      return isRead(embedding) ? embedding : null;
    }),
  };
}

function finiteOrNaN(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
