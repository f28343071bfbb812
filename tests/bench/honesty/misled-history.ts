// Draws the launches of a misleading world: decided by its merchandiser, with random luck.

import { type Day, dayFromCalendar } from '#core/base/dates.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { type Random, seededRandom } from '#core/base/random.ts';
import {
  drawBinomial,
  drawGamma,
  drawNormal,
  drawPoisson,
  drawWeighted,
} from '../../support/demo-shop/draws.ts';
import { launchTable, type LaunchRow } from '../../support/launch-table.ts';
import {
  CHANNELS,
  DEEPEST,
  drawProduct,
  expectedLaunch,
  FIRST_DAY,
  isDecember,
  LAST_DAY,
  PLAN_YEAR,
  PROMOTIONS,
  STRENGTHS,
  TURN,
  type MisleadingWorld,
  type WorldAction,
  type WorldProduct,
} from './misleading-world.ts';

export interface MisledShop {
  readonly world: MisleadingWorld;
  readonly table: LaunchTable;
  readonly products: readonly WorldProduct[];
}

const NEW_PRODUCTS = 100;

/** Draws a shop with this many past launches and 100 new products, which do not depend on the number of launches. */
export function misledShop(world: MisleadingWorld, launches: number): MisledShop {
  const random = seededRandom(world.seed * 7919 + 71);
  // Half of the worlds record impressions and clicks.
  const hasFunnel = world.seed % 2 === 0;
  const rows = Array.from({ length: launches }, (_, i) =>
    pastLaunch(world, random, { id: `L${i + 1}`, share: i / launches, hasFunnel }),
  );
  const ofNew = seededRandom(world.seed * 7919 + 72);
  const products = Array.from({ length: NEW_PRODUCTS }, (_, i) =>
    drawProduct(world, ofNew, `N${i + 1}`),
  );
  return { world, table: launchTable(rows), products };
}

export function asNewProduct(product: WorldProduct): NewProduct {
  const { id, title, categoryName: category, brand, listPrice, unitCost, material } = product;
  return { id, title, category, brand, listPrice, unitCost, attributes: { material } };
}

function pastLaunch(
  world: MisleadingWorld,
  random: Random,
  given: { readonly id: string; readonly share: number; readonly hasFunnel: boolean },
): LaunchRow {
  const product = drawProduct(world, random, given.id);
  const hidden = world.hiddenDeviation * drawNormal(random);
  const day = Math.floor(FIRST_DAY + given.share * (LAST_DAY - FIRST_DAY));
  const action = habitualAction(world, random, { product, hidden, day });
  const isAfterTurn = given.share >= TURN;
  const { impressions, clicks, units, price } = drawLaunch(world, random, {
    ...{ product, action, hidden, isAfterTurn },
  });
  const { name: channel, fee: channelFee } = CHANNELS[action.channel]!;
  return {
    ...asNewProductRow(product),
    ...{ day: action.day, channel, promotion: PROMOTIONS[action.promotion]!.name },
    ...{ salePrice: price, adSpend: action.adSpend, channelFee, units },
    revenue: Math.round(100 * units * price) / 100,
    ...(given.hasFunnel ? { impressions, clicks, orders: units } : {}),
  };
}

function asNewProductRow(product: WorldProduct): LaunchRow {
  const { id, title, categoryName: category, brand, listPrice, unitCost, material } = product;
  return { productId: id, title, category, brand, material, listPrice, unitCost };
}

/**
 * Draws what the merchandiser would do, knowing the quality that no column shows. Without `day`, draws a day of the
 * planned year.
 */
export function habitualAction(
  world: MisleadingWorld,
  random: Random,
  given: { readonly product: WorldProduct; readonly hidden: number; readonly day?: Day },
): WorldAction {
  const { product, hidden } = given;
  const strength = STRENGTHS[world.strength];
  const known = world.hiddenDeviation > 0 ? hidden / world.hiddenDeviation : 0;
  const knows = (kind: MisleadingWorld['kind']) => (world.kind === kind ? strength * known : 0);
  const { channelFit } = world.categories[product.category]!;
  const channel = drawWeighted(
    random,
    CHANNELS.map(({ familiarity }, i) => {
      const misplaced = i === world.worstChannel ? 2 * knows('hidden-channel') : 0;
      return Math.exp(familiarity + 0.5 * channelFit[i]! + misplaced);
    }),
  );
  const promotion = drawWeighted(
    random,
    PROMOTIONS.map(({ fondness }) => Math.exp(fondness)),
  );
  const tag = Math.exp(0.08 * drawNormal(random) + 0.1 * knows('hidden-price'));
  const isAdvertised = random() < 0.85;
  const spend = Math.exp(3.8 + 0.7 * drawNormal(random) + 0.8 * knows('hidden-spend'));
  const day = given.day ?? dayFromCalendar(PLAN_YEAR, 1, 1) + Math.floor(364 * random());
  const moves = world.kind === 'promotion-season' && random() < strength;
  return {
    ...{ day, channel, tag },
    promotion: moves ? seasonalPromotion(promotion, day) : promotion,
    adSpend: isAdvertised ? Math.round(spend) : 0,
  };
}

/** Returns the deepest promotion in December, and never outside it. */
function seasonalPromotion(promotion: number, day: Day): number {
  if (isDecember(day)) return DEEPEST;
  return promotion === DEEPEST ? 0 : promotion;
}

export interface DrawnLaunch {
  readonly impressions: number;
  readonly clicks: number;
  readonly units: number;
  readonly price: number;
}

/** Draws the outcome of a launch. Impressions vary by 45% for unrecorded reasons, rates by an eighth. */
export function drawLaunch(
  world: MisleadingWorld,
  random: Random,
  given: {
    readonly product: WorldProduct;
    readonly action: WorldAction;
    readonly hidden: number;
    readonly isAfterTurn: boolean;
  },
): DrawnLaunch {
  const expected = expectedLaunch(world, given.product, given);
  const { price } = expected;
  const impressions = drawPoisson(random, expected.impressions * (drawGamma(random, 5) / 5));
  const jitter = () => Math.exp(0.12 * drawNormal(random));
  const clicks = drawBinomial(random, impressions, Math.min(1, expected.clickRate * jitter()));
  const units = drawBinomial(random, clicks, Math.min(1, expected.conversion * jitter()));
  return { impressions, clicks, units, price };
}
