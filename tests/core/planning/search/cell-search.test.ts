import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownCells, searchCells, type CellScores } from '#core/planning/search/cell-search.ts';
import { seededRandom } from '#core/base/random.ts';

const CELLS = 2000;
/** The shortlist and the cells of every kind. */
const USUALLY_ASKED = 96 + 32;
/** What the best of some cells asks about beside them. */
const ASKED_OF_SOME = 24;

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
  const found = searchCells({
    quick,
    whole: (cells) => {
      asked.push(...cells);
      return Float64Array.from(cells, (cell) => whole[cell]!);
    },
    valueAt,
  });
  return { ...found, asked };
}

const highest = (values: Float64Array) => values.indexOf(values.reduce((a, b) => Math.max(a, b)));

/** The first of the highest values among those allowed; -1 where none is. */
function bruteBest(values: Float64Array, allowed: Uint8Array | null): number {
  let best = -1;
  values.forEach((value, cell) => {
    if (allowed?.[cell] === 0 || value === -Infinity) return;
    if (best < 0 || value > values[best]!) best = cell;
  });
  return best;
}

/** Some of the cells, by chance. */
function someOf(cells: number, share: number): Uint8Array {
  const random = seededRandom(cells);
  return Uint8Array.from({ length: cells }, () => (random() < share ? 1 : 0));
}

describe('a search of cells', () => {
  it('has the figure of the whole blend for the cell that it puts first, however far the quick one is off', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 20, noNaN: true }), (seed, noise) => {
        const given = world(seed, { noise });
        const margin = (cell: number) => (cell % 7) - 2;
        const { best, logUnits, values } = search(
          given,
          (cell, log) => margin(cell) * Math.expm1(log),
        );
        const first = best(null);
        expect(first).toBe(highest(values));
        expect(values).toEqual(logUnits.map((log, cell) => margin(cell) * Math.expm1(log)));
        expect(logUnits[first]).toBe(given.whole[first]);
      }),
    );
  });

  it('finds what is best of all, and of some, where the shortlists cover them', () => {
    const anyCells = fc.integer({ min: 1, max: 96 });
    fc.assert(
      fc.property(fc.integer(), anyCells, fc.double({ min: 0, max: 1 }), (seed, cells, share) => {
        const given = world(seed, { cells, noise: 20 });
        const { best, logUnits } = search(given);
        expect(best(null)).toBe(bruteBest(given.whole, null));
        expect(logUnits).toEqual(given.whole);
        const allowed = someOf(cells, share);
        expect(best(allowed)).toBe(bruteBest(given.whole, allowed));
      }),
    );
  });

  it('has nothing better that is allowed by its own figures, and knows the best of them', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 20, noNaN: true }), (seed, noise) => {
        const given = world(seed, { noise });
        const { best, logUnits, values } = search(given);
        best(null);
        const allowed = someOf(CELLS, 0.3);
        const other = best(allowed);
        expect(other).toBe(bruteBest(values, allowed));
        expect(logUnits[other]).toBe(given.whole[other]);
        expect(best(null)).toBe(bruteBest(values, null)); // asking about others may have changed it
      }),
    );
  });

  it('never chooses what is refused or not allowed, and says where nothing is left', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const given = world(seed, { cells: 200, noise: 3 });
        const isTried = someOf(200, share);
        const { best, values } = search(given, (cell, log) => (isTried[cell] ? log : -Infinity));
        expect(best(null)).toBe(bruteBest(values, null));
        expect(best(isTried.map((tried) => 1 - tried))).toBe(-1);
        expect(best(new Uint8Array(200))).toBe(-1);
      }),
    );
    expect(search(world(1, { noise: 1 }), () => -Infinity).best(null)).toBe(-1);
  });

  it('finds the best cell among few where both blends put cells in about the same order', () => {
    const given = world(1, { noise: 0.1 });
    const { best, asked } = search(given);
    expect(best(null)).toBe(highest(given.whole));
    expect(asked.length).toBeLessThanOrEqual(USUALLY_ASKED);
    const before = asked.length;
    const allowed = someOf(CELLS, 0.5);
    expect(best(allowed)).toBe(bruteBest(given.whole, allowed));
    expect(asked.length - before).toBeLessThanOrEqual(ASKED_OF_SOME);
  });

  it('moves the cells that it does not ask about to the scale of the whole blend', () => {
    const given = world(2, { noise: 0 });
    const { best, logUnits, asked } = search(given);
    best(null);
    expect(asked.length).toBeLessThan(CELLS / 10);
    logUnits.forEach((log, cell) => expect(log).toBeCloseTo(given.whole[cell]!, 9));
  });

  it('goes on past cells that promised too much, asking about none twice', () => {
    const { quick } = world(3, { noise: 0 });
    const isOverrated = (cell: number) => cell % 10 === 0;
    const whole = quick.map((log, cell) => (isOverrated(cell) ? log / 1000 : log));
    const valueAt = (cell: number, log: number) => (isOverrated(cell) ? 100 : 1) * log;
    const { best, logUnits, asked } = search({ quick, whole }, valueAt);
    const first = best(null);
    expect(asked.length).toBeGreaterThan(USUALLY_ASKED);
    best(someOf(CELLS, 0.5));
    best(null);
    expect(new Set(asked).size).toBe(asked.length);
    expect(first).toBe(highest(whole.map((log, cell) => valueAt(cell, log))));
    expect(logUnits[first]).toBe(whole[first]);
  });

  it('stays short where all cells are worth the same, and puts the first of them first by its own figure', () => {
    const given = world(4, { noise: 5 });
    const { best, logUnits, asked } = search(given, () => -20);
    expect(best(null)).toBe(0);
    expect(asked.length).toBeLessThanOrEqual(USUALLY_ASKED);
    expect(logUnits[0]).toBe(given.whole[0]);
  });

  it('does not turn the order of cells round where the whole blend goes against the quick one', () => {
    const { quick } = world(5, { noise: 0 });
    const whole = quick.map((log) => -log);
    const { best, logUnits, asked } = search({ quick, whole });
    best(null);
    const others = [...quick.keys()].filter((cell) => !asked.includes(cell));
    expect(new Set(others.map((cell) => logUnits[cell])).size).toBeLessThanOrEqual(1);
  });
});

it('finds the best of cells that are all known', () => {
  const valueAt = (cell: number, log: number) => (cell === 1 ? -Infinity : 2 * log);
  const { best, logUnits, values } = knownCells(Float64Array.of(1, 9, 3, 3, 2), valueAt);
  expect([...logUnits]).toEqual([1, 9, 3, 3, 2]);
  expect([...values]).toEqual([2, -Infinity, 6, 6, 4]);
  expect(best(null)).toBe(2);
  expect(best(Uint8Array.of(1, 1, 0, 0, 1))).toBe(4);
  expect(best(Uint8Array.of(0, 1, 0, 0, 0))).toBe(-1);
});
