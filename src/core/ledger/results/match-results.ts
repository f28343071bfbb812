// Matches the rows of a results table to adopted plans, by product ID, else by title. No row is dropped: it is matched,
// repeats or contradicts a matched row, is a launch of the history, belongs to no adopted plan, or is refused.

import type { Day } from '#core/base/dates.ts';
import { spellingKey } from '#core/base/text/split-words.ts';
import { isSameFacts, type ResultFacts } from '../entries/result.ts';
import { isStanding, type AdoptedPlan } from '../entries/adopted-plan.ts';

export type RowProblem = 'nameless' | 'no-units' | 'negative-units' | 'unreadable-units';

interface RowName {
  /** Row number as in a spreadsheet: the header is row 1. */
  readonly rowNumber: number;
  readonly productId: string;
  readonly title: string;
}

export interface ResultRow extends RowName {
  readonly facts: ResultFacts;
}

export interface RefusedRow extends RowName {
  readonly problem: RowProblem;
  /** The cell of units as it stands in the file. */
  readonly cell: string;
}

export interface MatchedRows {
  readonly entryId: number;
  /** First row of the launch, which counts. */
  readonly row: ResultRow;
  /** Rows that repeat it. */
  readonly repeats: readonly ResultRow[];
  /** Rows that contradict it, kept for the seller to choose. */
  readonly others: readonly ResultRow[];
}

export interface ResultsMatch {
  readonly matched: readonly MatchedRows[];
  /** Launches that the history already has and that match no adopted plan. */
  readonly inHistory: readonly ResultRow[];
  readonly unknown: readonly ResultRow[];
}

/** Launches of the history. */
export interface KnownLaunches {
  readonly productId: readonly string[];
  readonly title: readonly string[];
  readonly launchDay: ArrayLike<Day>;
}

/** Days by which a launch may be later or earlier than planned and still be the planned one. */
export const NEAR_DAYS = 60;

/** Matches every row to a standing adopted plan, to a launch of the history, or to neither. */
export function matchResults(
  rows: readonly ResultRow[],
  entries: readonly AdoptedPlan[],
  history: KnownLaunches,
): ResultsMatch {
  const entryOf = entryFinder(entries, daysOfHistory(history));
  const found = new Map<number, ResultRow[]>();
  const inHistory: ResultRow[] = [];
  const unknown: ResultRow[] = [];
  for (const row of rows.toSorted((a, b) => a.rowNumber - b.rowNumber)) {
    const entry = entryOf(row);
    if (typeof entry === 'number') found.set(entry, [...(found.get(entry) ?? []), row]);
    else (entry === 'in-history' ? inHistory : unknown).push(row);
  }
  const matched = [...found]
    .sort(([a], [b]) => a - b)
    .map(([entryId, [row, ...more]]): MatchedRows => {
      const repeats = more.filter(({ facts }) => isSameFacts(facts, row!.facts));
      return { entryId, row: row!, repeats, others: more.filter((one) => !repeats.includes(one)) };
    });
  return { matched, inHistory, unknown };
}

type Found = number | 'in-history' | 'unknown';

function entryFinder(
  entries: readonly AdoptedPlan[],
  historyDays: (row: RowName) => readonly Day[] | undefined,
): (row: ResultRow) => Found {
  const standing = entries.filter(isStanding);
  const byId = grouped(standing, ({ product }) => product.id);
  const byTitle = grouped(standing, ({ product }) => spellingKey(product.title));
  return (row) => {
    const known = historyDays(row);
    const candidates = named(row, byId, byTitle) ?? [];
    const nearest = nearestOf(candidates, row.facts.launchDay);
    if (!nearest) return known ? 'in-history' : 'unknown';
    const { launchDay } = row.facts;
    const isOther =
      launchDay !== null &&
      known?.includes(launchDay) &&
      distanceOf(nearest, launchDay) > NEAR_DAYS;
    return isOther ? 'in-history' : nearest.id;
  };
}

/** Returns the entry nearest to a day; without a day, the latest without a complete result, else the latest. */
function nearestOf(
  entries: readonly AdoptedPlan[],
  launchDay: Day | null,
): AdoptedPlan | undefined {
  const isOpen = ({ actual }: AdoptedPlan) => Number(actual === null || actual.isEarly);
  const order =
    launchDay === null
      ? (a: AdoptedPlan, b: AdoptedPlan) =>
          isOpen(b) - isOpen(a) || b.action.launchDay - a.action.launchDay || a.id - b.id
      : (a: AdoptedPlan, b: AdoptedPlan) =>
          distanceOf(a, launchDay) - distanceOf(b, launchDay) || a.id - b.id;
  return entries.toSorted(order)[0];
}

function distanceOf({ action, actual }: AdoptedPlan, day: Day): number {
  return Math.abs((actual?.launchDay ?? action.launchDay) - day);
}

function daysOfHistory({ productId, title, launchDay }: KnownLaunches) {
  const rows = [...title.keys()];
  const byId = grouped(rows, (row) => productId[row]!);
  const byTitle = grouped(rows, (row) => spellingKey(title[row]!));
  return (row: RowName): readonly Day[] | undefined => {
    const found = named(row, byId, byTitle);
    return found ? found.map((place) => launchDay[place]!) : undefined;
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Looks a row up by ID, else by title. */
function named<T>(
  { productId, title }: RowName,
  byId: ReadonlyMap<string, T>,
  byTitle: ReadonlyMap<string, T>,
): T | undefined {
  const found = productId === '' ? undefined : byId.get(productId);
  return found ?? (title === '' ? undefined : byTitle.get(spellingKey(title)));
}
