// What a demo shop sells, where and when: its words with the plain facts behind them, since what a title says is what moves its sales.
// One generator makes a shop of any trade. Numbers that differ from one seed to the next are drawn in world.ts around the figures here.

export interface Theme {
  /** Commonest first: the later words are seen less often. */
  readonly words: readonly string[];
  /** Week of the year, 0–51, in which a launch reaches most buyers in its first four weeks. */
  readonly bestLaunchWeek: number;
  readonly widthWeeks: number;
  /** Size of the season on the log scale of reach. */
  readonly lift: number;
}

/** The theme of products for no season. */
export const PLAIN = 'plain';

/** A time when buyers come for whatever is on sale, such as 双11. */
export interface Festival extends Omit<Theme, 'words'> {
  readonly name: string;
  /** Of the shop's launches, how many are put there. */
  readonly habitShare: number;
}

export interface Channel {
  readonly name: string;
  /** Share of the sale price that the channel keeps. */
  readonly fee: number;
  /** How far advertising on it reaches. */
  readonly adScale: number;
  /** How often the merchandiser chooses it, on the log scale. */
  readonly familiarity: number;
  /** Times the usual ad spend. */
  readonly spendFactor: number;
}

export interface Promotion {
  readonly name: string;
  /** Off the price that the launch asks. */
  readonly discount: number;
  readonly pull: number;
  /** An offer for several pieces puts more of them into an order. */
  readonly unitsPerOrderFactor: number;
  /** How often the merchandiser chooses it, on the log scale. */
  readonly fondness: number;
}

export interface Style {
  /** '' where it says nothing. */
  readonly words: readonly string[];
  readonly quality: number;
  /** Fit with each channel, in their order, on the log scale of reach. */
  readonly channelLean: readonly number[];
  /** Times the usual price of such a product. */
  readonly worth: number;
  /** Times the category's price sensitivity. */
  readonly sensitivity: number;
}

export interface Material {
  readonly name: string;
  readonly quality: number;
}

export interface Category {
  readonly name: string;
  readonly nouns: readonly { readonly name: string; readonly usualPrice: number }[];
  /** Keys of the trade's materials. */
  readonly materials: readonly string[];
  /** Keys of the trade's themes. */
  readonly themes: readonly string[];
  readonly bestLaunchWeek: number;
  readonly seasonStrength: number;
  /** Fall of the log odds of buying when the price doubles its usual level. */
  readonly priceSensitivity: number;
  readonly unitsPerOrder: number;
}

export interface TitleWords {
  readonly theme: string;
  readonly style: string;
  readonly material: string;
  readonly noun: string;
  readonly set: string;
}

export interface ShopTrade {
  readonly themes: Readonly<Record<string, Theme>>;
  readonly festivals: readonly Festival[];
  readonly channels: readonly Channel[];
  /** No promotion first. */
  readonly promotions: readonly Promotion[];
  readonly styles: readonly Style[];
  readonly materials: Readonly<Record<string, Material>>;
  readonly categories: readonly Category[];
  /** How many pieces are sold as one, and what the title calls that. */
  readonly sets: readonly { readonly size: number; readonly name: string }[];
  readonly brands: readonly string[];
  /** Some of the words are ''. */
  readonly titleOf: (words: TitleWords) => string;
  /** As its price tags have it. */
  readonly listPriceOf: (worth: number) => number;
  /** Plans are compared at one budget a launch, close to what the merchandiser usually spends. */
  readonly plannedAdSpend: number;
}

/** To the hundredth of the currency. */
export function roundToPence(amount: number): number {
  return Math.round(amount * 100) / 100;
}
