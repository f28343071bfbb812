import { expect, it } from 'vitest';
import { epochQuality, type Yardstick } from '#core/model/training/epoch-quality.ts';
import { seededRandom } from '#core/base/random.ts';

const units = { kind: 'direct', mean: 0, deviation: 1, headIndex: 0 } as const;
const shape = { members: 1, heads: [{}] };
const yardstick = (
  actualUnits: readonly number[],
  soldOut: readonly boolean[] = [],
): Yardstick => ({
  actualUnits,
  soldOut,
  units,
  shape,
});
const logs = (values: readonly number[]) => Float32Array.from(values, Math.log1p);

it('weighs what was missed by what was sold', () => {
  const { wape } = epochQuality(logs([8, 12, 20]), yardstick([10, 10, 20]));
  expect(wape).toBeCloseTo(4 / 40, 6);
});

it('holds nothing against a forecast above what a sold-out launch had', () => {
  const { wape } = epochQuality(logs([30, 10]), yardstick([10, 10], [true, false]));
  expect(wape).toBeCloseTo(0, 6);
});

it('finds that four in five lie within ranges of the other half, whatever is missed', () => {
  const random = seededRandom(3);
  const actual = Array.from({ length: 4_000 }, () => Math.expm1(3 + 2 * random()));
  const { coverage } = epochQuality(logs(actual.map(() => 50)), yardstick(actual));
  expect(coverage).toBeGreaterThan(0.77);
  expect(coverage).toBeLessThan(0.83);
});

it('draws no ranges from a handful, and shares out no misses where nothing was sold', () => {
  expect(epochQuality(logs([8, 12, 20]), yardstick([10, 10, 20])).coverage).toBeNull();
  expect(epochQuality(logs([1, 2]), yardstick([0, 0])).wape).toBeNull();
});
