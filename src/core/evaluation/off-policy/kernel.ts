// Weights of nearby weeks and prices when a coarse action is evaluated. Its expected reward is the mean over them, so
// no estimate depends on a single week or price.

export interface KernelWeek {
  readonly daysAway: number;
  readonly share: number;
}

/** Triangular kernel around the launch's own week, zero at ±4 weeks, taken every second week. Shares add up to one. */
export const KERNEL_WEEKS: readonly KernelWeek[] = [
  { daysAway: -14, share: 1 / 4 },
  { daysAway: 0, share: 1 / 2 },
  { daysAway: 14, share: 1 / 4 },
];
export const OWN_WEEK = 1;

/** Bandwidth of the Gaussian kernel on log price: about 5%. */
export const PRICE_BANDWIDTH = 0.05;

export interface KernelPrice {
  /** Multiple of the launch's own price. */
  readonly factor: number;
  readonly share: number;
}

/** Three nodes of the Gaussian kernel, exact for polynomials of log price up to degree five (Gauss–Hermite). */
export const KERNEL_PRICES: readonly KernelPrice[] = [
  { factor: Math.exp(-Math.sqrt(3) * PRICE_BANDWIDTH), share: 1 / 6 },
  { factor: 1, share: 2 / 3 },
  { factor: Math.exp(Math.sqrt(3) * PRICE_BANDWIDTH), share: 1 / 6 },
];
export const OWN_PRICE = 1;
