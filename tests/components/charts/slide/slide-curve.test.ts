import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hatchedParts,
  slidePaths,
  slideScale,
  type SlideValues,
} from '#components/charts/slide/slide-curve.ts';

const box = { left: 40, right: 140, top: 10, bottom: 110 };
const scale = slideScale(box, { min: 0, max: 10 }, { min: 0, max: 100 });

const values = (expected: readonly number[], change: Partial<SlideValues> = {}): SlideValues => ({
  x: expected.map((_, i) => i),
  expected,
  low80: expected.map((value) => value - 20),
  low50: expected.map((value) => value - 10),
  high50: expected.map((value) => value + 10),
  high80: expected.map((value) => value + 20),
  outside: [],
  ...change,
});

describe('the scale of a curve', () => {
  it('puts both ends of both axes into the corners', () => {
    expect([scale.x(0), scale.x(10)]).toEqual([40, 140]);
    expect([scale.y(0), scale.y(100)]).toEqual([110, 10]);
  });
});

describe('the paths of a curve', () => {
  it('are a line and bands around it that end where it ends', () => {
    const { line, guessed, band80, band50 } = slidePaths(values([50, 60]), scale);
    expect(line).toBe('M40.0 60.0L50.0 50.0');
    expect(guessed).toBe('');
    expect(band80).toBe('M40.0 40.0L50.0 30.0L50.0 70.0L40.0 80.0Z');
    expect(band50).toBe('M40.0 50.0L50.0 40.0L50.0 60.0L40.0 70.0Z');
  });

  it('break where nothing is known, and a place alone is a dot', () => {
    const { line, band80 } = slidePaths(values([50, 60, NaN, 40, NaN, 20, 30]), scale);
    expect(line).toBe('M40.0 60.0L50.0 50.0M70.0 70.0h0M90.0 90.0L100.0 80.0');
    expect(band80.match(/M/g)).toHaveLength(3);
  });

  it('go on as a guess beyond what was tried', () => {
    const outside = [
      [-Infinity, 1],
      [3, Infinity],
    ] as const;
    const { line, guessed } = slidePaths(values([50, 50, 50, 50, 50], { outside }), scale);
    expect(line).toBe('M50.0 60.0L60.0 60.0L70.0 60.0');
    expect(guessed).toBe('M40.0 60.0L50.0 60.0M70.0 60.0L80.0 60.0');
  });

  it('never hold what is not a number', () => {
    const known = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.oneof(known, fc.constant(NaN)), { maxLength: 12 }), (expected) => {
        expect(Object.values(slidePaths(values(expected), scale)).join('')).not.toMatch(/NaN|Inf/);
      }),
    );
  });
});

describe('hatching', () => {
  const ends = { min: 0, max: 10 };

  it('covers what was never tried, to the ends of the axis and no further', () => {
    const outside = [
      [-Infinity, 2],
      [4, 5],
      [9, Infinity],
    ] as const;
    expect(hatchedParts(outside, ends, scale)).toEqual([
      { x: 40, width: 20 },
      { x: 80, width: 10 },
      { x: 130, width: 10 },
    ]);
  });

  it('is nowhere where all of the axis was tried', () => {
    const all = [
      [-Infinity, 0],
      [10, Infinity],
    ] as const;
    expect(hatchedParts(all, ends, scale)).toEqual([]);
  });
});
