// The inputs of a regression whose coefficients vary with the product: every product input times every action column, never
// written out, and after them a mark for the batch of launches that a row belongs to. A product has few inputs other than zero,
// so that a product with the whole matrix costs little.

interface Matrix {
  /** Columns of the action basis. */
  readonly basis: number;
  /** Where each row's product inputs begin, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly inputs: Uint32Array;
  readonly values: Float64Array;
  /** [rows, basis] */
  readonly phi: Float64Array;
  /** The coefficient of each row's batch. */
  readonly batches: Uint32Array;
}

export class Interactions {
  readonly rowCount: number;
  /** Coefficients: [1 + product inputs, basis], the constant product input first, then one for each batch. */
  readonly size: number;
  readonly #matrix: Matrix;

  /** x: [rows, product inputs]; phi: [rows, basis], the constant 1 first; batches: numbers from 0, one a row. */
  constructor(x: Float32Array, phi: Float32Array, batches: Uint32Array) {
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
    };
  }

  /** One sum a row: the matrix times the coefficients. */
  times(coefficients: Float64Array): Float64Array {
    const { basis, starts, inputs, values, phi, batches } = this.#matrix;
    return Float64Array.from(batches, (batch, row) => {
      let sum = coefficients[batch]!;
      for (let i = starts[row]!; i < starts[row + 1]!; i++) {
        const from = inputs[i]! * basis;
        let part = 0;
        for (let k = 0; k < basis; k++) part += coefficients[from + k]! * phi[row * basis + k]!;
        sum += values[i]! * part;
      }
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
    { basis, starts, inputs, values, phi, batches }: Matrix,
  ): Float64Array {
    const sums = new Float64Array(this.size);
    for (let row = 0; row < rowValues.length; row++) {
      const rowValue = rowValues[row]!;
      for (let i = starts[row]!; i < starts[row + 1]!; i++) {
        const from = inputs[i]! * basis;
        const value = values[i]! * rowValue;
        for (let k = 0; k < basis; k++)
          sums[from + k] = sums[from + k]! + value * phi[row * basis + k]!;
      }
      const batch = batches[row]!;
      sums[batch] = sums[batch]! + rowValue;
    }
    return sums;
  }
}
