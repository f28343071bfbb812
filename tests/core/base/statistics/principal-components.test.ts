import { describe, expect, it } from 'vitest';
import { principalComponents, project } from '#core/base/statistics/principal-components.ts';
import { seededRandom, type Random } from '#core/base/random.ts';

const SIZE = 12;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Spread along the axes by the given deviations, then about a mean that is not zero. */
function cloud(deviations: readonly number[], count: number, random: Random): Float32Array[] {
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: SIZE }, (_, i) => 2 + (deviations[i] ?? 0.05) * normal(random)),
  );
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('principal components', () => {
  const vectors = cloud([3, 2, 1], 4_000, seededRandom(1));
  const found = principalComponents(vectors, 3, seededRandom(2));
  const direction = (k: number) => found.directions.subarray(k * SIZE, (k + 1) * SIZE);

  it('finds the axes of a cloud, the longest first', () => {
    [3, 2, 1].forEach((deviation, k) => {
      expect(found.deviations[k]).toBeCloseTo(deviation, 0.5);
      expect(Math.abs(direction(k)[k]!)).toBeGreaterThan(0.99);
    });
  });

  it('gives directions of length one, at right angles', () => {
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++)
        expect(dot(direction(a), direction(b))).toBeCloseTo(a === b ? 1 : 0, 5);
  });

  it('solves the eigenproblem of the scatter, worked out entry by entry', () => {
    const scatter = (i: number, j: number) =>
      vectors.reduce((sum, v) => sum + (v[i]! - found.mean[i]!) * (v[j]! - found.mean[j]!), 0) /
      vectors.length;
    for (let k = 0; k < 3; k++) {
      for (let i = 0; i < SIZE; i++) {
        const row = Array.from({ length: SIZE }, (_, j) => scatter(i, j));
        const expected = found.deviations[k]! ** 2 * direction(k)[i]!;
        expect(Math.abs(dot(row, direction(k)) - expected)).toBeLessThan(0.05);
      }
    }
  });

  it('projects the mean to zero, and steps along a direction to multiples of the first deviation', () => {
    expect(Math.max(...project(found, found.mean).map(Math.abs))).toBeLessThan(1e-6);
    const moved = found.mean.map((value, i) => value + 6 * direction(1)[i]!);
    const [first, second] = project(found, moved);
    expect(first).toBeCloseTo(0, 4);
    expect(second).toBeCloseTo(6 / found.deviations[0]!, 4);
  });

  it('gives no more directions than the vectors differ in', () => {
    const flat = cloud([1, 0, 0], 50, seededRandom(3)).map((v) =>
      v.map((value, i) => (i === 0 ? value : 1)),
    );
    expect(principalComponents(flat, 5, seededRandom(4)).deviations.length).toBe(1);
    expect(principalComponents([], 5, seededRandom(4)).deviations.length).toBe(0);
    expect(principalComponents([vectors[0]!], 5, seededRandom(4)).deviations.length).toBe(0);
    const same = Array.from({ length: 9 }, () => vectors[0]!);
    expect(principalComponents(same, 5, seededRandom(4)).deviations.length).toBe(0);
  });

  it('is the same each time', () => {
    expect(principalComponents(vectors, 3, seededRandom(2))).toEqual(found);
  });
});
