// Ridge regression along a path of penalties, with exact leave-one-out residuals: the shrinkage that answers alone where there are
// few launches, and steadies the net where there are more. Inputs are mostly zeros and ones, so rows are walked sparsely.

export interface Ridge {
  readonly intercept: number;
  readonly weights: Float64Array;
  readonly penalty: number;
}

export interface RidgeFit {
  readonly ridge: Ridge;
  /** y − prediction of each row by the ridge fitted without that row. */
  readonly leaveOneOut: Float64Array;
}

const PENALTIES = [0.3, 1, 3, 10, 30, 100, 300, 1000, 3000];

/**
 * One fit per penalty, one after another, so that a caller can breathe in between: 1,000 columns take a second each.
 * x: [rows, columns] row-major; y: [rows]. The intercept is not penalised.
 */
export function* ridgePath(
  x: Float32Array,
  y: Float64Array,
  penalties: readonly number[] = PENALTIES,
): Generator<RidgeFit> {
  const columns = x.length / y.length;
  const rows = sparseRows(x, y.length);
  const { gram, moment } = normalEquations(rows, y, columns + 1);
  for (const penalty of penalties) yield fitPenalised({ rows, y, gram, moment, penalty });
}

/** The fit with the least squared error on rows left out one by one. */
export function bestByLeaveOneOut(path: readonly RidgeFit[]): RidgeFit {
  return leastBy(path, ({ leaveOneOut }) => sumOfSquares(leaveOneOut));
}

/**
 * The fit with the least squared error on later rows. Products often launch in families on one day, so that leaving out
 * single rows flatters a light penalty.
 */
export function bestOnLaterRows(
  path: readonly RidgeFit[],
  later: { readonly x: Float32Array; readonly y: Float64Array },
): RidgeFit {
  return leastBy(path, ({ ridge }) =>
    sumOfSquares(predictRidge(ridge, later.x).map((value, i) => later.y[i]! - value)),
  );
}

/** x: [rows, columns] row-major. Returns one prediction a row. */
export function predictRidge(ridge: Ridge, x: Float32Array): Float64Array {
  const columns = ridge.weights.length;
  return Float64Array.from({ length: x.length / columns }, (_, row) => {
    let value = ridge.intercept;
    for (let j = 0; j < columns; j++) value += x[row * columns + j]! * ridge.weights[j]!;
    return value;
  });
}

function leastBy<T>(items: readonly T[], cost: (item: T) => number): T {
  const costs = items.map(cost);
  return items[costs.indexOf(Math.min(...costs))]!;
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((total, value) => total + value * value, 0);
}

interface SparseRow {
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** Non-zero entries of each row, the constant 1 appended as the last column. */
function sparseRows(x: Float32Array, rowCount: number): SparseRow[] {
  const width = x.length / rowCount;
  return Array.from({ length: rowCount }, (_, row) => {
    const columns: number[] = [];
    const values: number[] = [];
    for (let j = 0; j < width; j++) {
      const value = x[row * width + j]!;
      if (value === 0) continue;
      columns.push(j);
      values.push(value);
    }
    return { columns: [...columns, width], values: [...values, 1] };
  });
}

function normalEquations(
  rows: readonly SparseRow[],
  y: Float64Array,
  size: number,
): { gram: Float64Array; moment: Float64Array } {
  const gram = new Float64Array(size * size);
  const moment = new Float64Array(size);
  rows.forEach(({ columns, values }, row) => {
    columns.forEach((a, i) => {
      moment[a] = moment[a]! + values[i]! * y[row]!;
      for (let k = 0; k < columns.length; k++) {
        const at = a * size + columns[k]!;
        gram[at] = gram[at]! + values[i]! * values[k]!;
      }
    });
  });
  return { gram, moment };
}

interface PenalisedProblem {
  readonly rows: readonly SparseRow[];
  readonly y: Float64Array;
  readonly gram: Float64Array;
  readonly moment: Float64Array;
  readonly penalty: number;
}

function fitPenalised(problem: PenalisedProblem): RidgeFit {
  const { rows, y, gram, moment, penalty } = problem;
  const size = moment.length;
  const system = gram.slice();
  for (let j = 0; j < size - 1; j++) system[j * size + j] = system[j * size + j]! + penalty;
  const inverse = invertPositive(system, size);
  const weights = multiply(inverse, moment);
  const leaveOneOut = Float64Array.from(rows, (row, i) => {
    const residual = y[i]! - dotSparse(row, weights);
    // PRESS: the residual without row i is r_i / (1 − h_ii), h = x' A⁻¹ x (Allen 1974).
    const leverage = quadraticForm(row, inverse, size);
    return residual / Math.max(1e-9, 1 - leverage);
  });
  const ridge = { intercept: weights[size - 1]!, weights: weights.slice(0, size - 1), penalty };
  return { ridge, leaveOneOut };
}

function dotSparse({ columns, values }: SparseRow, weights: Float64Array): number {
  return columns.reduce((total, column, i) => total + values[i]! * weights[column]!, 0);
}

function quadraticForm({ columns, values }: SparseRow, matrix: Float64Array, size: number): number {
  let total = 0;
  columns.forEach((a, i) => {
    for (let k = 0; k < columns.length; k++) {
      total += values[i]! * values[k]! * matrix[a * size + columns[k]!]!;
    }
  });
  return total;
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return Float64Array.from({ length: size }, (_, i) => {
    let total = 0;
    for (let j = 0; j < size; j++) total += matrix[i * size + j]! * vector[j]!;
    return total;
  });
}

/** Inverse of a symmetric positive definite matrix through its Cholesky factor; the argument is overwritten. */
function invertPositive(matrix: Float64Array, size: number): Float64Array {
  factorise(matrix, size);
  const lower = invertLower(matrix, size);
  const inverse = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let i = 0; i <= k; i++) {
      const factor = lower[k * size + i]!;
      if (factor === 0) continue;
      for (let j = 0; j <= k; j++) {
        inverse[i * size + j] = inverse[i * size + j]! + factor * lower[k * size + j]!;
      }
    }
  }
  return inverse;
}

/** matrix = L L', in place in the lower triangle. */
function factorise(matrix: Float64Array, size: number): void {
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let total = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) total -= matrix[i * size + k]! * matrix[j * size + k]!;
      matrix[i * size + j] = i === j ? Math.sqrt(total) : total / matrix[j * size + j]!;
    }
  }
}

function invertLower(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    inverse[i * size + i] = 1 / lower[i * size + i]!;
    for (let k = 0; k < i; k++) {
      const factor = lower[i * size + k]! * inverse[i * size + i]!;
      if (factor === 0) continue;
      for (let j = 0; j <= k; j++) {
        inverse[i * size + j] = inverse[i * size + j]! - factor * inverse[k * size + j]!;
      }
    }
  }
  return inverse;
}
