// Shops whose truth is known and whose history misleads. In some kinds, hidden quality that the merchandiser knew
// decided a product's channel, price or ad spend. In others, an offer was only made in one season, or the market
// changed late. All kinds share the same form of truth.

import { type Day, dayFromCalendar, WEEKS_PER_YEAR, weekOfYear } from '#core/base/dates.ts';
import { type Random, seededRandom } from '#core/base/random.ts';
import { drawNormal, drawOne } from '../../support/demo-shop/draws.ts';

export const WORLD_KINDS = [
  /** Nothing misleads: titles show what buyers like. */
  'readable',
  /** Good products went to the worst channel. */
  'hidden-channel',
  /** Good products were advertised more, and advertising does nothing. */
  'hidden-spend',
  /** Good products have higher launch prices; demand falls by 3% for each 1% of price. */
  'hidden-price',
  /** Promotions do nothing. The deepest one was made in December, when sales are high anyway. */
  'promotion-season',
  /** In the last 15% of launches, the best channels become the worst and demand falls. */
  'regime',
] as const;
export type WorldKind = (typeof WORLD_KINDS)[number];

/** How strongly the history misleads, 0–1. */
export const STRENGTHS = { faint: 1 / 3, half: 2 / 3, full: 1 } as const;
export type Strength = keyof typeof STRENGTHS;

export interface WorldOptions {
  readonly kind: WorldKind;
  readonly strength: Strength;
  readonly seed: number;
}

export const CHANNELS = [
  { name: 'marketplace', fee: 0.15, familiarity: 1 },
  { name: 'own store', fee: 0.03, familiarity: 0.6 },
  { name: 'social', fee: 0.05, familiarity: 0.2 },
  { name: 'search', fee: 0.06, familiarity: 0 },
  { name: 'influencer', fee: 0.12, familiarity: -0.3 },
] as const;

export const PROMOTIONS = [
  { name: 'none', discount: 0, pull: 0, fondness: 0.6 },
  { name: '10% off', discount: 0.1, pull: 0.08, fondness: 0.3 },
  { name: 'gift', discount: 0.05, pull: 0.1, fondness: 0 },
  { name: '20% off', discount: 0.2, pull: 0.15, fondness: 0 },
] as const;
/** Index of the promotion that a misleading history makes in December only. */
export const DEEPEST = 3;

const STYLES = [
  ['oak', 0.3],
  ['rustic', 0.1],
  ['modern', 0.2],
  ['vintage', 0.35],
  ['plain', -0.4],
  ['neon', -0.5],
  ['handmade', 0.45],
  ['budget', -0.5],
] as const;
const CATEGORIES = [
  ['Lighting', ['lamp', 'lantern', 'candle holder', 'shade']],
  ['Kitchen', ['mug', 'bowl', 'jar', 'tray']],
  ['Garden', ['planter', 'bird feeder', 'watering can', 'bench']],
  ['Textiles', ['throw', 'cushion', 'rug', 'towel']],
  ['Toys', ['puzzle', 'kite', 'train', 'doll']],
] as const;
const MATERIALS = ['wood', 'glass', 'linen', 'steel'];
const BRANDS = ['Ash', 'Birch', 'Cedar', 'Dune'];

export interface WorldProduct {
  readonly id: string;
  readonly title: string;
  /** Index into the categories. */
  readonly category: number;
  readonly categoryName: string;
  readonly brand: string;
  readonly material: string;
  readonly listPrice: number;
  readonly unitCost: number;
  /** Quality that the columns show, on the log scale of units. */
  readonly readableQuality: number;
}

export interface WorldAction {
  readonly day: Day;
  /** Index into `CHANNELS`; `promotion` is an index into `PROMOTIONS`. */
  readonly channel: number;
  readonly promotion: number;
  /** Launch price before the promotion, as a multiple of the list price. */
  readonly tag: number;
  readonly adSpend: number;
}

interface CategoryAnswer {
  readonly logReach: number;
  readonly bestWeek: number;
  readonly season: number;
  readonly channelFit: readonly number[];
  /** Factors on the pull of each promotion. */
  readonly promotionPull: readonly number[];
  readonly elasticity: number;
}

export interface MisleadingWorld extends WorldOptions {
  readonly categories: readonly CategoryAnswer[];
  readonly styleQuality: readonly number[];
  readonly materialQuality: readonly number[];
  /** Standard deviation of the quality that no column shows, on the log scale of units. */
  readonly hiddenDeviation: number;
  /** Elasticity of impressions with respect to ad spend plus half of the usual spend. */
  readonly adElasticity: number;
  /** Index of the channel that fits all categories together worst. */
  readonly worstChannel: number;
}

export const FIRST_DAY = dayFromCalendar(2023, 1, 1);
export const LAST_DAY = dayFromCalendar(2025, 12, 31);
/** Share of the history after which a `regime` world has changed. */
export const TURN = 0.85;
export const PLAN_YEAR = 2026;

const USUAL_SPEND = 40;

/** Draws the world of a seed. */
export function misleadingWorld(options: WorldOptions): MisleadingWorld {
  const random = seededRandom(options.seed * 7919 + 17);
  const { kind } = options;
  const isMisled = kind.startsWith('hidden');
  const elasticityOf = () => (kind === 'hidden-price' ? 3 : 1.5 + random());
  const categories = CATEGORIES.map(() => ({
    logReach: 9.6 + 0.4 * drawNormal(random),
    bestWeek: Math.floor(random() * WEEKS_PER_YEAR),
    season: 0.2 + 0.4 * random(),
    channelFit: CHANNELS.map(() => 0.5 * drawNormal(random)),
    promotionPull: PROMOTIONS.map(() => (kind === 'promotion-season' ? 0 : 0.5 + 2 * random())),
    elasticity: elasticityOf(),
  }));
  const fits = CHANNELS.map((_, channel) =>
    categories.reduce((all, { channelFit }) => all + channelFit[channel]!, 0),
  );
  return {
    ...options,
    categories,
    styleQuality: STYLES.map(([, quality]) => quality * (0.7 + 0.6 * random())),
    materialQuality: MATERIALS.map(() => 0.2 * drawNormal(random)),
    hiddenDeviation: isMisled ? 0.5 : 0.3,
    adElasticity: kind === 'hidden-spend' ? 0 : 0.12,
    worstChannel: fits.indexOf(Math.min(...fits)),
  };
}

export function drawProduct(world: MisleadingWorld, random: Random, id: string): WorldProduct {
  const category = Math.floor(random() * CATEGORIES.length);
  const style = Math.floor(random() * STYLES.length);
  const material = Math.floor(random() * MATERIALS.length);
  const [categoryName, nouns] = CATEGORIES[category]!;
  const listPrice = Math.round(25 * Math.exp(0.4 * drawNormal(random))) - 0.01;
  return {
    id,
    title: `${STYLES[style]![0]} ${MATERIALS[material]!} ${drawOne(random, nouns)}`,
    ...{ category, categoryName, listPrice },
    brand: drawOne(random, BRANDS),
    material: MATERIALS[material]!,
    unitCost: Math.round(100 * listPrice * (0.4 + 0.25 * random())) / 100,
    readableQuality: world.styleQuality[style]! + world.materialQuality[material]!,
  };
}

export interface ExpectedLaunch {
  readonly impressions: number;
  readonly clickRate: number;
  readonly conversion: number;
  /** Price that buyers pay for a unit. */
  readonly price: number;
}

/**
 * Returns the expected funnel of a launch, averaged over luck.
 * `hidden` is the quality that no column shows, on the log scale of units.
 * `isAfterTurn` says whether a `regime` world has changed.
 */
export function expectedLaunch(
  world: MisleadingWorld,
  product: WorldProduct,
  given: {
    readonly action: WorldAction;
    readonly hidden: number;
    readonly isAfterTurn: boolean;
  },
): ExpectedLaunch {
  const { action, hidden, isAfterTurn } = given;
  const answer = world.categories[product.category]!;
  const { discount, pull } = PROMOTIONS[action.promotion]!;
  const ratio = action.tag * (1 - discount);
  const hasTurned = world.kind === 'regime' && isAfterTurn;
  const turned = hasTurned ? -2 * STRENGTHS[world.strength] : 0;
  const fall = hasTurned ? 0.5 * STRENGTHS[world.strength] : 0;
  const fit = (1 + turned) * answer.channelFit[action.channel]!;
  const ads = world.adElasticity * Math.log((USUAL_SPEND / 2 + action.adSpend) / USUAL_SPEND);
  const quality = product.readableQuality + hidden;
  return {
    impressions: Math.exp(answer.logReach + fit + seasonOf(world, answer, action.day) + ads - fall),
    clickRate: sigmoid(-3 + 0.4 * quality),
    conversion: sigmoid(
      -2.8 +
        0.6 * quality +
        pull * answer.promotionPull[action.promotion]! -
        answer.elasticity * Math.log(ratio),
    ),
    price: Math.round(100 * product.listPrice * ratio) / 100,
  };
}

const DECEMBER_WEEK = 49;

function seasonOf({ kind }: MisleadingWorld, { bestWeek, season }: CategoryAnswer, day: Day) {
  const week = weekOfYear(day);
  const turn = (2 * Math.PI * (week - bestWeek)) / WEEKS_PER_YEAR;
  const apart = Math.abs(week - DECEMBER_WEEK);
  const lift = kind === 'promotion-season' ? 1 : 0.4;
  return season * Math.cos(turn) + lift * Math.exp(-0.5 * (apart / 2) ** 2);
}

export function isDecember(day: Day): boolean {
  return weekOfYear(day) >= DECEMBER_WEEK - 2;
}

function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
