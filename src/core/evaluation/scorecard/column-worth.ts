// Measures how much a column that the seller may fill in improves predictions. One fast learner is fitted with the
// column and without it, and tested on later launches.

import {
  encodeActions,
  fitActionBasis,
  pastAction,
  sharedCount,
} from '#core/model/features/action-basis.ts';
import { sharedColumns } from '#core/model/features/event-columns.ts';
import { encodeProducts, fitProductEncoder } from '#core/model/features/product-encoder.ts';
import { earlierOrigins, splitByTime, type Origin } from '#core/model/features/time-split.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { joinedInputs } from '#core/model/blend/blend.ts';
import { asCensored, soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { seededRandom } from '#core/base/random.ts';
import { FIELDS } from '#core/launch/fields.ts';
import {
  countTexts,
  finite,
  mean,
  standardDeviation,
  sum,
} from '#core/base/statistics/statistics.ts';
import { meansNoPromotion } from '#core/import/recipe/blank-promotions.ts';
import { FILLABLE_FIELDS, type FillableField } from '#core/import/recipe/fill-ins.ts';
import {
  predictTrees,
  TreeGrower,
  type BoostedTrees,
  type TreeSettings,
} from '#core/model/trees/boosted-trees.ts';
import { wape } from '#core/base/statistics/metrics.ts';

export interface ColumnWorth {
  readonly field: FillableField;
  /** Number of launches, of all, with a value in the column. */
  readonly knownCount: number;
  /**
   * too-few: too few launches with a value; all-the-same: the column does not vary; unclear: the difference may be
   * chance.
   */
  readonly verdict: 'better' | 'worse' | 'unclear' | 'too-few' | 'all-the-same';
  /** WAPE on later launches; null where not measured. */
  readonly errors: { readonly withIt: number; readonly withoutIt: number } | null;
}

export interface ColumnWorths {
  readonly launchCount: number;
  /** Number of later launches in the test. */
  readonly testCount: number;
  readonly columns: readonly ColumnWorth[];
}

export interface WorthProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Settings of the learner, faster than the boosted trees of the blend. Never tuned: tuning on the test launches would
 * overstate every column.
 */
const LEARNER: TreeSettings = {
  rounds: 120,
  depth: 4,
  learningRate: 0.08,
  rowShare: 0.8,
  columnShare: 0.5,
  minLeafWeight: 3,
  leafPenalty: 1,
};
/**
 * Each fit is the mean over this many seeds, so that randomness in growing trees does not count as a column's worth.
 */
const SEEDS = 3;
/**
 * Upper limits of the latest training launches and the first test launches. They are enough for a result and keep it to
 * seconds.
 */
const MOST_TRAINING = 4_000;
const MOST_TESTED = 1_000;
/** With fewer training launches, earlier origins are tested too. */
const FEW_ROWS = 1_500;
const LEAST_KNOWN = { training: 30, test: 10 } as const;
/** Minimum number of launches with the second most frequent text; below it the column counts as constant. */
const LEAST_OF_LEVEL = 10;
const REPORT_EVERY_ROUNDS = 10;

/**
 * Returns the WAPE with and without each column on the validation set; where launches are few, also at two earlier
 * origins. The test set is not used. Errors of one launch with and without a column are correlated, so differences are
 * tested in pairs. Let dᵢ be how much smaller the error of launch i is with the column. The standard error of the
 * difference is √n·sd(dᵢ)/Σactual. A difference is clear where it exceeds 0.005 WAPE and two standard errors, and has
 * one sign under every seed. Yields progress.
 */
export function* columnWorths(
  table: LaunchTable,
  seed: number,
): Generator<WorthProgress, ColumnWorths> {
  const origins = originsOf(table);
  const columns = FILLABLE_FIELDS.map((field) => ({
    field,
    doubt: doubtOf(table, field, origins),
  }));
  const measured = columns.filter(({ doubt }) => doubt === null);
  const testSet = testUnits(table, origins);
  const fits = measured.length === 0 ? 0 : (1 + measured.length) * origins.length * SEEDS;
  const progress = { done: 0, total: fits * LEARNER.rounds };
  function* predicted(from: LaunchTable): Generator<WorthProgress, Float64Array[]> {
    const ofSeeds: Float64Array[] = [];
    for (let k = 0; k < SEEDS; k++) {
      const units: number[] = [];
      for (const origin of origins)
        units.push(...(yield* fitAndPredict(from, origin, { seed: seed + 1_000 * k, progress })));
      ofSeeds.push(asCensored(units, testSet.actual, testSet.soldOut));
    }
    return ofSeeds;
  }
  const withAll = measured.length > 0 ? yield* predicted(table) : [];
  const worths: ColumnWorth[] = [];
  for (const { field, doubt } of columns) {
    const knownCount = countKnown(table, field, null);
    if (doubt !== null) {
      worths.push({ field, knownCount, verdict: doubt, errors: null });
      continue;
    }
    const without = yield* predicted(withoutColumn(table, field));
    worths.push({ field, knownCount, ...compare(testSet.actual, withAll, without) });
  }
  return { launchCount: table.rowCount, testCount: testSet.actual.length, columns: worths };
}

function originsOf(table: LaunchTable): Origin[] {
  const split = splitByTime(table);
  const last = {
    training: measuredRows(table, split.training).slice(-MOST_TRAINING),
    later: split.validation.slice(0, MOST_TESTED),
  };
  if (last.training.length >= FEW_ROWS) return [last];
  const earlier = earlierOrigins(table, split).map(({ training, later }) => ({
    training: measuredRows(table, training),
    later,
  }));
  return [...earlier, last];
}

function testUnits(table: LaunchTable, origins: readonly Origin[]) {
  const rows = Uint32Array.from(origins.flatMap(({ later }) => Array.from(later)));
  return {
    actual: Float64Array.from(rows, (row) => table.units[row]!),
    soldOut: soldOutFlags(table, rows),
  };
}

/** Returns why the column cannot be measured, or null. */
function doubtOf(
  table: LaunchTable,
  field: FillableField,
  origins: readonly Origin[],
): 'too-few' | 'all-the-same' | null {
  const { training } = origins.at(-1)!;
  const test = Uint32Array.from(origins.flatMap(({ later }) => Array.from(later)));
  if (countKnown(table, field, training) < LEAST_KNOWN.training) return 'too-few';
  if (countKnown(table, field, test) < LEAST_KNOWN.test) return 'too-few';
  return isTelling(table, field, training) ? null : 'all-the-same';
}

function isTelling(table: LaunchTable, field: FillableField, rows: Uint32Array): boolean {
  const column = table[field];
  if (column instanceof Float64Array)
    return new Set(finite(Array.from(rows, (row) => column[row]!))).size > 1;
  const counts = countTexts(Array.from(rows, (row) => column[row]!));
  return (counts[1]?.[1] ?? 0) >= LEAST_OF_LEVEL;
}

/** Counts rows with a value. "No promotion" does not count, because it may stand for a cell that was left empty. */
function countKnown(table: LaunchTable, field: FillableField, rows: Uint32Array | null): number {
  const column = table[field];
  const isKnown = (row: number) => {
    const value = column[row];
    if (typeof value === 'number') return !Number.isNaN(value);
    return value !== '' && !(field === 'promotion' && meansNoPromotion(value ?? ''));
  };
  const asked = rows ?? Uint32Array.from(table.launchDay.keys());
  return asked.filter(isKnown).length;
}

function withoutColumn(table: LaunchTable, field: FillableField): LaunchTable {
  const isText = FIELDS[field].kind === 'text';
  const empty = isText
    ? Array.from<string>({ length: table.rowCount }).fill('')
    : new Float64Array(table.rowCount).fill(NaN);
  return { ...table, [field]: empty };
}

interface Progress {
  done: number;
  readonly total: number;
}

/** Fits the learner and returns the predicted units of the later launches under their real actions. */
function* fitAndPredict(
  table: LaunchTable,
  { training, later }: Origin,
  { seed, progress }: { readonly seed: number; readonly progress: Progress },
): Generator<WorthProgress, Float64Array> {
  const encoder = fitProductEncoder(table, training);
  const basis = fitActionBasis(table, training);
  const encode = (rows: Uint32Array) =>
    joinedInputs(
      encodeProducts(encoder, table, rows),
      sharedColumns(
        encodeActions(basis, rows.length, (i) => pastAction(table, rows[i]!)),
        sharedCount(basis),
        rows.length,
      ),
      rows.length,
    );
  const lessons = {
    x: encode(training),
    target: Float64Array.from(training, (row) => Math.log1p(table.units[row]!)),
    weight: new Float64Array(training.length).fill(1),
  };
  let trees: BoostedTrees | null = null;
  let round = 0;
  for (trees of new TreeGrower(lessons, LEARNER).grow(seededRandom(seed)))
    if (++round % REPORT_EVERY_ROUNDS === 0) {
      progress.done += REPORT_EVERY_ROUNDS;
      yield { ...progress };
    }
  return predictTrees(trees!, encode(later), later.length).map((log) =>
    Math.max(0, Math.expm1(log)),
  );
}

const CLEAR = { wape: 0.005, standardErrors: 2 } as const;

function compare(
  actual: Float64Array,
  withIt: readonly Float64Array[],
  withoutIt: readonly Float64Array[],
): Pick<ColumnWorth, 'verdict' | 'errors'> {
  const errors = { withIt: meanWape(actual, withIt), withoutIt: meanWape(actual, withoutIt) };
  const absoluteErrors = (units: Float64Array) =>
    units.map((value, i) => Math.abs(value - actual[i]!));
  const closer = withIt.map((units, k) => {
    const without = absoluteErrors(withoutIt[k]!);
    return absoluteErrors(units).map((own, i) => without[i]! - own);
  });
  const perLaunch = actual.map((_, i) => mean(closer.map((ofSeed) => ofSeed[i]!)));
  const gain = errors.withoutIt - errors.withIt;
  const standardError =
    (Math.sqrt(actual.length) * standardDeviation(perLaunch)) / Math.max(1, sum(actual));
  const isOfOneSign = closer.every((ofSeed) => sum(ofSeed) * gain > 0);
  const isClear =
    isOfOneSign &&
    Math.abs(gain) > CLEAR.wape &&
    Math.abs(gain) > CLEAR.standardErrors * standardError;
  return { verdict: isClear ? (gain > 0 ? 'better' : 'worse') : 'unclear', errors };
}

function meanWape(actual: Float64Array, ofSeeds: readonly Float64Array[]): number {
  return mean(ofSeeds.map((units) => wape(actual, units)));
}
