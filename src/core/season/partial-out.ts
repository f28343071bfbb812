// Residuals of columns after others explain what they can; each launch's fit is not trained on it. It is the first step
// of a partialled-out regression (Robinson 1988) with cross-fitting (Chernozhukov et al. 2018). The fits are ridge
// regressions.

import { solve } from '../ridge/conjugate-gradients.ts';

const FOLDS = 5;
/** Ridge penalty, in launches: for a column of usual size, this many launches weigh as much as the prior of 0. */
const PENALTY = 5;
const MOST_STEPS = 60;
const TOLERANCE = 1e-12;

export interface Explaining {
  /** [rows × columns], row-major */
  readonly columns: Float32Array;
  readonly rowCount: number;
}

/** Returns the inputs of some rows. */
export function explainingOf(
  { columns, rowCount }: Explaining,
  rows: readonly number[],
): Explaining {
  const width = columns.length / Math.max(1, rowCount);
  const chosen = new Float32Array(rows.length * width);
  rows.forEach((row, i) => chosen.set(columns.subarray(row * width, (row + 1) * width), i * width));
  return { columns: chosen, rowCount: rows.length };
}

/** Returns the residuals of each target, in its order. Yields after each fit, so that the caller can do other work. */
export function* partialOut(
  { columns, rowCount }: Explaining,
  targets: readonly Float64Array[],
): Generator<void, Float64Array[]> {
  const width = columns.length / rowCount;
  const left = targets.map((target) => Float64Array.from(target));
  for (let fold = 0; fold < Math.min(FOLDS, rowCount); fold++) {
    const [learnt, judged] = [[] as number[], [] as number[]];
    for (let row = 0; row < rowCount; row++) (row % FOLDS === fold ? judged : learnt).push(row);
    for (const [t, target] of targets.entries()) {
      const middle =
        learnt.reduce((all, row) => all + target[row]!, 0) / Math.max(1, learnt.length);
      const weights = yield* fitRidge({ columns, width, rows: learnt }, target, middle);
      for (const row of judged)
        left[t]![row] = target[row]! - middle - product(columns, row * width, weights);
    }
    yield;
  }
  return left;
}

interface Lesson {
  readonly columns: Float32Array;
  readonly width: number;
  readonly rows: readonly number[];
}

function* fitRidge(
  { columns, width, rows }: Lesson,
  target: Float64Array,
  middle: number,
): Generator<void, Float64Array> {
  const diagonal = new Float64Array(width).fill(PENALTY);
  const wanted = new Float64Array(width);
  for (const row of rows)
    for (let j = 0; j < width; j++) {
      const value = columns[row * width + j]!;
      if (value === 0) continue;
      diagonal[j] = diagonal[j]! + value * value;
      wanted[j] = wanted[j]! + value * (target[row]! - middle);
    }
  const multiply = (vector: Float64Array): Float64Array => {
    const out = vector.map((value) => PENALTY * value);
    for (const row of rows) {
      const own = product(columns, row * width, vector);
      for (let j = 0; j < width; j++) out[j] = out[j]! + own * columns[row * width + j]!;
    }
    return out;
  };
  const options = { start: new Float64Array(width), maxSteps: MOST_STEPS, tolerance: TOLERANCE };
  return yield* solve({ multiply, diagonal }, wanted, options);
}

function product(columns: Float32Array, from: number, vector: Float64Array): number {
  let total = 0;
  for (let j = 0; j < vector.length; j++) total += columns[from + j]! * vector[j]!;
  return total;
}
