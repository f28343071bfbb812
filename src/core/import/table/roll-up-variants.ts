// Merges rows that are sizes and colours of one product, launched on the same day in the same way, into one launch.
// Their sales are added up.

import { inCents } from '#core/base/cents.ts';
import { cellAt, type CodedColumn } from '../csv/coded-column.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { namedVariant } from '#core/base/text/variant-names.ts';
import { MONEY_FIELDS, type NumberFieldName } from '#core/launch/fields.ts';
import type { Mapping } from '../schema/mapping.ts';
import { finite, mean, median, sum } from '#core/base/statistics/statistics.ts';
import type { NumberColumns } from '../columns/read-columns.ts';

interface LaunchRows {
  readonly rows: TextRows;
  readonly mapping: Mapping;
  readonly titles: CodedColumn;
  readonly days: Float64Array;
  /** Further columns that must be equal in all rows of one launch. */
  readonly same: readonly CodedColumn[];
  readonly log: IssueLog;
}

/** Launches, each as the indices of its rows; the first one represents it. */
export interface RolledUp {
  readonly launches: readonly (readonly number[])[];
  /** For each launch, its title: for several variants, the common part of their names. */
  readonly titles: readonly string[];
}

/**
 * Groups the rows of variants into launches, and logs the groups.
 * @param chosen indices of the rows that can be learned from
 */
export function rollUpVariants(chosen: readonly number[], launchRows: LaunchRows): RolledUp {
  const { titles, mapping, rows, log } = launchRows;
  const named = titles.texts.map(namedVariant);
  const launches = groupsOf(chosen, named, launchRows);
  const several = launches.filter((group) => group.length > 1);
  const titleAt = (row: number) => cellAt(titles, row);
  const apart = { launches: chosen.map((row) => [row]), titles: chosen.map(titleAt) };
  if (several.length === 0) return apart;
  const column = mapping.fields.title ?? null;
  const finding = { kind: 'variant-rows', severity: 'info', field: 'title', column } as const;
  for (const [first, ...others] of several)
    for (const row of others)
      log.add(finding, rows.rowNumbers[row]!, `${titleAt(first!)} + ${titleAt(row)}`);
  if (!log.treats(finding, 'merge', true)) return apart;
  const titleOf = ([first, ...others]: readonly number[]): string => {
    const variant = named[titles.codes[first!]!];
    return others.length > 0 && variant ? variant.stem : titleAt(first!);
  };
  return { launches, titles: launches.map(titleOf) };
}

function groupsOf(
  chosen: readonly number[],
  named: readonly ReturnType<typeof namedVariant>[],
  { titles, days, same }: LaunchRows,
): number[][] {
  const groups = new Map<string, number[]>();
  for (const row of chosen) {
    const variant = named[titles.codes[row]!];
    const launch = variant && [variant.stem, days[row], ...same.map((cells) => cells.codes[row])];
    const key = launch ? JSON.stringify(launch) : String(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** Fields that are summed over variants. Prices and the like take the median, ratings the mean. */
const SUMMED: ReadonlySet<NumberFieldName> = new Set([
  ...(['units', 'orders', 'revenue', 'returns', 'impressions', 'clicks'] as const),
  ...(['adSpend', 'firstStock'] as const),
]);

/** Combines the numbers of rows in one launch at the index of its first row. */
export function addUpNumbers(
  numbers: NumberColumns,
  launches: RolledUp['launches'],
): NumberColumns {
  const several = launches.filter(({ length }) => length > 1);
  if (several.length === 0) return numbers;
  const added = Object.entries(numbers).map(([name, values]) => {
    const field = name as NumberFieldName;
    const copy = values.slice();
    for (const group of several) copy[group[0]!] = together(group, values, field);
    return [field, copy];
  });
  return Object.fromEntries(added) as NumberColumns;
}

/** Returns NaN if no row has a value. */
function together(group: readonly number[], values: Float64Array, field: NumberFieldName): number {
  const known = finite(group.map((row) => values[row]!));
  if (known.length === 0) return NaN;
  if (field === 'rating') return mean(known);
  const all = SUMMED.has(field) ? sum(known) : median(known);
  return MONEY_FIELDS.has(field) ? inCents(all) : all;
}

/**
 * Sums weekly units over the rows of each launch.
 * @param weeks by week, the values of all rows in the order of the launches
 */
export function addUpWeeks(
  weeks: readonly Float64Array[],
  launches: RolledUp['launches'],
): Float64Array[] {
  return weeks.map((week) => {
    let start = 0;
    return Float64Array.from(launches, ({ length }) => {
      const known = finite(week.subarray(start, (start += length)));
      return known.length > 0 ? sum(known) : NaN;
    });
  });
}
