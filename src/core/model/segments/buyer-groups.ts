// Groups of buyers that behave alike, and how sure they are.

export interface BuyerGroups {
  /** null where resamples of the buyers sort them differently, or there are too few. */
  readonly groups: readonly BuyerGroup[] | null;
  /** Mean adjusted Rand index of resamples with the groups; null where none was tried. */
  readonly agreement: number | null;
  readonly lack: GroupLack | null;
}

export type GroupLack = 'unstable' | 'few-buyers' | 'no-groups';

export const HABIT_KINDS = ['new', 'regular', 'bargain', 'lapsed'] as const;
export type HabitKind = (typeof HABIT_KINDS)[number];

/** What a group responds to best, by what it bought. */
export type BestOffer = 'discount' | 'early-access' | 'win-back' | 'second-order' | 'none';

/** Sums over at least LEAST_BUYERS buyers. */
export interface BuyerGroup {
  /** null for groups by what they buy. */
  readonly kind: HabitKind | null;
  /** What they buy more of than others, most first: categories or themes. Empty for kinds. */
  readonly about: readonly string[];
  readonly buyers: number;
  /** Of the sales to buyers who are told apart, 0–1; of lines where prices are not known. */
  readonly salesShare: number;
  /** Orders expected in the next 52 weeks; and their money, null where not known. */
  readonly ordersToCome: number;
  readonly valueToCome: number | null;
  /** Of lines whose discount is known; null without any. */
  readonly discountShare: number | null;
  /** Of lines: products in their first NEW_DAYS. */
  readonly newShare: number;
  /** The channel of most lines; null where files name none. */
  readonly channel: { readonly name: string; readonly share: number } | null;
  readonly offer: BestOffer;
}

/** Agreement of resamples from which groups are shown. */
export const LEAST_AGREEMENT = 0.8;
