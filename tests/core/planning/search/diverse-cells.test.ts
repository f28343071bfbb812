import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, weekOfYear, WEEKS_PER_YEAR } from '#core/base/dates.ts';
import { cellAt, cellCount, type ActionSpace } from '#core/model/features/action-space.ts';
import { knownCells, searchCells } from '#core/planning/search/cell-search.ts';
import { leastTied, preferredCell, TIED_CELLS } from '#core/planning/search/near-ties.ts';
import { diverseCells } from '#core/planning/search/diverse-cells.ts';
import type { AlternativePlan } from '#core/planning/plan/launch-plan.ts';
import { seededRandom } from '#core/base/random.ts';
import { mondays, smallSpace } from '../../../support/action-space.ts';

const year = smallSpace({
  weeks: mondays(52),
  channels: ['shop', 'market', 'fair'].map((name) => ({ name, fee: 0 })),
  priceFactors: [1],
});

/** Of cells that are worth as much as given. */
const found = (values: ArrayLike<number>) =>
  knownCells(Float64Array.from(values), (_, value) => value);
const valuesOf = (space: ActionSpace, value: (cell: ReturnType<typeof cellAt>) => number) =>
  Float64Array.from({ length: cellCount(space) }, (_, index) => value(cellAt(space, index)));

function weeksApart(space: ActionSpace, a: number, b: number): number {
  const [one, other] = [a, b].map((index) =>
    weekOfYear(space.weeks[cellAt(space, index).weekIndex]!),
  );
  const apart = Math.abs(one! - other!);
  return Math.min(apart, WEEKS_PER_YEAR - apart);
}

const KINDS = ['other-channel', 'other-season', 'other-offer'] as const;

function isUnlike(
  space: ActionSpace,
  kind: AlternativePlan['kind'],
  [a, b]: [number, number],
): boolean {
  const [one, other] = [cellAt(space, a), cellAt(space, b)];
  if (kind === 'other-channel') return one.channelIndex !== other.channelIndex;
  if (kind === 'other-season') return weeksApart(space, a, b) >= 6;
  return one.promotionIndex !== other.promotionIndex;
}

/** What sets each apart from all before it, in the order in which that is looked for. */
function kindsOf(space: ActionSpace, cells: readonly number[]): (string | undefined)[] {
  return cells
    .slice(1)
    .map((cell, i) =>
      KINDS.find((kind) =>
        cells.slice(0, i + 1).every((before) => isUnlike(space, kind, [cell, before])),
      ),
    );
}

describe('good cells', () => {
  const anyValues = fc.array(fc.double({ min: -50, max: 100, noNaN: true }), {
    minLength: cellCount(year),
    maxLength: cellCount(year),
  });

  it('are the preferred one, then the best that are unlike all before in channel, season or offer', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const expected = [preferredCell(year, found(values))];
        for (const kind of KINDS) {
          const isAllowed = (cell: number) =>
            expected.every((before) => isUnlike(year, kind, [cell, before]));
          const allowed = values.map((value, cell) => (isAllowed(cell) ? value : -Infinity));
          const best = Math.max(...allowed);
          if (expected.length < 3 && best > 20) expected.push(allowed.indexOf(best));
        }
        expect(diverseCells(year, found(values), 20)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('are another channel and another season where both promise as much', () => {
    const cells = diverseCells(year, found(new Array<number>(cellCount(year)).fill(5)), 0);
    expect(kindsOf(year, cells)).toEqual(['other-channel', 'other-season']);
  });

  it('leave out what promises no more than it has to', () => {
    const others = valuesOf(year, ({ channelIndex, weekIndex, promotionIndex }) =>
      channelIndex === 0 && weekIndex === 0 && promotionIndex === 0 ? 100 : 50,
    );
    expect(diverseCells(year, found(others), 50)).toHaveLength(1);
    expect(diverseCells(year, found(others), 49)).toHaveLength(3);
    expect(diverseCells(year, found(others), 200)).toHaveLength(1);
  });

  it('know that December and January are one season', () => {
    const isWinter = (day: number) => ['01', '12'].includes(isoDate(day).slice(5, 7));
    const one = { ...year, channels: [], promotions: [] };
    const values = valuesOf(one, ({ weekIndex }) => (isWinter(one.weeks[weekIndex]!) ? 10 : 6));
    const [first, season] = diverseCells(one, found(values), 0);
    expect(isWinter(one.weeks[first!]!)).toBe(true);
    expect(isWinter(one.weeks[season!]!)).toBe(false);
  });

  it('are seasons and offers where there is one channel only', () => {
    const one = { ...year, channels: [{ name: 'shop', fee: 0 }] };
    const cells = diverseCells(one, found(new Array<number>(cellCount(one)).fill(5)), 0);
    expect(kindsOf(one, cells)).toEqual(['other-season', 'other-offer']);
    const none = { ...one, channels: [], promotions: [] };
    const bare = diverseCells(none, found(new Array<number>(cellCount(none)).fill(5)), 0);
    expect(kindsOf(none, bare)).toEqual(['other-season']);
  });

  it('are never outdone by what the search for others brings to light', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        const count = cellCount(year);
        const whole = Float64Array.from({ length: count }, () => 1 + random());
        const search = searchCells({
          quick: Float64Array.from({ length: count }, random), // tells nothing of the whole
          whole: (cells) => Float64Array.from(cells, (cell) => whole[cell]!),
          valueAt: (_, log) => log,
        });
        const cells = diverseCells(year, search, 0);
        const values = cells.map((index) => search.values[index]!);
        expect(values).toEqual(cells.map((index) => whole[index]));
        const least = leastTied(Math.max(...search.values), TIED_CELLS);
        expect(values[0]).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('leave out what is refused, and are none where all is', () => {
    const onShop = valuesOf(year, ({ channelIndex }) => (channelIndex === 0 ? 5 : -Infinity));
    const cells = diverseCells(year, found(onShop), 0);
    expect(kindsOf(year, cells)).toEqual(['other-season', 'other-offer']);
    expect(
      diverseCells(year, found(new Array<number>(cellCount(year)).fill(-Infinity)), 0),
    ).toEqual([]);
  });
});
