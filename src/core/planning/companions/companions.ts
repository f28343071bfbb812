// Which products go with a new one: what is bought in one order with products like it. That is an association: launching
// the new product may not sell more of them.

import { words } from '#core/base/text/split-words.ts';
import { betaOf, betaQuantile } from '#core/base/statistics/beta-distribution.ts';
import type {
  Associations,
  BoughtTogether,
  CutOrders,
  PairedProduct,
} from '#core/model/associations/associations.ts';

/** A product that is bought with products like the new one. */
export interface Companion {
  readonly productId: string;
  readonly title: string;
  readonly category: string;
  /** Median price that buyers paid; NaN where not known. */
  readonly price: number;
  /** Share of the new product's orders that may have it, too, with its 80% range. */
  readonly attach: AttachShare;
  /** Alike products that it is bought with, their orders, and those of them that have it. */
  readonly alikeCount: number;
  readonly orders: number;
  readonly both: number;
  /** The same while it was cut in price; null where past orders do not show it. */
  readonly whileCut: CutOrders | null;
}

export interface AttachShare {
  readonly share: number;
  readonly low80: number;
  readonly high80: number;
}

/** Why no companion is known: nothing is bought together in enough orders, or nothing with products like this one. */
export type NoCompanions = 'no-pairs' | 'none-alike';

const MOST_COMPANIONS = 5;
/** Least cosine of the words of two titles, in one category and where a category is not known. */
const LEAST_LIKENESS = { within: 0.3, unknown: 0.5 };

/** Returns what goes with a product, the surest first, or why nothing is known to. */
export function companionsOf(
  { together, orderCount }: Pick<Associations, 'together' | 'orderCount'>,
  product: { readonly category: string; readonly title: string },
): readonly Companion[] | NoCompanions {
  if (together.length === 0) return 'no-pairs';
  const isAlike = alikeTo(together, product);
  const sides = together.flatMap((pair) => sidesOf(pair)).filter(({ own }) => isAlike(own));
  if (sides.length === 0) return 'none-alike';
  const alike = new Map(sides.map(({ own }) => [own.productId, own.orders]));
  const byCompanion = new Map<string, PairSide[]>();
  for (const side of sides) {
    const { productId } = side.other;
    byCompanion.set(productId, [...(byCompanion.get(productId) ?? []), side]);
  }
  return [...byCompanion.values()]
    .map((own) => companionOf(own, { alike, orderCount }))
    .sort((a, b) => b.attach.low80 - a.attach.low80)
    .slice(0, MOST_COMPANIONS);
}

interface PairSide {
  readonly own: PairMember;
  readonly other: PairMember;
  readonly both: number;
}

interface PairMember extends Partial<PairedProduct> {
  readonly productId: string;
  readonly title: string;
  readonly orders: number;
}

/** A pair, seen from each of its products. */
function sidesOf(pair: BoughtTogether): PairSide[] {
  const { first: firstId, second: secondId, firstTitle, secondTitle, details, both } = pair;
  const first = {
    ...{ productId: firstId, title: firstTitle, orders: pair.withFirst },
    ...details?.first,
  };
  const second = {
    ...{ productId: secondId, title: secondTitle, orders: pair.withSecond },
    ...details?.second,
  };
  return [
    { own: first, other: second, both },
    { own: second, other: first, both },
  ];
}

/** Returns whether a product is like another: by category, if known, and by words of the title that few titles have. */
function alikeTo(
  pairs: readonly BoughtTogether[],
  { category, title }: { readonly category: string; readonly title: string },
): (member: PairMember) => boolean {
  const titles = new Set(pairs.flatMap(({ firstTitle, secondTitle }) => [firstTitle, secondTitle]));
  const counts = new Map<string, number>();
  for (const each of titles)
    for (const word of words(each)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rarity = (word: string) => Math.log(1 + titles.size / (counts.get(word) ?? 1));
  const own = words(title);
  const length = (list: readonly string[]) => Math.hypot(...list.map(rarity));
  return (member) => {
    const known = member.category ?? '';
    if (known !== '' && category !== '' && known !== category) return false;
    const theirs = words(member.title);
    const shared = theirs.filter((word) => own.includes(word));
    const product = shared.reduce((all, word) => all + rarity(word) ** 2, 0);
    const likeness = product / (length(own) * length(theirs));
    return (
      likeness >= (known === '' || category === '' ? LEAST_LIKENESS.unknown : LEAST_LIKENESS.within)
    );
  };
}

interface Shop {
  /** Orders of each alike product. */
  readonly alike: ReadonlyMap<string, number>;
  readonly orderCount: number;
}

function companionOf(sides: readonly PairSide[], { alike, orderCount }: Shop): Companion {
  const [{ other }] = sides as readonly [PairSide, ...PairSide[]];
  const usual = Math.min(1, other.orders / Math.max(1, orderCount));
  const paired = new Map(sides.map(({ own, both }) => [own.productId, both]));
  // With alike products that are no known pair it is bought as often as with any.
  const counts = [...alike].map(([id, orders]) => ({
    orders,
    both: paired.get(id) ?? usual * orders,
  }));
  return {
    ...{ productId: other.productId, title: other.title, category: other.category ?? '' },
    price: other.price ?? NaN,
    attach: attachShare(counts, usual),
    alikeCount: sides.length,
    orders: sides.reduce((all, { own }) => all + own.orders, 0),
    both: sides.reduce((all, { both }) => all + both, 0),
    whileCut: joinedCuts(sides.flatMap(({ other: { whileCut } }) => whileCut ?? [])),
  };
}

/** How alike the shares of alike products are: an assumed concentration, as of 30 orders. */
const ALIKENESS = 30;
/** Orders of the shop as a whole that count as prior knowledge. */
const PRIOR_ORDERS = 2;

/**
 * Returns the share of orders of a new product that have a companion, from counts of alike ones. Their shares are beta
 * distributed with the concentration A around a mean μ; n orders of one tell as much of μ as n (1 + A) / (n + A) orders
 * of all, N in total. The new product's own share has the variance μ (1 − μ) (1 / (N + 1) + 1 / (A + 1)), at most that of
 * A = 1 for no orders at all.
 */
export function attachShare(
  counts: readonly { readonly orders: number; readonly both: number }[],
  usual: number,
): AttachShare {
  let [size, both] = [PRIOR_ORDERS, PRIOR_ORDERS * usual];
  for (const { orders, both: own } of counts) {
    if (orders === 0) continue;
    const counted = (orders * (1 + ALIKENESS)) / (orders + ALIKENESS);
    size += counted;
    both += counted * (own / orders);
  }
  const share = both / size;
  const spread = 1 / (size + 1) + 1 / (ALIKENESS + 1);
  const belief = betaOf(share, Math.max(1, 1 / spread - 1));
  return { share, low80: betaQuantile(belief, 0.1), high80: betaQuantile(belief, 0.9) };
}

function joinedCuts(cuts: readonly CutOrders[]): CutOrders | null {
  if (cuts.length === 0) return null;
  const total = (of: (each: CutOrders) => number) => cuts.reduce((all, each) => all + of(each), 0);
  const orders = total((each) => each.orders);
  return {
    cut: total((each) => each.cut * each.orders) / orders,
    orders,
    both: total((each) => each.both),
    usualOrders: total((each) => each.usualOrders),
    usualBoth: total((each) => each.usualBoth),
  };
}
