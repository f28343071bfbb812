// What the first reviews are worth to a reorder: launches of simulated shops, played week by week by the advice with their
// reviews and without. They must help where they tell of later weeks, and cost next to nothing where they do not.

import { adviseReorder } from '#core/ledger/reorder/reorder-advice.ts';
import { firstReviews } from '#core/ledger/correction/first-reviews.ts';
import { reorderHistory } from '#core/ledger/reorder/reorder-history.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { playLaunch, type Policy } from '../reorder/play-launch.ts';
import { weeklyLaunches } from '../../support/weekly-launches.ts';
import { reviewedLaunches, type ReviewedLaunch } from './review-world.ts';

const SIZES = [60, 150, 400];
const SHOPS = 6;
const PLAYED = 50;
/** log units of later weeks for one deviation of quality; the last tells nothing. */
const EFFECTS = [0.5, 0.2, 0];
const WEEKS = 8;
const LEAD_DAYS = 7;
const MARGIN = 0.5;
const LEFTOVER_LOSS = 0.3;
const LEAST_GAIN = 0.1;
const MOST_LOSS = 0.005;

/** Prints the figures of the part and returns the targets that it missed. */
export async function reorder(seed: number): Promise<readonly string[]> {
  const missed = EFFECTS.flatMap((effect) => judge(effect, seed));
  return Promise.resolve(missed);
}

function judge(effect: number, seed: number): string[] {
  const name = `effect ${effect}`;
  return SIZES.flatMap((launches) => {
    const shops = Array.from({ length: SHOPS }, (_, shop) =>
      costsOf(launches, { effect, seed: seed + 97 * shop + launches }),
    );
    const meanOf = (pick: (shop: Costs) => number): number => mean(shops.map(pick));
    const change = meanOf((shop) => shop.with) / meanOf((shop) => shop.without) - 1;
    console.log(
      `${name}, ${launches} launches: cost ${meanOf((shop) => shop.without).toFixed(2)} without, ` +
        `${meanOf((shop) => shop.with).toFixed(2)} with (${(100 * change).toFixed(1)}%); ` +
        `used in ${(100 * meanOf((shop) => shop.used)).toFixed(0)}% of weeks`,
    );
    const most = effect === EFFECTS[0] ? -LEAST_GAIN : MOST_LOSS;
    return change <= most ? [] : [`${name}, ${launches} launches: costs ${change} more`];
  });
}

interface Costs {
  readonly with: number;
  readonly without: number;
  /** Share of the weeks in which reviews are counted. */
  readonly used: number;
}

function costsOf(count: number, world: { readonly effect: number; readonly seed: number }): Costs {
  const all = reviewedLaunches(count + PLAYED, { weeks: WEEKS, ...world });
  const [past, later] = [all.slice(0, count), all.slice(count)];
  const lessons = Array.from({ length: WEEKS - 1 }, (_, week) =>
    reorderHistory(
      {
        table: weeklyLaunches(past.map(({ weeks }) => ({ weeks }))),
        forecastLogs: past.map(({ forecastLog }) => forecastLog),
        reviews: past.map(({ reviews }) => reviews),
      },
      { after: week + 1, leadTimeDays: LEAD_DAYS, lastWeek: WEEKS },
    ),
  );
  const policyOf =
    (own: ReviewedLaunch, isTold: boolean): Policy =>
    ({ week, ...seen }, { forecastLog, launchDay, category, price }) =>
      adviseReorder(
        lessons[week - 1]!,
        {
          ...{ ...seen, forecastLog, launchDay, category, listPrice: price },
          reviews: isTold ? firstReviews(own.reviews, week) : undefined,
        },
        {
          stock: { ...USUAL_STOCK_TERMS, leadTimeDays: LEAD_DAYS, leftoverLoss: LEFTOVER_LOSS },
          money: { margin: MARGIN, leftover: LEFTOVER_LOSS * (1 - MARGIN) },
          horizonDays: HORIZON_DAYS,
        },
      ).orderUnits;
  const costOf = (isTold: boolean): number =>
    mean(
      later.map((own) => {
        const { weeks, forecastLog } = own;
        const firstStock = Math.max(1, Math.round(Math.expm1(forecastLog) / 2));
        const about = { price: 1, launchDay: 0, category: '' };
        const played = { asked: weeks, firstStock, forecastLog, ...about };
        const { unmet, left } = playLaunch(played, policyOf(own, isTold));
        return MARGIN * unmet + LEFTOVER_LOSS * (1 - MARGIN) * left;
      }),
    );
  const used = lessons.filter(({ learnt }) => learnt?.reviews);
  return { with: costOf(true), without: costOf(false), used: used.length / lessons.length };
}
