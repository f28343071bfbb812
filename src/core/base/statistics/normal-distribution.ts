// The standard normal distribution.

/** Returns the probability density at z. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/**
 * Chebyshev fit of the complementary error function (Numerical Recipes in C, 6.2); relative error below 1.2e-7, also in
 * the far tail.
 */
const ERFC = [
  0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
  1.00002368, -1.26551223,
];

/** Returns the probability of a value below z. */
export function normalShare(z: number): number {
  if (z > 0) return 1 - normalShare(-z);
  const x = -z / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const power = ERFC.reduce((all, each) => all * t + each, 0);
  return 0.5 * t * Math.exp(-x * x + power);
}

/** Returns the value that a share, between 0 and 1, of the distribution lies below, by bisection within ±8. */
export function normalQuantile(share: number): number {
  let [low, high] = [-8, 8];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
