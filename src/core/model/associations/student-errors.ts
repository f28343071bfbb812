// Student's t distribution of errors, with a scale: its tails are wider than the normal's where variances are estimated from
// few independent weeks.

import { betaShare } from '#core/base/statistics/beta-distribution.ts';
import { logGamma } from '#core/base/statistics/gamma.ts';
import { studentQuantile } from '#core/base/statistics/student-t.ts';

export interface Student {
  readonly scale: number;
  /** Degrees of freedom. */
  readonly freedom: number;
}

const FREEDOMS = [3, 4, 5, 6, 8, 10, 14, 20, 30, 60];
const ROUNDS = 40;

/** Fits scale and degrees of freedom by maximum likelihood; the scale is at least 1. Errors are centred at 0. */
export function fitStudent(errors: readonly number[]): Student {
  const fits = FREEDOMS.map((freedom) => {
    const scale = fitScale(errors, freedom);
    const student = { scale, freedom };
    return {
      student,
      likelihood: errors.reduce((sum, error) => sum + logDensity(student, error), 0),
    };
  });
  const { student } = fits.reduce((best, each) =>
    each.likelihood > best.likelihood ? each : best,
  );
  return { ...student, scale: Math.max(1, student.scale) };
}

/** Expectation and maximisation: each error weighs by how little it stands out (Lange, Little and Taylor 1989). */
function fitScale(errors: readonly number[], freedom: number): number {
  let square = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const total = errors.reduce(
      (sum, error) => sum + ((freedom + 1) * error ** 2) / (freedom + error ** 2 / square),
      0,
    );
    square = Math.max(1e-12, total / errors.length);
  }
  return Math.sqrt(square);
}

function logDensity({ scale, freedom }: Student, error: number): number {
  const front =
    logGamma((freedom + 1) / 2) - logGamma(freedom / 2) - 0.5 * Math.log(freedom * Math.PI);
  return front - Math.log(scale) - ((freedom + 1) / 2) * Math.log1p((error / scale) ** 2 / freedom);
}

/** Returns the chance of an error at least as far from 0, in either direction. */
export function beyondShare({ scale, freedom }: Student, error: number): number {
  return betaShare({ a: freedom / 2, b: 0.5 }, freedom / (freedom + (error / scale) ** 2));
}

/** Returns the factor that makes 90% of a normal variable's range that of these errors. */
export function wideningOf({ scale, freedom }: Student): number {
  return (scale * studentQuantile(0.95, freedom)) / NORMAL_95;
}

const NORMAL_95 = 1.6448536269514722;
