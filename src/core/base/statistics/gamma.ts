// The gamma function's logarithm and its derivative, which the beta distribution is made of.

/**
 * Returns ln Γ(a) for a > 0 to about 1e-15: Lanczos's approximation with g = 7 and nine terms (Godfrey's coefficients).
 */
export function logGamma(a: number): number {
  if (a < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * a)) - logGamma(1 - a);
  const x = a - 1;
  const t = x + 7.5;
  const sum = LANCZOS.reduce((total, factor, i) => total + factor / (x + i + 1), FIRST);
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * Returns ψ(a), the derivative of ln Γ, for a > 0 to about 1e-12: the recurrence ψ(a) = ψ(a + 1) − 1/a up to 8, then the
 * asymptotic series (Abramowitz and Stegun 1964, 6.3.5 and 6.3.18).
 */
export function digamma(a: number): number {
  let [x, total] = [a, 0];
  for (; x < 8; x++) total -= 1 / x;
  const s = 1 / (x * x);
  const series = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132)))));
  return total + Math.log(x) - 0.5 / x - series;
}

const FIRST = 0.99999999999980993;
const LANCZOS = [
  ...[676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059],
  ...[12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7],
];
