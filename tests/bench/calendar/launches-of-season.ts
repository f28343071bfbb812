import { seededRandom } from '#core/base/random.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { optionOfPlacement } from '#core/season/offers/placed-option.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import type { SeasonLimits } from '#core/season/offers/season-limits.ts';
import { optionsAt, type SeasonOption } from '#core/season/offers/season-option.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { isInSeason } from '#core/season/offers/season-limits.ts';
import type { TrueLaunch } from './season-truth.ts';

/** Returns the launches of a calendar, each with its product and its action. */
export function launchesOf(
  offers: SeasonOffers,
  products: readonly NewProduct[],
  placements: readonly Placement[],
): TrueLaunch[] {
  return placements.map((placement) => ({
    product: products.find(({ id }) => id === placement.productId)!,
    action: actionOf(offers, optionOfPlacement(offers, placement)!),
  }));
}

/** Returns the launch action of a season's option. */
export function actionOf(offers: SeasonOffers, option: SeasonOption): LaunchAction {
  return {
    launchDay: offers.weeks[option.week]!,
    channel: offers.channels[option.channel]!.name,
    promotion: offers.promotions[option.promotion]!.name,
    priceFactor: option.priceFactor,
    salePrice: option.money.revenue,
    adSpend: option.adSpend,
    stockUnits: option.stockUnits,
  };
}

/** Shares of channels and promotions in the world's history. */
const HABIT = { channel: [0.36, 0.24, 0.17, 0.13, 0.1], promotion: [0.33, 0.22, 0.18, 0.12, 0.15] };

/**
 * Draws a calendar as the merchandiser (the baseline policy) would make it. Products come in random order. Each takes a
 * random open week, and a usual channel and promotion at list price. Its stock is the best one there by the forecasts.
 * Launches for which the limits have no room are skipped.
 */
export function habitSeason(
  offers: SeasonOffers,
  products: readonly NewProduct[],
  { limits, seed }: { readonly limits: SeasonLimits; readonly seed: number },
): TrueLaunch[] {
  const random = seededRandom(seed);
  const open = offers.weeks.flatMap((week, place) =>
    isInSeason(limits, week) && !limits.closedWeeks.includes(week) ? [place] : [],
  );
  const launches = new Map<number, number>();
  let [ads, stock] = [limits.adBudget ?? Infinity, limits.stockBudget ?? Infinity];
  const order = [...products.keys()].sort(() => random() - 0.5);
  const made: TrueLaunch[] = [];
  for (const i of order) {
    const week = open[Math.floor(random() * open.length)]!;
    const channel = drawn(HABIT.channel, random);
    const promotion = drawn(HABIT.promotion, random);
    const option = optionsAt(offers, offers.products[i]!, {
      ...{ week, channel, isAdLimited: false, isStockLimited: false },
    })[0];
    if (!option || (launches.get(week) ?? 0) >= (limits.mostPerWeek ?? Infinity)) continue;
    if (option.adSpend > ads || option.stockCost > stock) continue;
    launches.set(week, (launches.get(week) ?? 0) + 1);
    ads -= option.adSpend;
    stock -= option.stockCost;
    const usual = { ...option, promotion, priceFactor: 1 };
    made.push({ product: products[i]!, action: actionOf(offers, usual) });
  }
  return made;
}

function drawn(shares: readonly number[], random: () => number): number {
  let left = random();
  const found = shares.findIndex((share) => (left -= share) < 0);
  return found < 0 ? shares.length - 1 : found;
}
