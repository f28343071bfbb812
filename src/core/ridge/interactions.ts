// The inputs of a regression whose coefficients vary with the product: every product input times every action column, never
// written out, and after them a mark for the batch of launches that a row belongs to. A product has few inputs other than zero,
// so that a product with the whole matrix costs little.

/** As it is kept; `Interactions` multiplies by it. */
export interface InteractionMatrix {
  /** Columns of the action basis. */
  readonly basis: number;
  /** Where each row's product inputs begin, and where the last one ends. */
  readonly starts: Uint32Array;
  /** The constant product input is number 0, and every row's first. */
  readonly inputs: Uint32Array;
  readonly values: Float64Array;
  /** [rows, basis] */
  readonly phi: Float64Array;
  /** The coefficient of each row's batch, and of the first batch. */
  readonly batches: Uint32Array;
  readonly batchesAt: number;
}

/** XᵀWX, W the rows' weights: the matrix of the normal equations, by its products only. */
export interface NormalMatrix {
  multiply(coefficients: Float64Array, rowWeights: Float64Array): Float64Array;
  diagonal(rowWeights: Float64Array): Float64Array;
}

/** Where a faster one can be had than what is written here; null where it cannot. size: coefficients */
export type OpenNormalMatrix = (matrix: InteractionMatrix, size: number) => NormalMatrix | null;

export class Interactions implements NormalMatrix {
  readonly rowCount: number;
  /** Coefficients: [1 + product inputs, basis], the constant product input first, then one for each batch. */
  readonly size: number;
  readonly #matrix: InteractionMatrix;
  readonly #faster: NormalMatrix | null;

  /** x: [rows, product inputs]; phi: [rows, basis], the constant 1 first; batches: numbers from 0, one a row. */
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

  /** One sum a row: the matrix times the coefficients. */
  times(coefficients: Float64Array): Float64Array {
    const { basis, starts, inputs, values, phi, batches } = this.#matrix;
    return Float64Array.from(batches, (batch, row) => {
      let sum = coefficients[batch]!;
      for (let i = starts[row]!; i < starts[row + 1]!; i++)
        sum += values[i]! * dot(coefficients, inputs[i]! * basis, phi, row * basis, basis);
      return sum;
    });
  }

  /** One sum a coefficient: the transposed matrix times a value a row. */
  gather(rowValues: Float64Array): Float64Array {
    return this.#gathered(rowValues, this.#matrix);
  }

  /** Per coefficient, the sum over rows of its input squared times the row's weight. */
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

/** Four at a time: nearly all of a fit is spent here, and it halves it. */
function dot(a: Float64Array, atA: number, b: Float64Array, atB: number, length: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    first += a[atA + k]! * b[atB + k]!;
    second += a[atA + k + 1]! * b[atB + k + 1]!;
    third += a[atA + k + 2]! * b[atB + k + 2]!;
    fourth += a[atA + k + 3]! * b[atB + k + 3]!;
  }
  for (; k < length; k++) first += a[atA + k]! * b[atB + k]!;
  return first + second + third + fourth;
}

function addScaled(
  sums: Float64Array,
  atSums: number,
  factor: number,
  terms: Float64Array,
  atTerms: number,
  length: number,
): void {
  let k = 0;
  for (; k + 3 < length; k += 4) {
    sums[atSums + k]! += factor * terms[atTerms + k]!;
    sums[atSums + k + 1]! += factor * terms[atTerms + k + 1]!;
    sums[atSums + k + 2]! += factor * terms[atTerms + k + 2]!;
    sums[atSums + k + 3]! += factor * terms[atTerms + k + 3]!;
  }
  for (; k < length; k++) sums[atSums + k]! += factor * terms[atTerms + k]!;
}
