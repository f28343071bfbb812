import { describe, expect, it } from 'vitest';
import {
  withIncluded,
  withLeftOut,
  withLimits,
  withLock,
  withPlacement,
  withWeekTurned,
  withWish,
  type CalendarContent,
} from '#core/season/calendar/calendar-edits.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';

const at = (productId: string, week: number): Placement => ({
  ...{ productId, week, channel: 'Email', adSpend: 60, stockUnits: 40 },
});
const content: CalendarContent = {
  limits: usualLimits(20_521),
  placements: [at('a', 20_528), at('b', 20_535)],
  bound: 900,
};

describe('a calendar changed by hand', () => {
  it('moves a launch, in the order of weeks, under the same limits', () => {
    const moved = withPlacement(content, at('a', 20_549));
    expect(moved).toEqual({ ...content, placements: [at('b', 20_535), at('a', 20_549)] });
  });

  it('locks a launch where it stands, and the lock moves with it', () => {
    const locked = withLock(content, 'a');
    expect(locked.limits.wishes).toEqual({ a: { locked: { week: 20_528, channel: 'Email' } } });
    expect(locked.bound).toBe(900);
    const moved = withPlacement(locked, at('a', 20_549));
    expect(moved.limits.wishes).toEqual({ a: { locked: { week: 20_549, channel: 'Email' } } });
    expect(moved.bound).toBeNull();
    expect(withWish(moved, 'a', { locked: undefined }).limits.wishes).toEqual({});
    expect(withLock(content, 'nobody')).toBe(content);
  });

  it('leaves a product out, and has it in again whatever it brings', () => {
    const out = withLeftOut(withLock(content, 'b'), 'b');
    expect(out.placements).toEqual([at('a', 20_528)]);
    expect(out.limits.wishes).toEqual({ b: { isLeftOut: true } });
    const again = withIncluded(out, at('b', 20_521));
    expect(again.placements[0]).toEqual(at('b', 20_521));
    expect(again.limits.wishes).toEqual({ b: { isNeeded: true } });
    expect(withPlacement(out, at('b', 20_521)).limits.wishes).toEqual({});
  });

  it('says what is wished of one product, and takes it back', () => {
    const wished = withWish(content, '__proto__', { from: 20_540, isNeeded: true });
    expect(Object.entries(wished.limits.wishes)).toEqual([
      ['__proto__', { from: 20_540, isNeeded: true }],
    ]);
    expect(wished.bound).toBeNull();
    const back = withWish(wished, '__proto__', { from: undefined, isNeeded: undefined });
    expect(Object.keys(back.limits.wishes)).toEqual([]);
  });

  it('closes weeks and opens them, and knows no bound under other limits', () => {
    const closed = withWeekTurned(withWeekTurned(content, 20_549), 20_535);
    expect(closed.limits.closedWeeks).toEqual([20_535, 20_549]);
    expect(withWeekTurned(closed, 20_535).limits.closedWeeks).toEqual([20_549]);
    expect(withLimits(content, { mostPerWeek: 2 })).toMatchObject({
      ...{ bound: null, limits: { mostPerWeek: 2, weekCount: 26 } },
    });
  });
});
