// Residuals of columns after others explain what they can; each launch's fit is not trained on it. It is the first step
// of a partialled-out regression (Robinson 1988) with cross-fitting (Chernozhukov et al. 2018). The fits are ridge
// regressions.

import { solve } from '#core/base/statistics/conjugate-gradients.ts';

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

/** Returns the inputs of some rows, [rows × columns], in their order. */
export function explainingOf(
  { columns, rowCount }: Explaining,
  rows: readonly number[],
): Explaining {
  const width = columns.length / Math.max(1, rowCount);
  const chosen = new Float32Array(rows.length * width);
  rows.forEach((row, i) => chosen.set(columns.subarray(row * width, (row + 1) * width), i * width));
  return { columns: chosen, rowCount: rows.length };
}

/**
 * Returns the residuals of one value of each row, [rows]; NaN where the value is NaN. Yields after each fit, so that
 * the caller can do other work.
 */
export function* unexplained(
  explaining: Explaining,
  values: Float64Array,
): Generator<void, Float64Array> {
  const known = Array.from(values.keys()).filter((row) => Number.isFinite(values[row]));
  const left = new Float64Array(values.length).fill(NaN);
  if (known.length === 0) return left;
  const [own] = yield* partialOut(explainingOf(explaining, known), [
    Float64Array.from(known, (row) => values[row]!),
  ]);
  known.forEach((row, i) => (left[row] = own![i]!));
  return left;
}

/**
 * Returns the residuals of each target, [targets][rows]. Yields after each fit, so that the caller can do other work.
 * @param targets values of all rows, finite, [targets][rows]
 */
export function* partialOut(
  { columns, rowCount }: Explaining,
  targets: readonly Float64Array[],
): Generator<void, Float64Array[]> {
  const inputs = new SparseRows(columns, rowCount);
  const left = targets.map((target) => Float64Array.from(target));
  for (let fold = 0; fold < Math.min(FOLDS, rowCount); fold++) {
    const [train, test] = [[] as number[], [] as number[]];
    for (let row = 0; row < rowCount; row++) (row % FOLDS === fold ? test : train).push(row);
    for (const [t, target] of targets.entries()) {
      const middle = train.reduce((all, row) => all + target[row]!, 0) / Math.max(1, train.length);
      const weights = yield* fitRidge({ inputs, rows: train }, target, middle);
      for (const row of test) left[t]![row] = target[row]! - middle - inputs.times(row, weights);
    }
    yield;
  }
  return left;
}

interface Lesson {
  readonly inputs: SparseRows;
  readonly rows: readonly number[];
}

function* fitRidge(
  { inputs, rows }: Lesson,
  target: Float64Array,
  middle: number,
): Generator<void, Float64Array> {
  const { width } = inputs;
  const diagonal = new Float64Array(width).fill(PENALTY);
  const wanted = new Float64Array(width);
  for (const row of rows) {
    inputs.addSquares(row, diagonal);
    inputs.add(row, target[row]! - middle, wanted);
  }
  const multiply = (vector: Float64Array): Float64Array => {
    const out = vector.map((value) => PENALTY * value);
    for (const row of rows) inputs.add(row, inputs.times(row, vector), out);
    return out;
  };
  const options = { start: new Float64Array(width), maxSteps: MOST_STEPS, tolerance: TOLERANCE };
  return yield* solve({ multiply, diagonal }, wanted, options);
}

/** Rows of a matrix by what is not zero in them: nine tenths of the inputs are zeros. */
class SparseRows {
  readonly width: number;
  /** Start of each row's entries, and the end of the last row's. */
  readonly #starts: Uint32Array;
  readonly #columns: Uint32Array;
  readonly #values: Float64Array;

  /** @param columns [rows × columns], row-major */
  constructor(columns: Float32Array, rowCount: number) {
    this.width = columns.length / rowCount;
    const entryCount = columns.reduce((count, value) => count + Number(value !== 0), 0);
    this.#starts = new Uint32Array(rowCount + 1);
    this.#columns = new Uint32Array(entryCount);
    this.#values = new Float64Array(entryCount);
    let end = 0;
    for (let row = 0; row < rowCount; row++) {
      for (let j = 0; j < this.width; j++) {
        const value = columns[row * this.width + j]!;
        if (value === 0) continue;
        this.#columns[end] = j;
        this.#values[end++] = value;
      }
      this.#starts[row + 1] = end;
    }
  }

  /** Returns the product of a row with a vector. */
  times(row: number, vector: Float64Array): number {
    let total = 0;
    for (let i = this.#starts[row]!; i < this.#starts[row + 1]!; i++)
      total += this.#values[i]! * vector[this.#columns[i]!]!;
    return total;
  }

  /** Adds a multiple of a row to the sums. */
  add(row: number, factor: number, sums: Float64Array): void {
    for (let i = this.#starts[row]!; i < this.#starts[row + 1]!; i++)
      sums[this.#columns[i]!]! += factor * this.#values[i]!;
  }

  /** Adds the squares of a row to the sums. */
  addSquares(row: number, sums: Float64Array): void {
    for (let i = this.#starts[row]!; i < this.#starts[row + 1]!; i++)
      sums[this.#columns[i]!]! += this.#values[i]! ** 2;
  }
}
