import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import {
  ASSUMED_CORRELATION,
  intraclassCorrelation,
} from '#core/season/calendar/intraclass-correlation.ts';
import references from '../../../support/references/season.json' with { type: 'json' };

function inMonths(groups: readonly (readonly number[])[]) {
  return {
    misses: groups.flat(),
    days: groups.flatMap((group, month) =>
      group.map((_, i) => dayFromCalendar(2025, month + 1, 1 + (i % 28))),
    ),
  };
}

describe('the fate that launches of a month share', () => {
  it.each(references.intraclass.map((given, i) => ({ ...given, i })))(
    'is the intraclass correlation of the reference ($i)',
    ({ groups, correlation }) => {
      const { misses, days } = inMonths(groups);
      expect(intraclassCorrelation(misses, days)).toBeCloseTo(Math.max(0, correlation), 10);
    },
  );

  it('is all of it where every launch of a month misses by the same', () => {
    const { misses, days } = inMonths([1, -2, 0, 3].map((miss) => Array<number>(10).fill(miss)));
    expect(intraclassCorrelation(misses, days)).toBeCloseTo(1, 12);
  });

  it('is never less than none, and is assumed where months or launches are few', () => {
    const opposed = inMonths([0, 1, 2, 3].map(() => [...Array(10).keys()].map((i) => (-1) ** i)));
    expect(intraclassCorrelation(opposed.misses, opposed.days)).toBe(0);
    const few = inMonths([
      [1, 2, 3],
      [2, 3, 4],
    ]);
    expect(intraclassCorrelation(few.misses, few.days)).toBe(ASSUMED_CORRELATION);
  });

  it('leaves out launches whose miss is not known', () => {
    const { groups, correlation } = references.intraclass[0]!;
    const { misses, days } = inMonths(groups);
    expect(intraclassCorrelation([...misses, NaN], [...days, 0])).toBeCloseTo(correlation, 10);
  });
});
