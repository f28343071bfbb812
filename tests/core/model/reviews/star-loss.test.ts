import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sigmoid, softplus } from '#core/base/statistics/statistics.ts';
import { starLoss } from '#core/model/reviews/star-loss.ts';
import { seededRandom } from '#core/base/random.ts';

const random = seededRandom(5);
const uniform = (count: number) => Float64Array.from({ length: count }, () => 2 * random() - 1);

const rows = {
  terms: {
    starts: Uint32Array.of(0, 2, 3, 3, 6),
    columns: Uint32Array.of(0, 2, 1, 0, 1, 2),
    values: Float32Array.of(0.5, 0.25, 1, 0.5, 0.5, 0.75),
  },
  termCount: 3,
  dense: uniform(8),
  denseCount: 2,
  stars: [1, 5, 3, 4],
  used: [0, 1, 2, 3],
};
const prior = {
  termPrecision: 0.3,
  denseMeans: [1, -1],
  densePrecisions: [2, 0.5],
  thresholdMeans: [-3, -2, -1, 0],
  thresholdPrecision: 0.2,
};
const loss = starLoss(rows, prior);

it('has the gradient of finite differences', () => {
  const at = uniform(9);
  const gradient = new Float64Array(9);
  loss(at, gradient);
  const scratch = new Float64Array(9);
  for (let j = 0; j < 9; j++) {
    const [up, down] = [1e-5, -1e-5].map((step) =>
      loss(
        at.map((x, k) => (k === j ? x + step : x)),
        scratch,
      ),
    );
    expect(gradient[j]).toBeCloseTo((up! - down!) / 2e-5, 6);
  }
});

it('is convex', () => {
  const scratch = new Float64Array(9);
  for (let trial = 0; trial < 50; trial++) {
    const [a, b] = [uniform(9).map((x) => 9 * x), uniform(9).map((x) => 9 * x)];
    const middle = a.map((x, j) => (x + b[j]!) / 2);
    expect(2 * loss(middle, scratch)).toBeLessThanOrEqual(loss(a, scratch) + loss(b, scratch));
  }
});

it('costs one review the mean of four logistic losses', () => {
  const one = starLoss(
    { ...rows, used: [2] },
    { ...prior, termPrecision: 0, densePrecisions: [0, 0], thresholdPrecision: 0 },
  );
  const at = Float64Array.of(0, 0, 0, 0, 0, -3, -2, -1, 0.5);
  const [p1, p2, p3, p4] = [-3, -2, -1, 0.5].map(sigmoid) as [number, number, number, number];
  const expected = -(Math.log(1 - p1) + Math.log(1 - p2) + Math.log(p3) + Math.log(p4)) / 4;
  expect(one(at, new Float64Array(9))).toBeCloseTo(expected);
});

it('stays finite for any logit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(sigmoid(x)).toBeGreaterThanOrEqual(0);
      expect(sigmoid(x)).toBeLessThanOrEqual(1);
      expect(softplus(x)).toBeGreaterThanOrEqual(0);
      expect(softplus(x)).not.toBeNaN();
    }),
  );
});
