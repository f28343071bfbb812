import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHIP_WEEKS, lanePlaces, weekPages } from '#components/pages/calendar/weeks/lane-places.ts';

const weeks = Array.from({ length: 26 }, (_, i) => 20_521 + 7 * i);
const anyItems = fc
  .array(fc.record({ lane: fc.nat(3), at: fc.nat(30) }), { maxLength: 40 })
  .map((items) =>
    items.map(({ lane, at }, i) => ({ id: `p${i}`, lane, week: 20_521 + 7 * (at - 2) })),
  );

describe('chips in lanes', () => {
  it('never lie on each other, and stand in rows of their lane', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const { places, lanes } = lanePlaces(items, { weeks, columnCount: 29, laneCount: 4 });
        expect(places).toHaveLength(items.filter(({ week }) => weeks.includes(week)).length);
        for (const one of places) {
          const { first, count } = lanes[one.lane]!;
          expect(one.row).toBeGreaterThanOrEqual(first);
          expect(one.row).toBeLessThan(first + count);
          expect(one.from + one.length).toBeLessThanOrEqual(29);
          for (const other of places) {
            if (one === other || one.row !== other.row) continue;
            expect(Math.abs(one.from - other.from)).toBeGreaterThanOrEqual(CHIP_WEEKS);
          }
        }
      }),
    );
  });

  it('take as few rows as they can, one at least', () => {
    const at = (id: string, lane: number, week: number) => ({ id, lane, week: weeks[week]! });
    const items = [at('a', 0, 0), at('b', 0, 2), at('c', 0, 4), at('d', 2, 25)];
    const { places, lanes } = lanePlaces(items, { weeks, columnCount: 26, laneCount: 3 });
    expect(lanes).toEqual([
      { first: 0, count: 2 },
      { first: 2, count: 1 },
      { first: 3, count: 1 },
    ]);
    expect(places.map(({ id, row, from, length }) => [id, row, from, length])).toEqual([
      ['a', 0, 0, 4],
      ['b', 1, 2, 4],
      ['c', 0, 4, 4],
      ['d', 3, 25, 1],
    ]);
  });
});

describe('pages of weeks', () => {
  it('are one up to half a year, and halves of a year beyond', () => {
    expect(weekPages(weeks)).toEqual([weeks]);
    const year = Array.from({ length: 52 }, (_, i) => i);
    expect(weekPages(year).map(({ length }) => length)).toEqual([26, 26]);
    expect(weekPages([])).toEqual([[]]);
  });
});
