import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchCells, type CellScores } from '#core/launch/cell-search.ts';
import { seededRandom } from '#core/random.ts';

const CELLS = 2000;
/** The shortlist and the cells of every kind. */
const USUALLY_ASKED = 96 + 32;

interface World {
  readonly quick: Float64Array;
  readonly whole: Float64Array;
}

/** The whole blend follows the quick one as closely as `noise` allows. */
function world(seed: number, { cells = CELLS, noise }: { cells?: number; noise: number }): World {
  const random = seededRandom(seed);
  const quick = Float64Array.from({ length: cells }, () => 4 * random());
  return { quick, whole: quick.map((log) => 1 + 0.8 * log + noise * (random() - 0.5)) };
}

function search({ quick, whole }: World, valueAt: CellScores['valueAt'] = (_, log) => log) {
  const asked: number[] = [];
  const { logUnits: logs, values } = searchCells({
    quick,
    whole: (cells) => {
      asked.push(...cells);
      return Float64Array.from(cells, (cell) => whole[cell]!);
    },
    valueAt,
  });
  return { logs, values, asked };
}

const highest = (values: Float64Array) => values.indexOf(values.reduce((a, b) => Math.max(a, b)));

describe('a search of cells', () => {
  it('has the figure of the whole blend for the cell that it puts first, however far the quick one is off', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 20, noNaN: true }), (seed, noise) => {
        const given = world(seed, { noise });
        const margin = (cell: number) => (cell % 7) - 2;
        const { logs, values } = search(given, (cell, log) => margin(cell) * Math.expm1(log));
        const best = highest(values);
        expect(values).toEqual(logs.map((log, cell) => margin(cell) * Math.expm1(log)));
        expect(logs[best]).toBe(given.whole[best]);
      }),
    );
  });

  it('is exact where the shortlist covers all cells', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 96 }), (seed, cells) => {
        const given = world(seed, { cells, noise: 20 });
        expect(search(given).logs).toEqual(given.whole);
      }),
    );
  });

  it('finds the best cell among few where both blends put cells in about the same order', () => {
    const given = world(1, { noise: 0.1 });
    const { logs, asked } = search(given);
    expect(highest(logs)).toBe(highest(given.whole));
    expect(asked.length).toBeLessThanOrEqual(USUALLY_ASKED);
  });

  it('moves the cells that it does not ask about to the scale of the whole blend', () => {
    const given = world(2, { noise: 0 });
    const { logs, asked } = search(given);
    expect(asked.length).toBeLessThan(CELLS / 10);
    logs.forEach((log, cell) => expect(log).toBeCloseTo(given.whole[cell]!, 9));
  });

  it('goes on past cells that promised too much, asking about none twice', () => {
    const { quick } = world(3, { noise: 0 });
    const isOverrated = (cell: number) => cell % 10 === 0;
    const whole = quick.map((log, cell) => (isOverrated(cell) ? log / 1000 : log));
    const valueAt = (cell: number, log: number) => (isOverrated(cell) ? 100 : 1) * log;
    const { logs, asked } = search({ quick, whole }, valueAt);
    expect(asked.length).toBeGreaterThan(USUALLY_ASKED);
    expect(new Set(asked).size).toBe(asked.length);
    const best = highest(logs.map((log, cell) => valueAt(cell, log)));
    expect(logs[best]).toBe(whole[best]);
  });

  it('stays short where all cells are worth the same, and puts the first of them first by its own figure', () => {
    const given = world(4, { noise: 5 });
    const { logs, asked } = search(given, () => -20);
    expect(asked.length).toBeLessThanOrEqual(USUALLY_ASKED);
    expect(logs[0]).toBe(given.whole[0]);
  });

  it('does not turn the order of cells round where the whole blend goes against the quick one', () => {
    const { quick } = world(5, { noise: 0 });
    const whole = quick.map((log) => -log);
    const { logs, asked } = search({ quick, whole });
    const others = [...quick.keys()].filter((cell) => !asked.includes(cell));
    expect(new Set(others.map((cell) => logs[cell])).size).toBeLessThanOrEqual(1);
  });
});
