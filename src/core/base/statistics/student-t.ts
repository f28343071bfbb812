import { betaQuantile } from './beta-distribution.ts';

/**
 * Returns the value that a share, between 0 and 1, of Student's t distribution lies below: ν / (ν + t²) has a beta
 * distribution with ν / 2 and 1 / 2 (Johnson, Kotz, Balakrishnan: Continuous Univariate Distributions 2, 28.2).
 * @param freedom degrees of freedom ν, above 0
 */
export function studentQuantile(share: number, freedom: number): number {
  if (share > 0.5) return -studentQuantile(1 - share, freedom);
  const part = betaQuantile({ a: freedom / 2, b: 0.5 }, 2 * share);
  return -Math.sqrt((freedom * (1 - part)) / part);
}
