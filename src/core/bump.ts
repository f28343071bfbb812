/** Less of it is none. Gradients of what is nearly nothing are subnormal numbers, which processors multiply several times as slowly. */
const LEAST = 1e-6;

/** A bell of height 1, so many standard deviations from its middle. */
export function bump(deviations: number): number {
  const height = Math.exp(-0.5 * deviations ** 2);
  return height < LEAST ? 0 : height;
}
