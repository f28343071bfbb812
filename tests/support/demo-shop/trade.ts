// What a demo shop sells, where and when: its words, and the facts behind them that drive sales. One generator makes a
// shop of any trade. world.ts draws the numbers that differ between seeds around the figures here.

export interface Theme {
  /** Words of the theme, the most frequent first. */
  readonly words: readonly string[];
  /** Week of the year, 0–51, in which a launch reaches most buyers in its first four weeks. */
  readonly bestLaunchWeek: number;
  readonly widthWeeks: number;
  /** Size of the season on the log scale of reach. */
  readonly lift: number;
}

/** The theme of products that suit no season. */
export const PLAIN = 'plain';

/** A time when buyers come for anything on sale, such as 双11. */
export interface Festival extends Omit<Theme, 'words'> {
  readonly name: string;
  /** Share of the shop's launches that are put there. */
  readonly habitShare: number;
}

export interface Channel {
  readonly name: string;
  /** Share of the sale price that the channel keeps. */
  readonly fee: number;
  /** Ad spend at which advertising on it has brought about 63% of its reach. */
  readonly adScale: number;
  /** How often the merchandiser chooses it, on the log scale. */
  readonly familiarity: number;
  /** Ad spend as a multiple of the usual one. */
  readonly spendFactor: number;
}

export interface Promotion {
  readonly name: string;
  /** Share taken off the launch price. */
  readonly discount: number;
  readonly pull: number;
  /** Factor on units per order; above 1 for offers on several units. */
  readonly unitsPerOrderFactor: number;
  /** How often the merchandiser chooses it, on the log scale. */
  readonly fondness: number;
}

export interface Style {
  /** Words of the style; '' for none. */
  readonly words: readonly string[];
  readonly quality: number;
  /** Fit with each channel, in the trade's order, on the log scale of reach. */
  readonly channelLean: readonly number[];
  /** Factor on the usual price of such a product. */
  readonly worth: number;
  /** Factor on the category's price sensitivity. */
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
  /** The first one is no promotion. */
  readonly promotions: readonly Promotion[];
  readonly styles: readonly Style[];
  readonly materials: Readonly<Record<string, Material>>;
  readonly categories: readonly Category[];
  /** Numbers of units sold as one, and their names in titles. */
  readonly sets: readonly { readonly size: number; readonly name: string }[];
  readonly brands: readonly string[];
  /** Builds a title; some of the words are ''. */
  readonly titleOf: (words: TitleWords) => string;
  /** Rounds a worth as the shop's price tags do. */
  readonly listPriceOf: (worth: number) => number;
  /** Ad spend a launch at which plans are compared, close to what the merchandiser usually spends. */
  readonly plannedAdSpend: number;
}

/** Rounds to hundredths of the currency. */
export function roundToPence(amount: number): number {
  return Math.round(amount * 100) / 100;
}
