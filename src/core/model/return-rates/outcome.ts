// What a penalised fit asks of the outcome that it explains.

/** Slopes of the log likelihood at the linear predictors η, [launches] each. */
export interface Slopes {
  /** Log likelihood of all launches. */
  readonly value: number;
  readonly gradient: Float64Array;
  /** Expected information on η, 0 or more: the weights of the scoring step. */
  readonly information: Float64Array;
  /** Third derivative in η, to the same approximation as the information. */
  readonly skew: Float64Array;
}

/** η of each launch as the others predict it, and the variance of that prediction, [launches] each. */
export interface LeftOut {
  readonly eta: Float64Array;
  readonly variance: Float64Array;
}

/** Outcomes of some launches, given a spread between products. */
export interface Outcome<Kind = unknown> {
  /** η without any column. */
  readonly start: number;
  slopes(eta: Float64Array): Slopes;
  /** Returns the same outcomes with the spread under which launches that were left out are likeliest. */
  respread(leftOut: LeftOut): Kind;
}
