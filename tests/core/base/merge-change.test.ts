import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeChange } from '#core/base/merge-change.ts';

const base = {
  name: 'Spring',
  value: 10,
  limits: { weeks: 26, closed: [1, 2], wishes: { a: { from: 3 } } as Record<string, unknown> },
  placements: [
    { productId: 'a', week: 1 },
    { productId: 'b', week: 2 },
  ],
};

describe('a change laid onto what another tab has made of the same', () => {
  it('keeps both where they are of other fields, products and weeks', () => {
    const changed = {
      ...base,
      limits: {
        ...base.limits,
        weeks: 30,
        closed: [2, 5],
        wishes: { a: { from: 3 }, b: { from: 9 } },
      },
      placements: [
        { productId: 'a', week: 7 },
        { productId: 'b', week: 2 },
      ],
    };
    const stored = {
      ...base,
      name: 'Lean',
      limits: { ...base.limits, closed: [1, 2, 4], wishes: {} },
      placements: [
        { productId: 'a', week: 1 },
        { productId: 'c', week: 3 },
      ],
    };
    expect(mergeChange(base, changed, stored)).toEqual({
      merged: {
        ...base,
        name: 'Lean',
        limits: { weeks: 30, closed: [2, 4, 5], wishes: { b: { from: 9 } } },
        placements: [
          { productId: 'a', week: 7 },
          { productId: 'c', week: 3 },
        ],
      },
      conflicts: [],
    });
  });

  it('stands, and is told, where both changed the same', () => {
    const move = (week: number) => ({
      ...base,
      placements: [base.placements[0]!, { productId: 'b', week }],
    });
    expect(mergeChange(base, move(8), move(9))).toEqual({
      merged: move(8),
      conflicts: ['placements.b.week'],
    });
  });

  it('is told where one tab removed what the other changed', () => {
    const without = { ...base, placements: [base.placements[0]!] };
    const moved = { ...base, placements: [base.placements[0]!, { productId: 'b', week: 9 }] };
    expect(mergeChange(base, without, moved)).toEqual({
      merged: without,
      conflicts: ['placements.b'],
    });
    expect(mergeChange(base, moved, without)).toEqual({
      merged: moved,
      conflicts: ['placements.b'],
    });
  });

  const record = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'),
    fc.oneof(
      fc.integer(),
      fc.dictionary(fc.constantFrom('x', 'y'), fc.integer({ max: 3, min: 0 })),
    ),
  );
  const clean = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

  it('is the change alone where nothing else changed, and nothing where nothing was', () => {
    fc.assert(
      fc.property(record, record, (one, other) => {
        expect(clean(mergeChange(one, other, one).merged)).toEqual(clean(other));
        expect(clean(mergeChange(one, one, other).merged)).toEqual(clean(other));
        expect(clean(mergeChange(one, other, other))).toEqual({
          merged: clean(other),
          conflicts: [],
        });
      }),
    );
  });

  it('loses no field that only one of them changed', () => {
    fc.assert(
      fc.property(record, record, record, (from, changed, stored) => {
        const { merged } = mergeChange<Record<string, unknown>>(from, changed, stored);
        for (const name of ['a', 'b', 'c']) {
          const [was, mine, theirs] = [from, changed, stored].map((each) =>
            JSON.stringify(each[name]),
          );
          const now = JSON.stringify(merged[name]);
          if (was === mine) expect(now).toBe(theirs);
          else if (was === theirs) expect(now).toBe(mine);
        }
      }),
    );
  });
});
