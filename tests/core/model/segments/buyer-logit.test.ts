import { expect, it } from 'vitest';
import { fitLogit } from '#core/model/segments/buyer-logit.ts';
import { seededRandom } from '#core/base/random.ts';
import { sigmoid } from '#core/base/statistics/statistics.ts';

it('finds the chances of the whole from a sample of those without a case', () => {
  const random = seededRandom(8);
  const truth = { intercept: -4, slopes: [1.2, -0.8] };
  const rows: number[] = [];
  const [isCase, shares]: [number[], number[]] = [[], []];
  for (let i = 0; i < 60_000; i++) {
    const x = [random() * 3, random() * 2];
    const chance = sigmoid(truth.intercept + truth.slopes[0]! * x[0]! + truth.slopes[1]! * x[1]!);
    const happened = random() < chance;
    // Half of the rows are sampled a tenth, the others a third.
    const share = i % 2 === 0 ? 0.1 : 1 / 3;
    if (!happened && random() > share) continue;
    rows.push(...x);
    isCase.push(Number(happened));
    shares.push(share);
  }
  const fitted = fitLogit({
    ...{ x: Float32Array.from(rows), columns: 2 },
    isCase: Uint8Array.from(isCase),
    sampledShare: Float64Array.from(shares),
  });
  expect(fitted.intercept).toBeCloseTo(truth.intercept, 0);
  expect(Math.abs(fitted.coefficients[0]! - 1.2)).toBeLessThan(0.08);
  expect(Math.abs(fitted.coefficients[1]! + 0.8)).toBeLessThan(0.08);
});
