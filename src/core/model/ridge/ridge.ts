// A regression whose response to an action varies with the product:
//   z(product, action) = base + Σ_jk x_j phi_k W_jk, where x_0 = 1.
// Each group of coefficients (words times season, category times channel …) is shrunk towards zero by a penalty of its
// own, which marginal-likelihood.ts learns.

export interface Ridge {
  /** z before any input is added: the weighted mean of the target. */
  readonly base: number;
  /** [1 + product inputs, basis], the constant product input first. */
  readonly weights: Float32Array;
  /**
   * Columns of the basis whose response has one sign for every product; learnt coefficients of the other sign count as
   * zero.
   */
  readonly signed: readonly { readonly column: number; readonly sign: 1 | -1 }[];
  /** Penalty of each group of coefficients. */
  readonly penalties: Float64Array;
  /** Residual variance of a launch with weight 1. */
  readonly noise: number;
}

/**
 * Returns a product's coefficients on the action basis, [basis], with the base in the constant.
 * @param x the product's inputs, [product inputs]
 */
export function ridgeCoefficients({ base, weights, signed }: Ridge, x: Float32Array): Float64Array {
  const basis = weights.length / (x.length + 1);
  const coefficients = Float64Array.from(weights.subarray(0, basis));
  coefficients[0] = coefficients[0]! + base;
  x.forEach((value, j) => {
    if (value === 0) return;
    const from = (j + 1) * basis;
    for (let k = 0; k < basis; k++) coefficients[k] = coefficients[k]! + value * weights[from + k]!;
  });
  for (const { column, sign } of signed)
    coefficients[column] = sign * Math.max(0, sign * coefficients[column]!);
  return coefficients;
}

/**
 * Returns one value for each action, [actions].
 * @param coefficients [basis]
 * @param phi [actions, basis]
 */
export function valuesOfActions(coefficients: Float64Array, phi: Float32Array): Float64Array {
  const basis = coefficients.length;
  const values = new Float64Array(phi.length / basis);
  for (let action = 0; action < values.length; action++) {
    let value = 0;
    for (let k = 0; k < basis; k++) value += coefficients[k]! * phi[action * basis + k]!;
    values[action] = value;
  }
  return values;
}

/**
 * Returns one value for each launch, [rows].
 * @param x [rows, product inputs]
 * @param phi [rows, basis]
 */
export function predictRidge(
  ridge: Ridge,
  x: Float32Array,
  phi: Float32Array,
  rowCount: number,
): Float64Array {
  const inputs = x.length / rowCount;
  const basis = phi.length / rowCount;
  return Float64Array.from({ length: rowCount }, (_, row) => {
    const own = ridgeCoefficients(ridge, x.subarray(row * inputs, (row + 1) * inputs));
    return valuesOfActions(own, phi.subarray(row * basis, (row + 1) * basis))[0]!;
  });
}
