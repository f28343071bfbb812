// The varying-coefficient network as plain numbers. For head h:
//   eta_h(product, action) = sum_j coef_hj(product) * phi_hj(action)
// A product tower (two ensemble layers, and a linear skip where it starts from ridges) gives the coefficients; phi starts
// with the constant 1.
// Outcome heads see the whole action basis; habit heads, which predict the action itself, see the constant only.

export interface NetHead {
  readonly name: string;
  /** Number of columns of its basis, the constant included: 1 for a habit head. */
  readonly basis: number;
  readonly signed?: readonly SignedColumn[];
}

/** A column of a head's basis whose coefficient has one sign for every product: sign × softplus(sign × raw + shift). */
export interface SignedColumn {
  readonly column: number;
  readonly sign: 1 | -1;
  /** Size of the coefficient before training. */
  readonly start: number;
}

export interface NetShape {
  /** Number of columns of the encoded product. */
  readonly inputs: number;
  /** Ensemble members that share each weight matrix (BatchEnsemble, as in TabM, arXiv 2410.24210). */
  readonly members: number;
  readonly width: number;
  /** Whether coefficients are linear in the inputs, too, beside the layers. */
  readonly hasSkip: boolean;
  readonly heads: readonly NetHead[];
}

/** Returns the number of coefficients per product and member: those of all heads' bases. */
export function outputCount(shape: Pick<NetShape, 'heads'>): number {
  return shape.heads.reduce((sum, head) => sum + head.basis, 0);
}

/**
 * Training rows, row-major. Every likelihood is written per row and head as
 *   loss = soft * softplus(z) + square / 2 * z² − target * z + constant
 * Binomial: soft = weight × trials, target = weight × successes. Gaussian: square = 1, target = the standardised value.
 * A missing outcome has zeros everywhere, so that it has no effect. `constant` makes the loss of a perfect prediction
 * zero (half the deviance). It is applied per row, before any sum, because float32 would cancel.
 */
export interface TrainingRows {
  readonly rowCount: number;
  /** [rows, inputs] */
  readonly x: Float32Array;
  /** [rows, outputCount]: the bases of the heads, one after another. */
  readonly phi: Float32Array;
  /** [rows, heads], as are the next three. */
  readonly soft: Float32Array;
  readonly square: Float32Array;
  readonly target: Float32Array;
  readonly constant: Float32Array;
}

export interface NetWeights {
  readonly shape: NetShape;
  /** Baseline of each head's z: the logit of its mean rate, or 0 where the outcome is standardised. */
  readonly offsets: readonly number[];
  /** All parameters in one vector, in the order of net-layout.ts. */
  readonly theta: Float32Array;
}

export interface FitSettings {
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  /** Share of hidden values dropped in training, 0–1. */
  readonly dropout: number;
  readonly clipNorm: number;
}
