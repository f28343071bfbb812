// The fixed basis phi(action) whose coefficients the network learns for each product. Its columns: the constant 1;
// circular bumps and harmonics of the week; channel and promotion, one-hot; log price relative to list price; log ad
// spend; crowding; trend; proximity to sales events; demand of the product's category.

import { bump } from '#core/base/bump.ts';
import { type Day, WEEKS_PER_YEAR, weekOfYear } from '#core/base/dates.ts';
import { proximityIn, WINDOW_COUNT } from '#core/launch/events/event-proximity.ts';
import { eventsOf } from '#core/launch/events/market-events.ts';
import type { Market } from '#core/launch/events/markets.ts';
import type { EventId } from '#core/launch/events/selling-events.ts';
import { demandOn, type DemandIndex } from '#core/demand/series/category-demand.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { finite, mean, median } from '#core/base/statistics/statistics.ts';
import { columnCounts, type EventColumns } from './event-columns.ts';
import { fitLevels, type Levels } from './levels.ts';

const BUMP_EVERY_WEEKS = 2;
const BUMP_WIDTH_WEEKS = 2;
const BUMP_CENTRES = Array.from(
  { length: Math.ceil(WEEKS_PER_YEAR / BUMP_EVERY_WEEKS) },
  (_, i) => i * BUMP_EVERY_WEEKS,
);
const HARMONICS = 2;
const SEASON_COLUMNS = BUMP_CENTRES.length + 2 * HARMONICS;
/** Scale of the log price ratio: a discount of 20% moves its column by about one, as a one-hot column does. */
export const PRICE_RATIO_SCALE = 5;
const DAYS_PER_YEAR = 365.25;
/**
 * Years of history from which seasonality is learnt in full. With less, a season that came round fewer than twice
 * cannot be separated from the launches that fell into it, or from a trend. A shorter history gets no trend, and only
 * one weak annual wave for the season. WAPE on real giftware launches of twenty months: 1.02 (whole season basis), 0.85
 * (weak wave), 0.86 (category median).
 */
const SEASON_MIN_YEARS = 2;
const FAINT_SEASON = 0.15;
const LEVEL_LIMITS = { minCount: 3, maxLevels: 12 };

export interface ActionBasis {
  readonly channels: Levels;
  readonly promotions: Levels;
  readonly logSpendMean: number;
  /** Ad spend assumed for a launch without a figure and for a plan that names none. */
  readonly usualSpend: number;
  readonly logCrowdingMean: number;
  readonly firstDay: Day;
  /** The trend is not extrapolated beyond this day, the launch day of the last launch seen. */
  readonly lastDay: Day;
  /** Market and sales events, the same as in the product encoder. */
  readonly market: Market | null;
  readonly events: readonly EventId[];
  /** Demand of categories, the same as in the product encoder. Absent where nothing is known of it. */
  readonly demand?: DemandIndex | undefined;
}

/** One action; '' and NaN mean unknown. */
export interface BasisAction {
  readonly day: Day;
  readonly channel: string;
  readonly promotion: string;
  /** Sale price over list price, promotion included. */
  readonly priceRatio: number;
  readonly adSpend: number;
  /** The shop's own launches of the category in the days before; NaN counts as the usual number. */
  readonly crowding: number;
}

/** Fits the levels, means and date range of the basis to the launches at these row numbers. */
export function fitActionBasis(table: LaunchTable, rows: Uint32Array): ActionBasis {
  const pick = <T>(column: ArrayLike<T>): T[] => Array.from(rows, (row) => column[row]!);
  const spends = finite(pick(table.adSpend));
  const days = pick(table.launchDay);
  const market = table.events?.market ?? null;
  return {
    channels: fitLevels(pick(table.channel), LEVEL_LIMITS),
    promotions: fitLevels(pick(table.promotion), LEVEL_LIMITS),
    logSpendMean: meanLog1p(spends),
    usualSpend: spends.length > 0 ? median(spends) : NaN,
    logCrowdingMean: meanLog1p(pick(table.crowding)),
    firstDay: days.reduce((first, day) => Math.min(first, day), Infinity),
    lastDay: days.reduce((last, day) => Math.max(last, day), -Infinity),
    market,
    events: market ? eventsOf(market) : [],
    ...(table.demand && { demand: table.demand }),
  };
}

const NUMBER_COLUMNS = 4;

/** Returns the number of columns that base models learn coefficients for. Event columns count by window. */
export function basisCount(basis: ActionBasis): number {
  return sharedCount(basis) + columnCounts(eventColumns(basis)).byWindow;
}

/** Returns the numbers of the event columns, which come last. Events and windows are 0 without a market. */
export function eventColumns({ events, demand }: ActionBasis): EventColumns {
  return {
    ...{ events: events.length, windows: events.length > 0 ? WINDOW_COUNT : 0 },
    series: demand?.series.length ?? 0,
  };
}

/** Returns the number of columns that are the same for every product. */
export function sharedCount({ channels, promotions }: ActionBasis): number {
  return 1 + SEASON_COLUMNS + channels.length + promotions.length + NUMBER_COLUMNS;
}

/** Returns the column indexes of price and ad spend. */
export function numberColumnsAt(basis: ActionBasis): {
  readonly price: number;
  readonly spend: number;
} {
  const first = sharedCount(basis) - NUMBER_COLUMNS;
  return { price: first, spend: first + 1 };
}

/**
 * Returns the first column and the number of columns of channel, promotion, price and ad spend, which are contiguous.
 */
export function choiceColumns(basis: ActionBasis): {
  readonly firstAction: number;
  readonly actionCount: number;
} {
  const firstAction = 1 + SEASON_COLUMNS;
  return { firstAction, actionCount: numberColumnsAt(basis).spend + 1 - firstAction };
}

/**
 * Returns the group of each column: 0 constant, 1 season, 2 channel, 3 promotion, 4 price, 5 spend, 6 crowding, 7
 * trend, 8 events, 9 demand.
 */
export function basisGroups(basis: ActionBasis): number[] {
  const columns = (count: number, group: number) => Array.from({ length: count }, () => group);
  return [
    0,
    ...columns(SEASON_COLUMNS, 1),
    ...columns(basis.channels.length, 2),
    ...columns(basis.promotions.length, 3),
    4,
    5,
    6,
    7,
    ...columns(eventColumns(basis).windows, 8),
    ...columns(basis.demand ? 1 : 0, 9),
  ];
}

/** Returns the encoded actions, [count × columns], row-major. Event columns are by event (see `event-columns.ts`). */
export function encodeActions(
  basis: ActionBasis,
  count: number,
  actionAt: (i: number) => BasisAction,
): Float32Array {
  const form = eventColumns(basis);
  const shared = sharedCount(basis);
  const width = shared + columnCounts(form).byEvent;
  const proximity = basis.market && proximityIn(basis.market, basis.events);
  const encoded = new Float32Array(count * width);
  const seasons = hasSeasons(basis) ? WEEK_COLUMNS : FAINT_WEEK_COLUMNS;
  for (let i = 0; i < count; i++) {
    const action = actionAt(i);
    const out = encoded.subarray(i * width, (i + 1) * width);
    out[0] = 1;
    out.set(seasons[weekOfYear(action.day)]!, 1);
    const channels = 1 + SEASON_COLUMNS;
    const promotions = channels + basis.channels.length;
    setLevel(out, channels, basis.channels.indexOf(action.channel));
    setLevel(out, promotions, basis.promotions.indexOf(action.promotion));
    out.set(numberColumns(basis, action), promotions + basis.promotions.length);
    if (proximity) out.set(proximity(action.day), shared);
    if (basis.demand) out.set(demandOn(basis.demand, action.day), width - form.series);
  }
  return encoded;
}

/** Returns the action that past launch `row` really had. */
export function pastAction(table: LaunchTable, row: number): BasisAction {
  return {
    day: table.launchDay[row]!,
    channel: table.channel[row]!,
    promotion: table.promotion[row]!,
    priceRatio: table.salePrice[row]! / table.listPrice[row]!,
    adSpend: table.adSpend[row]!,
    crowding: table.crowding[row]!,
  };
}

function numberColumns(basis: ActionBasis, action: BasisAction): number[] {
  const logRatio = Math.log(action.priceRatio);
  const day = Math.min(basis.lastDay, Math.max(basis.firstDay, action.day));
  const middle = (basis.firstDay + basis.lastDay) / 2;
  return [
    Number.isFinite(logRatio) ? Math.max(-8, Math.min(8, logRatio * PRICE_RATIO_SCALE)) : 0,
    Number.isFinite(action.adSpend) ? Math.log1p(action.adSpend) - basis.logSpendMean : 0,
    Number.isFinite(action.crowding) ? Math.log1p(action.crowding) - basis.logCrowdingMean : 0,
    hasSeasons(basis) ? (day - middle) / DAYS_PER_YEAR : 0,
  ];
}

function meanLog1p(values: readonly number[]): number {
  return values.length > 0 ? mean(values.map((value) => Math.log1p(value))) : 0;
}

function hasSeasons({ firstDay, lastDay }: ActionBasis): boolean {
  return (lastDay - firstDay) / DAYS_PER_YEAR >= SEASON_MIN_YEARS;
}

function setLevel(out: Float32Array, offset: number, level: number): void {
  if (level >= 0) out[offset + level] = 1;
}

const WEEK_COLUMNS: readonly Float32Array[] = Array.from({ length: WEEKS_PER_YEAR }, (_, week) => {
  const angle = (2 * Math.PI * week) / WEEKS_PER_YEAR;
  const bumps = BUMP_CENTRES.map((centre) => {
    const apart = Math.abs(week - centre);
    const distance = Math.min(apart, WEEKS_PER_YEAR - apart);
    return bump(distance / BUMP_WIDTH_WEEKS);
  });
  const harmonics = Array.from({ length: HARMONICS }, (_, k) => [
    Math.sin((k + 1) * angle),
    Math.cos((k + 1) * angle),
  ]).flat();
  return Float32Array.from([...bumps, ...harmonics]);
});

const FIRST_WAVE = [BUMP_CENTRES.length, BUMP_CENTRES.length + 1];
const FAINT_WEEK_COLUMNS: readonly Float32Array[] = WEEK_COLUMNS.map((columns) =>
  columns.map((value, j) => (FIRST_WAVE.includes(j) ? FAINT_SEASON * value : 0)),
);
