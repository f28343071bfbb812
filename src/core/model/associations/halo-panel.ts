// Weekly sales of groups, made comparable: each week's units over what the products on sale in it would usually sell.
// Products count from the end of their own launch, so a launch never counts as sales of its group.

import { median } from '#core/base/statistics/statistics.ts';
import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import { NO_GROUP, type ProductGroups } from './groups.ts';

/** Returns the median ratio of all groups but two, [weeks], which few effects of launches can move. */
export type CommonWeeks = (one: number, other: number) => Float64Array;

export interface HaloPanel {
  readonly weekCount: number;
  /** Weeks that a launch counts for. */
  readonly windowWeeks: number;
  readonly groups: readonly PanelGroup[];
  readonly commonOf: CommonWeeks;
}

export interface PanelGroup {
  readonly name: string;
  /** [weeks] Units over `level`. */
  readonly ratio: Float64Array;
  /** [weeks] Units that its products on sale would sell in a usual week of the shop. */
  readonly level: Float64Array;
  /** [weeks] Launches that begin. */
  readonly launches: Uint16Array;
  /** Median price; NaN where no product has one. */
  readonly price: number;
}

/** Most groups that are compared, by units. */
const MOST_GROUPS = 40;
/** Least usual units a week of a group. */
const LEAST_LEVEL = 5;
const DAYS = 7;
const BULK = 20;

/** A product's weekly units from the first to the last week in which it counts. */
interface ProductLife {
  readonly group: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** [weeks] */
  readonly units: Float32Array;
}

/** Returns the weekly panel of the largest groups. Days after the last full week are left out. */
export function haloPanel(log: SalesLog, groups: ProductGroups, windowWeeks: number): HaloPanel {
  const weekCount = Math.floor((log.lastDay - log.firstDay + 1) / DAYS);
  const units = weeklyUnits(log, weekCount);
  const lives = livesOf(log, groups, { units, weekCount, windowWeeks });
  const season = usualSeason(lives, weekCount);
  const own = groups.names.map((): ProductLife[] => []);
  for (const life of lives) own[life.group]!.push(life);
  const facts = groupFacts(log, groups, weekCount);
  const all = groups.names.map((name, group): PanelGroup => ({
    name,
    ...facts[group]!,
    ...groupSales(own[group]!, season),
  }));
  const size = ({ level }: PanelGroup): number => level.reduce((total, each) => total + each, 0);
  const large = all.filter(({ level }) => level.every((each) => each >= LEAST_LEVEL));
  const chosen = large.sort((a, b) => size(b) - size(a)).slice(0, MOST_GROUPS);
  return { weekCount, windowWeeks, groups: chosen, commonOf: commonWeeks(chosen) };
}

/** [products][weeks] A line counts at most BULK times what the product's lines usually hold: one order is no effect. */
function weeklyUnits(log: SalesLog, weekCount: number): Float32Array[] {
  const units = log.products.map(() => new Float32Array(weekCount));
  const most = mostUnits(log);
  for (let line = 0; line < log.product.length; line++) {
    const week = weekOf(log, log.day[line]!);
    const product = log.product[line]!;
    if (week < weekCount) units[product]![week]! += Math.min(log.units[line]!, most[product]!);
  }
  return units;
}

/** [products] */
function mostUnits(log: SalesLog): Float64Array {
  const lines = new Uint32Array(log.products.length + 1);
  for (const product of log.product) lines[product + 1]! += 1;
  for (let p = 0; p < log.products.length; p++) lines[p + 1]! += lines[p]!;
  const sorted = new Float64Array(log.product.length);
  const next = lines.slice();
  for (let line = 0; line < log.product.length; line++)
    sorted[next[log.product[line]!]!++] = log.units[line]!;
  return Float64Array.from(
    log.products,
    (_, p) => BULK * median(sorted.subarray(lines[p], lines[p + 1])),
  );
}

function weekOf({ firstDay }: SalesLog, day: number): number {
  return Math.floor((day - firstDay) / DAYS);
}

interface Lives {
  readonly units: readonly Float32Array[];
  readonly weekCount: number;
  readonly windowWeeks: number;
}

function livesOf(
  log: SalesLog,
  { groupOf }: ProductGroups,
  { units, weekCount, windowWeeks }: Lives,
): ProductLife[] {
  return log.products.flatMap((product, p) => {
    const own = units[p]!;
    const sold = own.findLastIndex((each) => each > 0) + 1;
    const launched = weekOf(log, product.firstDay) + windowWeeks;
    const from = product.isLaunch ? Math.max(0, launched) : 0;
    // A product that sold lately is still on sale.
    const to = sold > weekCount - windowWeeks ? weekCount : sold;
    return groupOf[p] === NO_GROUP || from >= to
      ? []
      : [{ group: groupOf[p]!, from, to, units: own }];
  });
}

const ROUNDS = 3;

/** Returns the shop's season, [weeks], as units over what products on sale usually sell; usual means over its weeks. */
function usualSeason(lives: readonly ProductLife[], weekCount: number): Float64Array {
  let season = new Float64Array(weekCount).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const [sold, usual] = [new Float64Array(weekCount), new Float64Array(weekCount)];
    for (const life of lives) {
      const level = usualUnits(life, season);
      for (let week = life.from; week < life.to; week++) {
        sold[week]! += life.units[week]!;
        usual[week]! += level;
      }
    }
    season = sold.map((units, week) => (usual[week]! > 0 ? units / usual[week]! : 1));
  }
  return season;
}

/** Returns the units of a product in a usual week, given the season of the weeks in which it counts. */
function usualUnits({ units, from, to }: ProductLife, season: Float64Array): number {
  let [sold, weeks] = [0, 0];
  for (let week = from; week < to; week++) {
    sold += units[week]!;
    weeks += season[week]!;
  }
  return weeks > 0 ? sold / weeks : 0;
}

/** Returns what a group sold and would usually have sold. */
function groupSales(
  lives: readonly ProductLife[],
  season: Float64Array,
): Pick<PanelGroup, 'ratio' | 'level'> {
  const [sold, level] = [new Float64Array(season.length), new Float64Array(season.length)];
  for (const life of lives) {
    const usual = usualUnits(life, season);
    for (let week = life.from; week < life.to; week++) {
      sold[week]! += life.units[week]!;
      level[week]! += usual;
    }
  }
  const ratio = sold.map((units, week) => (level[week]! > 0 ? units / level[week]! : 1));
  return { ratio, level };
}

function groupFacts(
  log: SalesLog,
  { names, groupOf }: ProductGroups,
  weekCount: number,
): Pick<PanelGroup, 'launches' | 'price'>[] {
  const launches = names.map(() => new Uint16Array(weekCount));
  const prices = names.map((): number[] => []);
  log.products.forEach(({ price, firstDay, isLaunch }, p) => {
    const group = groupOf[p]!;
    if (group === NO_GROUP) return;
    if (price > 0) prices[group]!.push(price);
    const week = weekOf(log, firstDay);
    if (isLaunch && week >= 0 && week < weekCount) launches[group]![week]! += 1;
  });
  return launches.map((own, group) => ({ launches: own, price: median(prices[group]!) }));
}

/** Ratios are of units to a group's level; each pair is worked out once. */
function commonWeeks(groups: readonly PanelGroup[]): CommonWeeks {
  const known = new Map<number, Float64Array>();
  return (one, other) => {
    const key = Math.min(one, other) * groups.length + Math.max(one, other);
    let common = known.get(key);
    if (!common) {
      const rest = groups.filter((_, group) => group !== one && group !== other);
      common = rest[0]!.ratio.map((_, week) => median(rest.map(({ ratio }) => ratio[week]!)));
      known.set(key, common);
    }
    return common;
  };
}
