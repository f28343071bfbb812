// How often forecasts and orders like a plan's were right on unseen launches, preferably those of its category.

import { median } from '#core/base/statistics/statistics.ts';
import { EIGHT_IN_TEN, wilsonInterval } from '#core/base/statistics/wilson.ts';
import { coverage, type RangeBasis } from '#core/model/blend/conformal-ranges.ts';
import { asCensored } from '#core/model/outcomes/censored-demand.ts';
import { demandAt, demandSpread } from '#core/planning/economics/demand.ts';
import type { Holdout } from './holdout.ts';

/** Fewest unseen launches of a category that are judged by themselves. */
const OWN_RECORD = 20;
/** Newest unseen launches of a channel that are counted, and the fewest that show anything. */
const LAST_OF_CHANNEL = 20;
const FEWEST_OF_CHANNEL = 10;
const PROMISED = 0.8;

export interface TrackRecord {
  /** Unseen launches behind it. */
  readonly count: number;
  /** Whether they are those of the category; otherwise of all categories. */
  readonly isOfCategory: boolean;
  /** Share inside their 80% range, 0–1, and the ends of the 80% interval of the true share (Wilson). */
  readonly inside: number;
  readonly low: number;
  readonly high: number;
  /**
   * Median absolute percentage error (MdAPE: Hyndman, Koehler 2006), as a share of what was sold; of a sold-out launch
   * at least that. null where the median launch sold nothing.
   */
  readonly medianError: number | null;
  /** What orders as bold as the plan's would have led to; null where the demand of none is known. */
  readonly orders: OrderRecord | null;
  /** The newest unseen launches on the plan's channel; null where they are few, or the plan names none. */
  readonly channel: ChannelRecord | null;
}

/** Launches on a channel, and how many of them ended inside their 80% range. */
export interface ChannelRecord {
  readonly name: string;
  readonly count: number;
  readonly inside: number;
}

/** Shares of launches, 0–1. */
export interface OrderRecord {
  readonly soldOut: number;
  /** More than half of the order left over. */
  readonly halfLeft: number;
}

interface JudgedPlan {
  readonly category: string;
  readonly channel: string | null;
  readonly orderShare: number;
}

/**
 * Returns the record of unseen launches, with their ranges drawn from earlier residuals only; null without launches.
 * @param orderShare share of cases, 0–1, that the plan's stock covers: 1 less the chance of selling out
 */
export function trackRecord(
  holdout: Holdout,
  { category, channel, orderShare }: JudgedPlan,
): TrackRecord | null {
  const every = [...holdout.category.keys()];
  const own = category === '' ? [] : every.filter((i) => holdout.category[i] === category);
  const isOfCategory = own.length >= OWN_RECORD;
  const launches = isOfCategory ? own : every;
  if (launches.length === 0) return null;
  const judged = judgedLaunches(holdout, launches);
  const { actual, predictedLog, soldOut } = judged;
  const inside = shareInside(judged);
  const [low, high] = wilsonInterval(inside, launches.length, EIGHT_IN_TEN);
  const predicted = asCensored(predictedLog.map(Math.expm1), actual, soldOut);
  const error = median(actual.map((units, i) => errorOf(predicted[i]!, units)));
  return {
    ...{ count: launches.length, isOfCategory, inside, low, high },
    medianError: Number.isFinite(error) ? error : null,
    orders: orderRecord(judged, orderShare),
    channel: channelRecord(holdout, channel),
  };
}

function errorOf(predicted: number, actual: number): number {
  return predicted === actual ? 0 : Math.abs(predicted - actual) / actual;
}

interface Judged extends RangeBasis {
  readonly actual: readonly number[];
  readonly predictedLog: Float64Array;
  readonly soldOut: readonly boolean[];
}

function judgedLaunches(holdout: Holdout, launches: readonly number[]): Judged {
  return {
    residuals: holdout.residuals,
    rangeWidth: holdout.rangeWidth,
    actual: launches.map((i) => holdout.actualUnits[i]!),
    predictedLog: Float64Array.from(launches, (i) => holdout.predictedLog[i]!),
    soldOut: launches.map((i) => holdout.soldOut[i]!),
  };
}

function shareInside({ actual, predictedLog, ...rest }: Judged): number {
  return coverage(actual, predictedLog, { ...rest, promisedFraction: PROMISED });
}

function channelRecord(holdout: Holdout, name: string | null): ChannelRecord | null {
  if (name === null) return null;
  const own = [...holdout.channel.keys()]
    .filter((i) => holdout.channel[i] === name)
    .sort((a, b) => holdout.launchDay[b]! - holdout.launchDay[a]!)
    .slice(0, LAST_OF_CHANNEL);
  const count = own.length;
  if (count < FEWEST_OF_CHANNEL) return null;
  return { name, count, inside: Math.round(count * shareInside(judgedLaunches(holdout, own))) };
}

/** A launch that sold out below the order shows nothing about it, because its demand is not known. */
function orderRecord(
  { residuals, rangeWidth, actual, predictedLog, soldOut }: Judged,
  orderShare: number,
): OrderRecord | null {
  const spread = demandSpread(residuals, rangeWidth);
  const orders = Array.from(predictedLog, (log) =>
    Math.max(1, Math.round(demandAt(spread, log, orderShare))),
  );
  const known = [...orders.keys()].filter((i) => !soldOut[i] || actual[i]! >= orders[i]!);
  if (known.length === 0) return null;
  const share = (is: (i: number) => boolean) => known.filter(is).length / known.length;
  return {
    soldOut: share((i) => actual[i]! >= orders[i]!),
    halfLeft: share((i) => actual[i]! < orders[i]! / 2),
  };
}
