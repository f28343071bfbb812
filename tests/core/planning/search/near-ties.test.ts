import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  cellCount,
  priceRatio,
  type ActionSpace,
} from '#core/model/features/action-space.ts';
import { knownCells, searchCells, within } from '#core/planning/search/cell-search.ts';
import { leastTied, preferredCell, TIED_CELLS } from '#core/planning/search/near-ties.ts';
import { seededRandom } from '#core/base/random.ts';
import { mondays, smallSpace } from '../../../support/action-space.ts';

const space = smallSpace({ weeks: mondays(8) });
const count = cellCount(space);
const found = (values: ArrayLike<number>) =>
  knownCells(Float64Array.from(values), (_, value) => value);

/** The soonest, then the nearest to list price, then the highest of all cells tied with the best: brute force. */
function preferredOf(own: ActionSpace, values: readonly number[]): number {
  const best = Math.max(...values);
  const tied = [...values.keys()].filter((cell) => values[cell]! >= leastTied(best, TIED_CELLS));
  const week = (cell: number) => cellAt(own, cell).weekIndex;
  const apart = (cell: number) => Math.abs(priceRatio(own, cellAt(own, cell)) - 1);
  return tied.toSorted(
    (a, b) => week(a) - week(b) || apart(a) - apart(b) || values[b]! - values[a]! || a - b,
  )[0]!;
}

describe('the cell to propose', () => {
  const anyValues = fc.array(fc.double({ min: -20, max: 100, noNaN: true }), {
    minLength: count,
    maxLength: count,
  });
  const nearLevel = fc.array(fc.double({ min: 96, max: 100, noNaN: true }), {
    minLength: count,
    maxLength: count,
  });

  it.each([
    ['any values', anyValues],
    ['values that nearly tie', nearLevel],
  ])('is the soonest of those tied, then the nearest to list price, with %s', (_, any) => {
    fc.assert(
      fc.property(any, (values) => {
        expect(preferredCell(space, found(values))).toBe(preferredOf(space, values));
      }),
    );
  });

  it('is the best where nothing is gained, and none where nothing is allowed', () => {
    const losses = Array.from({ length: count }, (_, cell) => (cell === 40 ? -100 : -101));
    expect(preferredCell(space, found(losses))).toBe(40);
    expect(preferredCell(space, found(new Array<number>(count).fill(-Infinity)))).toBe(-1);
  });

  it('stays within what is allowed', () => {
    const allowed = Uint8Array.from({ length: count }, (_, cell) => (cell >= 30 ? 1 : 0));
    const cell = preferredCell(space, within(found(new Array<number>(count).fill(7)), allowed));
    expect(cell).toBeGreaterThanOrEqual(30);
  });

  it('is tied by the whole blend, however the quick scores err', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        const whole = Float64Array.from({ length: count }, () => 90 + 10 * random());
        const search = searchCells({
          quick: Float64Array.from({ length: count }, () => 90 + 10 * random()),
          whole: (cells) => Float64Array.from(cells, (cell) => whole[cell]!),
          valueAt: (_, log) => log,
        });
        const cell = preferredCell(space, search);
        expect(search.values[cell]).toBe(whole[cell]);
        const best = search.values[search.best(null)]!;
        expect(whole[cell]).toBeGreaterThanOrEqual(leastTied(best, TIED_CELLS) - 1e-9);
      }),
    );
  });
});
