// The past launches that Debut would have picked, had it chosen before they were launched: what it would have promised,
// and what they came to. Each promise is corrected by the other launches only (cross-fitting), as a new list's is by past
// ones.

import type { Day } from '#core/base/dates.ts';
import { demandSpread, expectedDemand } from '#core/planning/economics/demand.ts';
import { shrunkLog } from '#core/planning/suppliers/shrinkage.ts';
import type { Holdout } from '../scorecard/holdout.ts';
import { fitShrinkage } from './fit-shrinkage.ts';

/** Launches are parted in turn, so that each part covers the whole time. */
const FOLDS = 5;

/** In revenue where the price of every launch is known, else in units. */
export interface PastPick {
  readonly measure: 'revenue' | 'units';
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Launches that could be picked. */
  readonly candidateCount: number;
  /** Most promising first. */
  readonly picked: readonly PickedLaunch[];
  /** Sums over the pick. */
  readonly realised: number;
  readonly promised: number;
  /** Promised without the correction. */
  readonly forecast: number;
  /** Means of one launch: of all, and of picks of as many by other ways. */
  readonly means: {
    readonly picked: number;
    readonly all: number;
    readonly notPicked: number;
    /** null where no category is known. */
    readonly categoryMedian: number | null;
    readonly best: number;
  };
}

export interface PickedLaunch {
  readonly productId: string;
  readonly title: string;
  readonly launchDay: Day;
  /** Sold its whole stock. */
  readonly isSoldOut: boolean;
  readonly promised: number;
  readonly realised: number;
}

/** Returns the pick of so many launches; null where fewer than twice as many are known, or none sold anything. */
export function pastPick(heldOut: Holdout, count: number): PastPick | null {
  const total = heldOut.predictedLog.length;
  if (count < 1 || total < 2 * count || heldOut.actualUnits.every((units) => units <= 0))
    return null;
  const isPriced = heldOut.price.every((price) => price > 0);
  const worth = (row: number) => (isPriced ? heldOut.price[row]! : 1);
  const spread = demandSpread(heldOut.residuals, heldOut.rangeWidth);
  const logs = crossFittedLogs(heldOut);
  const valueOf = (ofLogs: ArrayLike<number>) =>
    Float64Array.from(ofLogs, (log, row) => worth(row) * expectedDemand(spread, log));
  const [promised, forecast] = [valueOf(logs), valueOf(heldOut.predictedLog)];
  const realised = heldOut.actualUnits.map((units, row) => units * worth(row));
  const rows = highest(forecast, count);
  const isPicked = new Set(rows);
  const sumOf = (values: Float64Array, of: readonly number[] = rows) =>
    of.reduce((all, row) => all + values[row]!, 0);
  const everyRow = [...realised.keys()];
  const others = everyRow.filter((row) => !isPicked.has(row));
  return {
    measure: isPriced ? 'revenue' : 'units',
    ...daysOf(heldOut),
    candidateCount: total,
    picked: rows.map((row) => ({
      ...{ productId: heldOut.productId[row]!, title: heldOut.title[row]! },
      ...{ launchDay: heldOut.launchDay[row]!, isSoldOut: heldOut.soldOut[row]! },
      ...{ promised: promised[row]!, realised: realised[row]! },
    })),
    realised: sumOf(realised),
    promised: sumOf(promised),
    forecast: sumOf(forecast),
    means: {
      picked: sumOf(realised) / count,
      all: sumOf(realised, everyRow) / total,
      notPicked: sumOf(realised, others) / others.length,
      categoryMedian: meanByMedian(heldOut, { realised, worth, count }),
      best: sumOf(realised, highest(realised, count)) / count,
    },
  };
}

/** Corrects each forecast by the launches of the other folds. */
function crossFittedLogs(heldOut: Holdout): Float64Array {
  const logs = heldOut.predictedLog.slice();
  for (let fold = 0; fold < FOLDS; fold++) {
    const rows = [...logs.keys()];
    const shrinkage = fitShrinkage(
      heldOut,
      rows.filter((row) => row % FOLDS !== fold),
    );
    if (!shrinkage) continue;
    for (const row of rows)
      if (row % FOLDS === fold) logs[row] = shrunkLog(shrinkage, heldOut.predictedLog[row]!);
  }
  return logs;
}

interface Compared {
  readonly realised: Float64Array;
  readonly worth: (row: number) => number;
  readonly count: number;
}

/** Returns what the pick by the category's median came to, of one launch. */
function meanByMedian(
  { expectedUnits, category }: Holdout,
  { realised, worth, count }: Compared,
): number | null {
  const medians = expectedUnits['category-median'];
  if (!medians || category.every((name) => name === '')) return null;
  const rows = highest(
    medians.map((units, row) => units * worth(row)),
    count,
  );
  return rows.reduce((all, row) => all + realised[row]!, 0) / count;
}

/** Returns the rows with the highest values, the highest first; among equals, the first. */
function highest(values: Float64Array, count: number): number[] {
  return [...values.keys()].sort((a, b) => values[b]! - values[a]!).slice(0, count);
}

function daysOf({ launchDay }: Holdout): Pick<PastPick, 'firstDay' | 'lastDay'> {
  const days = [...launchDay].sort((a, b) => a - b);
  return { firstDay: days[0]!, lastDay: days.at(-1)! };
}
