import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, weekOfYear, WEEKS_PER_YEAR } from '#core/dates.ts';
import { cellAt, cellCount, type ActionSpace } from '#core/launch/action-space.ts';
import { knownCells, searchCells } from '#core/launch/cell-search.ts';
import { goodCells, type GoodCell } from '#core/launch/good-cells.ts';
import { seededRandom } from '#core/random.ts';
import { mondays, smallSpace } from '../../support/action-space.ts';

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

function isUnlike(space: ActionSpace, kind: GoodCell['kind'], [a, b]: [number, number]): boolean {
  const [one, other] = [cellAt(space, a), cellAt(space, b)];
  if (kind === 'other-channel') return one.channelIndex !== other.channelIndex;
  if (kind === 'other-season') return weeksApart(space, a, b) >= 6;
  return one.promotionIndex !== other.promotionIndex;
}

describe('good cells', () => {
  const anyValues = fc.array(fc.double({ min: -50, max: 100, noNaN: true }), {
    minLength: cellCount(year),
    maxLength: cellCount(year),
  });

  it('are the best, and at most two more, each unlike all before it in what it says', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const cells = goodCells(year, found(values), 20);
        expect(cells[0]).toEqual({ index: values.indexOf(Math.max(...values)), kind: null });
        expect(cells.length).toBeLessThanOrEqual(3);
        cells.slice(1).forEach(({ index, kind }, i) => {
          expect(kind).not.toBeNull();
          for (const before of cells.slice(0, i + 1))
            expect(isUnlike(year, kind, [index, before.index])).toBe(true);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('are each the best of their kind, and promise more than they have to', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const cells = goodCells(year, found(values), 20);
        cells.slice(1).forEach(({ index, kind }, i) => {
          const before = cells.slice(0, i + 1);
          const ofKind = values.filter((_, cell) =>
            before.every((each) => isUnlike(year, kind, [cell, each.index])),
          );
          expect(values[index]).toBe(Math.max(...ofKind));
          expect(values[index]).toBeGreaterThan(20);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('are another channel and another season where both promise as much', () => {
    const cells = goodCells(year, found(new Array<number>(cellCount(year)).fill(5)), 0);
    expect(cells.map(({ kind }) => kind)).toEqual([null, 'other-channel', 'other-season']);
  });

  it('leave out what promises no more than it has to', () => {
    const others = valuesOf(year, ({ channelIndex, weekIndex, promotionIndex }) =>
      channelIndex === 0 && weekIndex === 0 && promotionIndex === 0 ? 100 : 50,
    );
    expect(goodCells(year, found(others), 50)).toHaveLength(1);
    expect(goodCells(year, found(others), 49)).toHaveLength(3);
    expect(goodCells(year, found(others), 200)).toHaveLength(1);
  });

  it('know that December and January are one season', () => {
    const isWinter = (day: number) => ['01', '12'].includes(isoDate(day).slice(5, 7));
    const one = { ...year, channels: [], promotions: [] };
    const values = valuesOf(one, ({ weekIndex }) => (isWinter(one.weeks[weekIndex]!) ? 10 : 6));
    const [first, season] = goodCells(one, found(values), 0);
    expect(isWinter(one.weeks[first!.index]!)).toBe(true);
    expect(season!.kind).toBe('other-season');
    expect(isWinter(one.weeks[season!.index]!)).toBe(false);
  });

  it('are seasons and offers where there is one channel only', () => {
    const one = { ...year, channels: [{ name: 'shop', fee: 0 }] };
    const cells = goodCells(one, found(new Array<number>(cellCount(one)).fill(5)), 0);
    expect(cells.map(({ kind }) => kind)).toEqual([null, 'other-season', 'other-offer']);
    const none = { ...one, channels: [], promotions: [] };
    const bare = goodCells(none, found(new Array<number>(cellCount(none)).fill(5)), 0);
    expect(bare.map(({ kind }) => kind)).toEqual([null, 'other-season']);
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
        const cells = goodCells(year, search, 0);
        const values = cells.map(({ index }) => search.values[index]!);
        expect(values).toEqual(cells.map(({ index }) => whole[index]));
        expect(values[0]).toBe(Math.max(...search.values));
      }),
    );
  });

  it('leave out what is refused, and are none where all is', () => {
    const onShop = valuesOf(year, ({ channelIndex }) => (channelIndex === 0 ? 5 : -Infinity));
    const cells = goodCells(year, found(onShop), 0);
    expect(cells.map(({ kind }) => kind)).toEqual([null, 'other-season', 'other-offer']);
    expect(goodCells(year, found(new Array<number>(cellCount(year)).fill(-Infinity)), 0)).toEqual(
      [],
    );
  });
});
