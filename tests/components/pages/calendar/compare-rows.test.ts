import { expect, it } from 'vitest';
import { compareRows } from '#components/pages/calendar/compare-rows.ts';
import type { Placement } from '#core/season/offers/placement.ts';

const at = (productId: string, week: number, change: Partial<Placement> = {}): Placement => ({
  ...{ productId, week, channel: 'Email', adSpend: 60, stockUnits: 40 },
  ...change,
});

it('sets two calendars side by side, what differs first', () => {
  const one = { placements: [at('a', 7), at('b', 14), at('c', 21)] };
  const other = { placements: [at('a', 7), at('b', 14, { channel: 'Shop' }), at('d', 0)] };
  expect(compareRows(one, other).map(({ productId, isSame }) => [productId, isSame])).toEqual([
    ['d', false],
    ['b', false],
    ['c', false],
    ['a', true],
  ]);
  expect(compareRows(one, other)[0]).toMatchObject({ one: null, other: { week: 0 } });
  expect(compareRows(one, one).every(({ isSame }) => isSame)).toBe(true);
  expect(compareRows(one, { placements: [at('a', 7, { stockUnits: 39 })] })[0]!.isSame).toBe(false);
});
