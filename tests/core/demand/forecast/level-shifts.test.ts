import { describe, expect, it } from 'vitest';
import { levelShifts } from '#core/demand/forecast/level-shifts.ts';
import { seededRandom } from '#core/base/random.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';

/** A level for each piece, with noise. */
function series(
  pieces: readonly (readonly [weeks: number, level: number])[],
  noise: number,
  seed = 1,
) {
  const random = seededRandom(seed);
  return Float64Array.from(
    pieces.flatMap(([weeks, level]) =>
      Array.from({ length: weeks }, () => level + noise * drawNormal(random)),
    ),
  );
}

describe('levelShifts', () => {
  it('finds a change where it is, and its size', () => {
    const found = levelShifts(
      series(
        [
          [40, 4],
          [40, 5],
        ],
        0.1,
      ),
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.week).toBe(40);
    expect(found[0]!.factor).toBeCloseTo(Math.E, 0);
  });

  it('finds two changes', () => {
    const weeks = levelShifts(
      series(
        [
          [30, 4],
          [20, 3],
          [30, 4.5],
        ],
        0.15,
      ),
    ).map(({ week }) => week);
    expect(weeks).toEqual([30, 50]);
  });

  it('finds few changes in noise', () => {
    const counts = Array.from(
      { length: 200 },
      (_, seed) => levelShifts(series([[104, 4]], 0.3, seed)).length,
    );
    expect(counts.filter((count) => count > 0).length).toBeLessThanOrEqual(4);
  });

  it('takes a short peak and a small change for none', () => {
    expect(
      levelShifts(
        series(
          [
            [40, 4],
            [4, 6],
            [40, 4],
          ],
          0.1,
        ),
      ),
    ).toEqual([]);
    expect(
      levelShifts(
        series(
          [
            [40, 4],
            [40, 4.1],
          ],
          0.01,
        ),
      ),
    ).toEqual([]);
  });

  it('counts weeks through gaps', () => {
    const values = series(
      [
        [40, 4],
        [40, 5],
      ],
      0.1,
    );
    values.fill(NaN, 0, 10);
    values[60] = NaN;
    expect(levelShifts(values).map(({ week }) => week)).toEqual([40]);
  });

  it('is empty for short series', () => {
    expect(levelShifts(new Float64Array())).toEqual([]);
    expect(levelShifts(Float64Array.of(1))).toEqual([]);
    expect(levelShifts(new Float64Array(20).fill(3))).toEqual([]);
  });

  it('finds the best pieces of all', () => {
    for (let seed = 0; seed < 20; seed++) {
      const values = series(
        [
          [9, 4],
          [10, 4 + (seed % 3)],
        ],
        0.2,
        seed,
      );
      const [found] = levelShifts(values);
      const best = bestSplit(values);
      if (found) expect(found.week).toBe(best);
    }
  });
});

/** By trying every place. */
function bestSplit(values: Float64Array): number {
  const error = (part: Float64Array) => {
    const centre = part.reduce((a, b) => a + b, 0) / part.length;
    return part.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  };
  const places = Array.from({ length: values.length - 15 }, (_, i) => i + 8);
  const costs = places.map((at) => error(values.slice(0, at)) + error(values.slice(at)));
  return places[costs.indexOf(Math.min(...costs))]!;
}
