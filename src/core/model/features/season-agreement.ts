// How well the market's season agreed with a shop's launches so far. A shop in its first year borrows it only where it did.

import { demandOn, type DemandIndex } from '#core/demand/series/category-demand.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';

export interface SeasonAgreement {
  /** By how much the log of units rose with the log of the market's demand: 1 is in full, 0 not at all. */
  readonly slope: number;
  readonly standardError: number;
}

/** A slope is nearer to a season that is the shop's, 1, than to one that is not, 0. */
const LEAST_SLOPE = 0.5;
/**
 * Standard errors by which a slope must be above 0. They take launches for independent, but those of a category share its season.
 * In simulations, a slope passes by chance in 5% of shops without a season, and in 26–31% if their season deviates by 0.3 on the log
 * scale and is unrelated. Most of these slopes are under the least one: 5–12% are borrowed.
 */
const LEAST_ERRORS = 1.64;
/** Rounds in which the means of each grouping are taken out. */
const ROUNDS = 10;

/**
 * Returns the table; where it borrows demand that did not agree with the launches at these row numbers, it has its own
 * demand instead, as without market files.
 */
export function withAgreedDemand(table: LaunchTable, rows: Uint32Array): LaunchTable {
  const { demand, ownDemand } = table;
  if (!demand?.isBorrowed) return table;
  const { slope, standardError } = seasonAgreement(table, demand, rows);
  if (slope >= Math.max(LEAST_SLOPE, LEAST_ERRORS * standardError)) return table;
  return { ...table, demand: ownDemand };
}

/**
 * Regresses log1p of units on demand, with fixed effects of category, channel, promotion and brand, and with price and ad spend.
 * These are taken out of both sides first (Frisch and Waugh 1933; means by alternating projections). Categories without demand are
 * left out. NaN where too few launches tell.
 */
export function seasonAgreement(
  table: LaunchTable,
  demand: DemandIndex,
  rows: Uint32Array,
): SeasonAgreement {
  const places = new Map(demand.series.map(({ category }, i) => [category, i]));
  const placeOf = (row: number) => places.get(table.category[row]!);
  const told = Array.from(rows).filter(
    (row) => Number.isFinite(table.units[row]) && placeOf(row) !== undefined,
  );
  const column = (valueOf: (row: number) => number) => Float64Array.from(told, valueOf);
  const groupings = [table.category, table.channel, table.promotion, table.brand].map((names) =>
    told.map((row) => names[row]!),
  );
  const x = column((row) => demandOn(demand, table.launchDay[row]!)[placeOf(row)!]!);
  const y = column((row) => Math.log1p(table.units[row]!));
  const controls = [
    column((row) => finiteLog(table.listPrice[row]!)),
    column((row) => finiteLog(1 + table.adSpend[row]!)),
  ];
  takeOutMeans([x, y, ...controls], groupings);
  takeOutControls([x, y], controls);
  const slope = dot(x, y) / dot(x, x);
  const residuals = y.map((value, i) => value - slope * x[i]!);
  const levels = groupings.reduce((count, names) => count + new Set(names).size - 1, 1);
  const free = told.length - levels - controls.length - 1;
  const variance = free > 0 ? dot(residuals, residuals) / free : NaN;
  return { slope, standardError: Math.sqrt(variance / dot(x, x)) };
}

/** What is not known counts as 1. */
function finiteLog(value: number): number {
  return value > 0 && value < Infinity ? Math.log(value) : 0;
}

function takeOutMeans(
  columns: readonly Float64Array[],
  groupings: readonly (readonly string[])[],
): void {
  for (let round = 0; round < ROUNDS; round++)
    for (const groups of groupings) for (const column of columns) takeOutMeansOf(column, groups);
}

function takeOutMeansOf(column: Float64Array, groups: readonly string[]): void {
  const sums = new Map<string, { total: number; count: number }>();
  column.forEach((value, i) => {
    const { total, count } = sums.get(groups[i]!) ?? { total: 0, count: 0 };
    sums.set(groups[i]!, { total: total + value, count: count + 1 });
  });
  column.forEach((value, i) => {
    const { total, count } = sums.get(groups[i]!)!;
    column[i] = value - total / count;
  });
}

/** Takes the controls out of the columns, one after the other, each without those before it (Gram and Schmidt). */
function takeOutControls(
  columns: readonly Float64Array[],
  controls: readonly Float64Array[],
): void {
  for (const [k, control] of controls.entries())
    for (const column of [...columns, ...controls.slice(k + 1)]) takeOut(column, control);
}

function takeOut(column: Float64Array, control: Float64Array): void {
  const size = dot(control, control);
  const share = size > 0 ? dot(column, control) / size : 0;
  column.forEach((value, i) => {
    column[i] = value - share * control[i]!;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, i) => total + value * b[i]!, 0);
}
