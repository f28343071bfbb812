// How much a column that the seller may fill in improves predictions: the same quick learner with it and without it, judged on
// launches that came later.

import {
  encodeActions,
  fitActionBasis,
  pastAction,
  sharedCount,
} from '../features/action-basis.ts';
import { sharedColumns } from '../features/event-columns.ts';
import { encodeProducts, fitProductEncoder } from '../features/product-encoder.ts';
import { earlierOrigins, splitByTime, type Origin } from '../features/split.ts';
import { measuredRows, type LaunchTable } from '../launch/launch-table.ts';
import { joinedInputs } from '../model/blend.ts';
import { asSold, soldOutFlags } from '../model/sold-out.ts';
import { seededRandom } from '../random.ts';
import { FIELDS } from '../schema/fields.ts';
import { countTexts, finite, mean, standardDeviation, sum } from '../statistics.ts';
import { meansNoPromotion } from '../table/blank-promotions.ts';
import { FILLABLE_FIELDS, type FillableField } from '../table/fill-ins.ts';
import {
  growTrees,
  predictTrees,
  type BoostedTrees,
  type TreeSettings,
} from '../trees/boosted-trees.ts';
import { wape } from './metrics.ts';

export interface ColumnWorth {
  readonly field: FillableField;
  /** Launches, of all, in which the column has a value. */
  readonly knownCount: number;
  /**
   * too-few: known for too few launches to say; all-the-same: it tells no launch from another; unclear: chance alone could
   * make such a difference.
   */
  readonly verdict: 'better' | 'worse' | 'unclear' | 'too-few' | 'all-the-same';
  /** WAPE of later launches; null where it was not measured. */
  readonly errors: { readonly withIt: number; readonly withoutIt: number } | null;
}

export interface ColumnWorths {
  readonly launchCount: number;
  /** Later launches that judged. */
  readonly judgedCount: number;
  readonly columns: readonly ColumnWorth[];
}

export interface WorthProgress {
  readonly done: number;
  readonly total: number;
}

/** Quicker than the trees of the blend, and never tuned: what tuned itself on the judging launches would flatter every column. */
const LEARNER: TreeSettings = {
  rounds: 120,
  depth: 4,
  learningRate: 0.08,
  rowShare: 0.8,
  columnShare: 0.5,
  minLeafWeight: 3,
  leafPenalty: 1,
};
/** Chance in growing trees must not pass for a column's worth: each fit is the mean of so many. */
const SEEDS = 3;
/** The latest launches before those that judge, and the first of these: enough to tell, few enough to take seconds. */
const MOST_TRAINING = 4_000;
const MOST_JUDGING = 1_000;
/** With fewer launches, earlier points in time judge too. */
const FEW_ROWS = 1_500;
const LEAST_KNOWN = { training: 30, judging: 10 } as const;
/** Of a text, so many launches have it at least, or it is no second choice. */
const LEAST_OF_LEVEL = 10;
const REPORT_EVERY_ROUNDS = 10;

/**
 * WAPE with and without each column, on the launches of the validation part (and, of few, of the two parts before it); the test
 * part stays shut. The errors of one launch with and without a column are much alike, so their differences are judged pairwise: a
 * difference is clear where it is over half a point of WAPE, over two of its standard errors √n·sd(dᵢ)/Σactual, dᵢ being how much
 * closer launch i came, and of one sign under every seed.
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
  const judged = judgedUnits(table, origins);
  const fits = measured.length === 0 ? 0 : (1 + measured.length) * origins.length * SEEDS;
  const progress = { done: 0, total: fits * LEARNER.rounds };
  function* predicted(from: LaunchTable): Generator<WorthProgress, Float64Array[]> {
    const ofSeeds: Float64Array[] = [];
    for (let k = 0; k < SEEDS; k++) {
      const units: number[] = [];
      for (const origin of origins)
        units.push(...(yield* fitAndPredict(from, origin, { seed: seed + 1_000 * k, progress })));
      ofSeeds.push(asSold(units, judged.actual, judged.soldOut));
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
    worths.push({ field, knownCount, ...compare(judged.actual, withAll, without) });
  }
  return { launchCount: table.rowCount, judgedCount: judged.actual.length, columns: worths };
}

function originsOf(table: LaunchTable): Origin[] {
  const split = splitByTime(table);
  const last = {
    training: measuredRows(table, split.training).slice(-MOST_TRAINING),
    later: split.validation.slice(0, MOST_JUDGING),
  };
  if (last.training.length >= FEW_ROWS) return [last];
  const earlier = earlierOrigins(table, split).map(({ training, later }) => ({
    training: measuredRows(table, training),
    later,
  }));
  return [...earlier, last];
}

function judgedUnits(table: LaunchTable, origins: readonly Origin[]) {
  const rows = Uint32Array.from(origins.flatMap(({ later }) => Array.from(later)));
  return {
    actual: Float64Array.from(rows, (row) => table.units[row]!),
    soldOut: soldOutFlags(table, rows),
  };
}

/** Why the column cannot be judged, or null. */
function doubtOf(
  table: LaunchTable,
  field: FillableField,
  origins: readonly Origin[],
): 'too-few' | 'all-the-same' | null {
  const { training } = origins.at(-1)!;
  const judging = Uint32Array.from(origins.flatMap(({ later }) => Array.from(later)));
  if (countKnown(table, field, training) < LEAST_KNOWN.training) return 'too-few';
  if (countKnown(table, field, judging) < LEAST_KNOWN.judging) return 'too-few';
  return isTelling(table, field, training) ? null : 'all-the-same';
}

function isTelling(table: LaunchTable, field: FillableField, rows: Uint32Array): boolean {
  const column = table[field];
  if (column instanceof Float64Array)
    return new Set(finite(Array.from(rows, (row) => column[row]!))).size > 1;
  const counts = countTexts(Array.from(rows, (row) => column[row]!));
  return (counts[1]?.[1] ?? 0) >= LEAST_OF_LEVEL;
}

/** A promotion that is none may stand for a cell that was left empty: only others tell that somebody filled in the column. */
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

/** Units of the later launches under the action that each really had. */
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
  for (trees of growTrees(lessons, LEARNER, seededRandom(seed)))
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
  const missed = (units: Float64Array) => units.map((value, i) => Math.abs(value - actual[i]!));
  const closer = withIt.map((units, k) => {
    const without = missed(withoutIt[k]!);
    return missed(units).map((own, i) => without[i]! - own);
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
