// The inputs of a regression whose coefficients vary with the product: every product input times every action column,
// never written out, then a column for each batch of launches. Few inputs of a product are not zero, so a product with
// the whole matrix costs little.

import { addScaled, dot } from '#core/base/statistics/vectors.ts';

/** The matrix as it is stored; `Interactions` multiplies by it. */
export interface InteractionMatrix {
  /** Number of columns of the action basis. */
  readonly basis: number;
  /** Start of each row's product inputs, and the end of the last row's. */
  readonly starts: Uint32Array;
  /** Indexes of product inputs; the constant is number 0, and every row's first. */
  readonly inputs: Uint32Array;
  readonly values: Float64Array;
  /** [rows, basis] */
  readonly phi: Float64Array;
  /** Coefficient of each row's batch, and that of the first batch. */
  readonly batches: Uint32Array;
  readonly batchesAt: number;
}

/** XᵀWX, with the rows' weights W: the matrix of the normal equations, known by its products only. */
export interface NormalMatrix {
  multiply(coefficients: Float64Array, rowWeights: Float64Array): Float64Array;
  diagonal(rowWeights: Float64Array): Float64Array;
}

/**
 * Returns a faster implementation than the one here; null where there is none. `size` is the number of coefficients.
 */
export type OpenNormalMatrix = (matrix: InteractionMatrix, size: number) => NormalMatrix | null;

export class Interactions implements NormalMatrix {
  readonly rowCount: number;
  /** Number of coefficients: [1 + product inputs, basis], the constant product input first, then one for each batch. */
  readonly size: number;
  readonly #matrix: InteractionMatrix;
  readonly #faster: NormalMatrix | null;

  /**
   * @param x [rows, product inputs]
   * @param phi [rows, basis], the constant 1 first
   * @param batches numbers from 0, one per row
   */
  constructor(
    x: Float32Array,
    phi: Float32Array,
    batches: Uint32Array,
    open: OpenNormalMatrix = () => null,
  ) {
    const rowCount = batches.length;
    const width = x.length / rowCount;
    const starts = new Uint32Array(rowCount + 1);
    const inputs: number[] = [];
    const values: number[] = [];
    for (let row = 0; row < rowCount; row++) {
      inputs.push(0);
      values.push(1);
      for (let j = 0; j < width; j++) {
        const value = x[row * width + j]!;
        if (value === 0) continue;
        inputs.push(j + 1);
        values.push(value);
      }
      starts[row + 1] = inputs.length;
    }
    const basis = phi.length / rowCount;
    const batchesAt = (width + 1) * basis;
    this.rowCount = rowCount;
    this.size = batchesAt + 1 + batches.reduce((last, batch) => Math.max(last, batch), 0);
    this.#matrix = {
      basis,
      starts,
      inputs: Uint32Array.from(inputs),
      values: Float64Array.from(values),
      phi: Float64Array.from(phi),
      batches: batches.map((batch) => batchesAt + batch),
      batchesAt,
    };
    this.#faster = open(this.#matrix, this.size);
  }

  multiply(coefficients: Float64Array, rowWeights: Float64Array): Float64Array {
    if (this.#faster) return this.#faster.multiply(coefficients, rowWeights);
    return this.gather(this.times(coefficients).map((sum, row) => sum * rowWeights[row]!));
  }

  diagonal(rowWeights: Float64Array): Float64Array {
    return this.#faster ? this.#faster.diagonal(rowWeights) : this.squares(rowWeights);
  }

  /** Returns the matrix times the coefficients, one value per row. */
  times(coefficients: Float64Array): Float64Array {
    const { basis, starts, inputs, values, phi, batches } = this.#matrix;
    return Float64Array.from(batches, (batch, row) => {
      let sum = coefficients[batch]!;
      for (let i = starts[row]!; i < starts[row + 1]!; i++)
        sum += values[i]! * dot(coefficients, inputs[i]! * basis, phi, row * basis, basis);
      return sum;
    });
  }

  /** Returns the transposed matrix times one value per row, one value per coefficient. */
  gather(rowValues: Float64Array): Float64Array {
    return this.#gathered(rowValues, this.#matrix);
  }

  /** Returns, per coefficient, the sum over rows of its squared input times the row's weight. */
  squares(rowWeights: Float64Array): Float64Array {
    const { values, phi } = this.#matrix;
    const squared = (numbers: Float64Array) => numbers.map((value) => value * value);
    return this.#gathered(rowWeights, {
      ...this.#matrix,
      values: squared(values),
      phi: squared(phi),
    });
  }

  #gathered(
    rowValues: Float64Array,
    { basis, starts, inputs, values, phi, batches }: InteractionMatrix,
  ): Float64Array {
    const sums = new Float64Array(this.size);
    for (let row = 0; row < rowValues.length; row++) {
      const rowValue = rowValues[row]!;
      for (let i = starts[row]!; i < starts[row + 1]!; i++)
        addScaled(sums, inputs[i]! * basis, values[i]! * rowValue, phi, row * basis, basis);
      const batch = batches[row]!;
      sums[batch] = sums[batch]! + rowValue;
    }
    return sums;
  }
}
