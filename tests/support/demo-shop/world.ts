// What differs between one demo shop and the next: how each category of this seed answers to the season, the channel, the
// promotion, the price and advertising. Products are drawn from the vocabulary, with a quality that no column shows.

import { type Random, seededRandom } from '#core/random.ts';
import { drawNormal, drawOne, drawWeighted } from './draws.ts';
import {
  BRAND_NAMES,
  CATEGORIES,
  CHANNELS,
  type Locale,
  type MaterialName,
  MATERIALS,
  PROMOTIONS,
  SETS,
  SINGLE,
  STYLES,
  type Style,
  THEMES,
  type ThemeName,
  type Words,
} from './vocabulary.ts';

export interface CategoryAnswer {
  readonly logReach: number;
  readonly bestLaunchWeek: number;
  readonly seasonStrength: number;
  readonly priceSensitivity: number;
  /** In the order of CHANNELS, on the log scale of reach. */
  readonly channelFit: readonly number[];
  /** Impressions that advertising can buy at most, in the order of CHANNELS. */
  readonly adReach: readonly number[];
  /** In the order of PROMOTIONS, on the log odds of buying. */
  readonly promotionPull: readonly number[];
  readonly clickLogOdds: number;
  readonly buyLogOdds: number;
}

export interface ShopWorld {
  readonly seed: number;
  readonly categories: readonly CategoryAnswer[];
  readonly brandFame: readonly number[];
}

export interface ShopProduct {
  readonly id: string;
  readonly title: Words;
  /** Index into CATEGORIES. */
  readonly category: number;
  readonly theme: ThemeName;
  readonly style: Style;
  readonly material: MaterialName;
  /** Index into BRAND_NAMES. */
  readonly brand: number;
  /** What buyers find such a product worth, whatever the seller asks. */
  readonly usualPrice: number;
  readonly listPrice: number;
  readonly unitCost: number;
  readonly hiddenQuality: number;
}

export function drawWorld(seed: number): ShopWorld {
  const random = stream(seed, 1);
  return {
    seed,
    categories: CATEGORIES.map((category) => ({
      logReach: 9.3 + 0.4 * drawNormal(random),
      bestLaunchWeek: category.bestLaunchWeek + 2 * drawNormal(random),
      seasonStrength: category.seasonStrength * (0.7 + 0.6 * random()),
      priceSensitivity: category.priceSensitivity * Math.exp(0.15 * drawNormal(random)),
      channelFit: CHANNELS.map(() => 0.5 * drawNormal(random)),
      adReach: CHANNELS.map(() => 3000 + 9000 * random()),
      promotionPull: PROMOTIONS.map(({ pull }) => pull * (0.2 + 2.4 * random())),
      clickLogOdds: -3.1 + 0.25 * drawNormal(random),
      buyLogOdds: -2.85 + 0.25 * drawNormal(random),
    })),
    brandFame: BRAND_NAMES.map(() => 0.3 * drawNormal(random)),
  };
}

/** Independent sequences of one seed, so that more of one thing does not change another. */
export function stream(seed: number, part: number): Random {
  return seededRandom(seed * 7919 + part * 104729);
}

export function drawProduct(random: Random, id: string): ShopProduct {
  const categoryIndex = Math.floor(random() * CATEGORIES.length);
  const category = CATEGORIES[categoryIndex]!;
  const theme = random() < 0.45 ? drawOne(random, category.themes) : 'plain';
  const style = drawOne(random, STYLES);
  const material = drawOne(random, category.materials);
  const noun = drawOne(random, category.nouns);
  const set = random() < 0.25 ? drawOne(random, SETS) : SINGLE;
  const usualPrice = noun.usualPrice * style.worth * Math.sqrt(set.size);
  const listPrice = roundToPence(usualPrice * Math.exp(0.15 * drawNormal(random)));
  return {
    id,
    title: composeTitle([
      drawWord(random, THEMES[theme].words),
      drawWord(random, style.words),
      MATERIALS[material].name,
      noun.name,
      set.name,
    ]),
    category: categoryIndex,
    theme,
    style,
    material,
    brand: Math.floor(random() * BRAND_NAMES.length),
    usualPrice,
    listPrice,
    unitCost: roundToPence(listPrice * (0.35 + 0.2 * random())),
    hiddenQuality: 0.3 * drawNormal(random),
  };
}

/** What the columns of a product tell about how much buyers like it. */
export function visibleQuality(world: ShopWorld, product: ShopProduct): number {
  const { style, material, brand } = product;
  return style.quality + MATERIALS[material].quality + 0.5 * world.brandFame[brand]!;
}

export function roundToPence(amount: number): number {
  return Math.round(amount * 100) / 100;
}

const WORD_WEIGHTS = [0.55, 0.3, 0.15];

function drawWord(random: Random, words: readonly Words[]): Words {
  return words[drawWeighted(random, WORD_WEIGHTS.slice(0, words.length))]!;
}

function composeTitle(parts: readonly Words[]): Words {
  const partsIn = (locale: Locale) => parts.map((part) => part[locale]).filter(Boolean);
  const chinese = partsIn('zh');
  const set = parts.at(-1)!.zh;
  return {
    en: partsIn('en').join(' '),
    zh: set ? `${chinese.slice(0, -1).join('')} ${set}` : chinese.join(''),
  };
}
