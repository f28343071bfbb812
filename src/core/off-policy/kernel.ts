// How nearby weeks and prices count where a coarse action is asked about: what is expected of it is the mean over them, so that no
// answer hangs on the luck of one week or one price.

export interface KernelWeek {
  readonly daysAway: number;
  readonly share: number;
}

/** Triangular, down to nothing at four weeks before and after the launch's own week, taken every second week. Shares add up to one. */
export const KERNEL_WEEKS: readonly KernelWeek[] = [
  { daysAway: -14, share: 1 / 4 },
  { daysAway: 0, share: 1 / 2 },
  { daysAway: 14, share: 1 / 4 },
];
export const OWN_WEEK = 1;

/** Of the log of the price, in the Gaussian kernel: about 5 % dearer or cheaper. */
export const PRICE_BANDWIDTH = 0.05;

export interface KernelPrice {
  /** Times the launch's own price. */
  readonly factor: number;
  readonly share: number;
}

/** Three nodes stand for the Gaussian, exact for polynomials of log price up to the fifth power (Gauss–Hermite). */
export const KERNEL_PRICES: readonly KernelPrice[] = [
  { factor: Math.exp(-Math.sqrt(3) * PRICE_BANDWIDTH), share: 1 / 6 },
  { factor: 1, share: 2 / 3 },
  { factor: Math.exp(Math.sqrt(3) * PRICE_BANDWIDTH), share: 1 / 6 },
];
export const OWN_PRICE = 1;
