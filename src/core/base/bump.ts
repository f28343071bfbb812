/**
 * Smaller heights become 0: their gradients would be subnormal numbers, which processors multiply several times more
 * slowly.
 */
const LEAST = 1e-6;

/** Returns the height of a Gaussian bell with maximum 1, at this many standard deviations from its centre. */
export function bump(deviations: number): number {
  const height = Math.exp(-0.5 * deviations ** 2);
  return height < LEAST ? 0 : height;
}
