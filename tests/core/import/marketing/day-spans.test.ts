import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayCount, mergedSpans, sharedDays } from '#core/import/marketing/day-spans.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }))
  .map(([from, length]) => ({ from, until: from + length }));

function daysOf({ from, until }: { from: number; until: number }): number[] {
  return Array.from({ length: until - from + 1 }, (_, i) => from + i);
}

describe('spans of days', () => {
  it('count and share their days as sets of days do', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const others = new Set(daysOf(b));
        expect(dayCount(a)).toBe(daysOf(a).length);
        expect(sharedDays(a, b)).toBe(daysOf(a).filter((day) => others.has(day)).length);
      }),
    );
  });

  it('merge to the same days, apart and in order', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const merged = mergedSpans(spans);
        const wanted = [...new Set(spans.flatMap(daysOf))].sort((a, b) => a - b);
        expect(merged.flatMap(daysOf)).toEqual(wanted);
        merged
          .slice(1)
          .forEach(({ from }, i) => expect(from).toBeGreaterThan(merged[i]!.until + 1));
      }),
    );
  });
});
