// Draws what differs between demo shops: how a seed's categories respond to season, channel, promotion, price and
// advertising. Products are drawn from the words of the trade, with a quality that no column shows.

import { type Random, seededRandom } from '#core/base/random.ts';
import { drawNormal, drawOne, drawWeighted } from './draws.ts';
import { PLAIN, roundToPence, type ShopTrade, type Style } from './trade.ts';

export interface CategoryAnswer {
  readonly logReach: number;
  readonly bestLaunchWeek: number;
  readonly seasonStrength: number;
  readonly priceSensitivity: number;
  /** In the order of the trade's channels, on the log scale of reach. */
  readonly channelFit: readonly number[];
  /** Most impressions that advertising can buy, in the order of the channels. */
  readonly adReach: readonly number[];
  /** In the order of the promotions, on the log odds of buying. */
  readonly promotionPull: readonly number[];
  /** In the order of the festivals, on the log scale of reach. */
  readonly festivalLift: readonly number[];
  readonly clickLogOdds: number;
  readonly buyLogOdds: number;
}

export interface ShopWorld {
  readonly seed: number;
  readonly trade: ShopTrade;
  readonly categories: readonly CategoryAnswer[];
  readonly brandFame: readonly number[];
}

export interface ShopProduct {
  readonly id: string;
  readonly title: string;
  /** Index into the trade's categories. */
  readonly category: number;
  readonly theme: string;
  readonly style: Style;
  readonly material: string;
  /** Index into the trade's brands. */
  readonly brand: number;
  /** Worth of such a product to buyers, whatever the seller asks. */
  readonly usualPrice: number;
  readonly listPrice: number;
  readonly unitCost: number;
  readonly hiddenQuality: number;
}

/** Standard deviation of the quality that no column shows. */
export const HIDDEN_DEVIATION = 0.3;

interface DrawnProduct {
  readonly trade: ShopTrade;
  readonly id: string;
}

export function drawWorld(seed: number, trade: ShopTrade): ShopWorld {
  const random = stream(seed, 1);
  const ofFestivals = stream(seed, 4);
  const { channels, promotions, festivals } = trade;
  return {
    seed,
    trade,
    categories: trade.categories.map((category) => ({
      logReach: 9.3 + 0.4 * drawNormal(random),
      bestLaunchWeek: category.bestLaunchWeek + 2 * drawNormal(random),
      seasonStrength: category.seasonStrength * (0.7 + 0.6 * random()),
      priceSensitivity: category.priceSensitivity * Math.exp(0.15 * drawNormal(random)),
      channelFit: channels.map(() => 0.5 * drawNormal(random)),
      adReach: channels.map(() => 3000 + 9000 * random()),
      promotionPull: promotions.map(({ pull }) => pull * (0.2 + 2.4 * random())),
      clickLogOdds: -3.1 + 0.25 * drawNormal(random),
      buyLogOdds: -2.85 + 0.25 * drawNormal(random),
      festivalLift: festivals.map(({ lift }) => lift * (3 * ofFestivals() - 1)),
    })),
    brandFame: trade.brands.map(() => 0.3 * drawNormal(random)),
  };
}

/** Returns an independent random sequence for each part of a seed, so that more of one part does not change another. */
export function stream(seed: number, part: number): Random {
  return seededRandom(seed * 7919 + part * 104729);
}

const SINGLE = { size: 1, name: '' };

export function drawProduct(random: Random, { trade, id }: DrawnProduct): ShopProduct {
  const { categories, styles, sets, themes } = trade;
  const categoryIndex = Math.floor(random() * categories.length);
  const category = categories[categoryIndex]!;
  const theme = random() < 0.45 ? drawOne(random, category.themes) : PLAIN;
  const style = drawOne(random, styles);
  const material = drawOne(random, category.materials);
  const noun = drawOne(random, category.nouns);
  const set = random() < 0.25 ? drawOne(random, sets) : SINGLE;
  const usualPrice = noun.usualPrice * style.worth * Math.sqrt(set.size);
  const listPrice = trade.listPriceOf(usualPrice * Math.exp(0.15 * drawNormal(random)));
  return {
    id,
    title: trade.titleOf({
      theme: drawWord(random, themes[theme]!.words),
      style: drawWord(random, style.words),
      material: trade.materials[material]!.name,
      noun: noun.name,
      set: set.name,
    }),
    category: categoryIndex,
    theme,
    style,
    material,
    brand: Math.floor(random() * trade.brands.length),
    usualPrice,
    listPrice,
    unitCost: roundToPence(listPrice * (0.35 + 0.2 * random())),
    hiddenQuality: HIDDEN_DEVIATION * drawNormal(random),
  };
}

/** Returns the quality of a product that its columns show. */
export function visibleQuality(world: ShopWorld, product: ShopProduct): number {
  const { style, material, brand } = product;
  const { quality } = world.trade.materials[material]!;
  return style.quality + quality + 0.5 * world.brandFame[brand]!;
}

const WORD_WEIGHTS = [0.55, 0.3, 0.15];

function drawWord(random: Random, words: readonly string[]): string {
  return words[drawWeighted(random, WORD_WEIGHTS.slice(0, words.length))]!;
}
