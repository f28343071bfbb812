// Enters a table of results into the results log, and reports on every row.

import type { Issue } from '#core/import/csv/issues.ts';
import type { Day } from '#core/base/dates.ts';
import { isSameFacts, type LaunchResult } from '../entries/result.ts';
import { actualOf, withResult, type AdoptedPlan } from '../entries/adopted-plan.ts';
import {
  matchResults,
  type ResultRow,
  type KnownLaunches,
  type MatchedRows,
  type RefusedRow,
} from './match-results.ts';

/** A result that was entered. */
export interface EnteredResult {
  readonly entryId: number;
  readonly title: string;
  readonly units: number;
  readonly isEarly: boolean;
  /** Units of the figure that it replaced; null where there was none. */
  readonly unitsBefore: number | null;
  /** Units that other rows of the table state for the same launch. */
  readonly otherUnits: readonly number[];
}

/** Rows that are not results of adopted plans; the first few are named. */
export interface OtherRows {
  readonly count: number;
  readonly names: readonly string[];
}

/**
 * Account of a table: rowsRead = entered + their otherUnits + known + repeated + inHistory + unknown + refused, always.
 */
export interface ResultsReport {
  readonly fileName: string;
  readonly rowsRead: number;
  readonly entered: readonly EnteredResult[];
  /** Number of rows that the results log already has. */
  readonly knownCount: number;
  /** Number of rows that repeat another row of the table. */
  readonly repeatedCount: number;
  readonly inHistory: OtherRows;
  readonly unknown: OtherRows;
  readonly refused: readonly RefusedRow[];
  readonly issues: readonly Issue[];
}

const NAMES_SHOWN = 3;

interface ResultsTable {
  readonly fileName: string;
  readonly rows: readonly ResultRow[];
  readonly refused: readonly RefusedRow[];
  readonly issues: readonly Issue[];
}

interface Saying {
  readonly history: KnownLaunches;
  readonly today: Day;
  readonly recordedAt: number;
}

/** Returns the entries that change, and an account of every row. */
export function enterResults(
  { fileName, rows, refused, issues }: ResultsTable,
  entries: readonly AdoptedPlan[],
  { history, ...said }: Saying,
): { readonly changed: readonly AdoptedPlan[]; readonly report: ResultsReport } {
  const { matched, inHistory, unknown } = matchResults(rows, entries, history);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const changed: AdoptedPlan[] = [];
  const entered: EnteredResult[] = [];
  let knownCount = 0;
  for (const match of matched) {
    const before = byId.get(match.entryId)!;
    const after = afterRows(before, match, { ...said, source: fileName });
    if (after === null) knownCount += 1 + match.others.length;
    else {
      changed.push(after);
      entered.push(enteredResult(before, after, match));
    }
  }
  return {
    changed,
    report: {
      ...{ fileName, rowsRead: rows.length + refused.length, entered, knownCount },
      repeatedCount: matched.reduce((count, { repeats }) => count + repeats.length, 0),
      inHistory: named(inHistory),
      unknown: named(unknown),
      ...{ refused, issues },
    },
  };
}

/** Returns null where the log already has all of it: a figure that the seller chose stays chosen. */
function afterRows(
  entry: AdoptedPlan,
  { row, others }: MatchedRows,
  said: Parameters<typeof actualOf>[2],
): AdoptedPlan | null {
  const [actual, ...more] = [row, ...others].map(({ facts }) => actualOf(entry, facts, said));
  const isNews = [actual!, ...more].some((each) => !isKnown(entry, each));
  return isNews ? withResult(entry, actual!, more) : null;
}

/**
 * Returns whether the entry already has these facts. A preliminary figure that is stated again after the horizon is
 * new.
 */
function isKnown({ actual, otherActuals }: AdoptedPlan, told: LaunchResult): boolean {
  return [actual, ...otherActuals].some(
    (kept) => kept !== null && isSameFacts(kept, told) && (told.isEarly || !kept.isEarly),
  );
}

function enteredResult(
  before: AdoptedPlan,
  { actual }: AdoptedPlan,
  { others }: MatchedRows,
): EnteredResult {
  const { product } = before;
  return {
    ...{ entryId: before.id, title: product.title || product.id },
    ...{ units: actual!.units, isEarly: actual!.isEarly },
    unitsBefore: before.actual?.units ?? null,
    otherUnits: others.map(({ facts }) => facts.units),
  };
}

function named(rows: readonly ResultRow[]): OtherRows {
  const names = [...new Set(rows.map(({ title, productId }) => title || productId))];
  return { count: rows.length, names: names.slice(0, NAMES_SHOWN) };
}
