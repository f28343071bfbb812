import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { addScaled, dot } from '#core/base/statistics/vectors.ts';

const random = seededRandom(1);
const numbers = (length: number) => Float64Array.from({ length }, () => random() - 0.5);

describe.each([0, 1, 3, 4, 5, 8, 17])('vectors of %i numbers', (length) => {
  const [a, b] = [numbers(30), numbers(30)];
  const places = Array.from({ length }, (_, i) => i);

  it('multiplies the parts that it is asked for', () => {
    const expected = places.reduce((sum, i) => sum + a[3 + i]! * b[7 + i]!, 0);
    expect(dot(a, 3, b, 7, length)).toBeCloseTo(expected, 12);
  });

  it('adds a multiple to these sums and to no others', () => {
    const sums = a.slice();
    addScaled(sums, 2, -1.5, b, 6, length);
    const expected = a.map((sum, i) =>
      i >= 2 && i < 2 + length ? sum - 1.5 * b[6 + i - 2]! : sum,
    );
    sums.forEach((sum, i) => expect(sum).toBeCloseTo(expected[i]!, 12));
  });
});
