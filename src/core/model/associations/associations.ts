// What goes together in a shop: what is bought in one order, and what launches bring to other products. The first is an
// association, the second an effect; pages keep them apart.

import type { Day } from '#core/base/dates.ts';

export interface Associations {
  readonly orderCount: number;
  /** Orders with at least two products. */
  readonly basketCount: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** What groups stand for: the shop's categories, or themes of its titles where most products have no category. */
  readonly grouping: 'category' | 'theme';
  /** Pairs of products, strongest first; none with fewer than LEAST_COUNT orders. */
  readonly together: readonly BoughtTogether[];
  /** Pairs of groups, strongest first. */
  readonly groupsTogether: readonly BoughtTogether[];
  readonly halo: HaloStudy;
}

/** Counts of fewer orders, buyers or launches are not stored. */
export const LEAST_COUNT = 10;

/** Two products, or two groups, that are bought in one order more often than chance would have it. */
export interface BoughtTogether {
  /** Product IDs or names of groups; the one in more orders first. */
  readonly first: string;
  readonly second: string;
  /** Shown names: titles of products, names of groups. */
  readonly firstTitle: string;
  readonly secondTitle: string;
  /** Orders with both, with the first, with the second. */
  readonly both: number;
  readonly withFirst: number;
  readonly withSecond: number;
  /** How many times as often as independent purchases would have it: shrunk; with its 90% interval. */
  readonly lift: number;
  readonly low90: number;
  readonly high90: number;
  /** Of two products: what bundles need. Absent for groups. */
  readonly details?: PairDetails;
}

export interface PairDetails {
  readonly first: PairedProduct;
  readonly second: PairedProduct;
}

export interface PairedProduct {
  /** '' where not known. */
  readonly category: string;
  /** Median price that buyers paid; NaN where not known. */
  readonly price: number;
  /** Orders with the other product while this one was cut in price; absent where they are too few, or never. */
  readonly whileCut?: CutOrders;
}

export interface CutOrders {
  /** Median share taken off the price, 0–1. */
  readonly cut: number;
  /** Orders with the other product on such days, and those of them with both; below, on the other days. */
  readonly orders: number;
  readonly both: number;
  readonly usualOrders: number;
  readonly usualBoth: number;
}

export interface HaloStudy {
  /** Launches that were compared with weeks and groups without one. */
  readonly launchCount: number;
  /** Weeks over which an effect is counted. */
  readonly weeks: number;
  /** Effects that false discoveries leave standing, largest first. May be empty. */
  readonly effects: readonly HaloEffect[];
  /** Pairs of groups that were tested. */
  readonly testedPairs: number;
  /** Groups whose launches were tested, with their words. Absent in studies stored before it existed. */
  readonly launchedGroups?: readonly LaunchedGroup[];
}

/** By its words, a new product of another group is told which launched group it is most like. */
export interface LaunchedGroup {
  readonly name: string;
  readonly words: readonly WeightedWord[];
}

export interface WeightedWord {
  readonly word: string;
  /** Share of the group's launches with the word times its inverse document frequency; squares sum to at most 1. */
  readonly weight: number;
}

/** What a launch of one group changes in the sales of another group's products. */
export interface HaloEffect {
  readonly launched: string;
  readonly other: string;
  /** Extra units of the other group over `weeks` of the study, for each launch; negative where it takes sales. */
  readonly units: number;
  readonly low90: number;
  readonly high90: number;
  readonly launchCount: number;
  /** Median price of the other group's units; NaN where not known. */
  readonly otherPrice: number;
}
