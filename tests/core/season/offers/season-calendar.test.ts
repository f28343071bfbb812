import { describe, expect, it } from 'vitest';
import { gapOf } from '#core/season/offers/season-calendar.ts';

describe('how far a calendar may be from the best', () => {
  it('is a share of what it is worth', () => {
    expect(gapOf({ value: 100, bound: 102 })).toBeCloseTo(0.02, 12);
  });
  it('is nothing where it is the best, and not known without a bound', () => {
    expect(gapOf({ value: 100, bound: 100 - 1e-9 })).toBe(0);
    expect(gapOf({ value: 0, bound: 0 })).toBe(0);
    expect(gapOf({ value: 100, bound: null })).toBeNull();
  });
});
