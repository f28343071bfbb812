/**
 * Returns Wilson's score interval (1927) for a share of `count` cases; it stays within 0–1 for few cases too.
 * `deviations` is the half-width in standard deviations. Returns [0, 1] without cases.
 */
export function wilsonInterval(
  share: number,
  count: number,
  deviations: number,
): readonly [low: number, high: number] {
  if (count === 0) return [0, 1];
  const square = deviations ** 2;
  const centre = (share + square / (2 * count)) / (1 + square / count);
  const half =
    (deviations / (1 + square / count)) *
    Math.sqrt((share * (1 - share)) / count + square / (4 * count ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** Half-widths, in standard deviations of a normal distribution, of the central 50%, 80% and 90%. */
export const FIVE_IN_TEN = 0.6744897501960817;
export const EIGHT_IN_TEN = 1.2815515655446004;
export const NINE_IN_TEN = 1.6448536269514722;
