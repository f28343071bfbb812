import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passedOver } from '#core/planning/search/passed-over.ts';
import { keptShares } from '#core/planning/search/waiting.ts';
import { mondays, smallSpace } from '../../../support/action-space.ts';

const space = smallSpace({ weeks: mondays(52) });
const decided = {
  ...{ space, keptShares: keptShares(space.weeks, 0.2), isTried: () => true },
  planned: { weekIndex: 0, value: 100 },
};
/** A surface where all is worth 50 but the plan's own place and one other, on the market. */
const withOther = (week: number, value: number) =>
  ['shop', 'market'].map((channel) =>
    space.weeks.map((_, weekIndex) => {
      if (channel === 'shop') return weekIndex === 0 ? 100 : 50;
      return weekIndex === week ? value : null;
    }),
  );

describe('the place that a plan gave up', () => {
  it.each([
    { says: 'within doubt', week: 30, value: 101.5, why: 'tied' },
    { says: 'not worth the wait', week: 30, value: 110, why: 'later' },
    { says: 'only higher with its stock', week: 1, value: 110, why: 'stock' },
  ])('is $says', ({ week, value, why }) => {
    expect(passedOver({ ...decided, surface: withOther(week, value) })).toEqual({
      ...{ launchDay: space.weeks[week], channel: 'market', value, why },
    });
  });

  it('is an offer that such products never had', () => {
    const isTried = (week: number, channel: number) => week !== 1 || channel !== 1;
    expect(passedOver({ ...decided, isTried, surface: withOther(1, 110) })?.why).toBe('untried');
  });

  it('is there exactly where the surface has a higher value, and is the highest', () => {
    const anyValue = fc.option(fc.double({ min: 0, max: 200, noNaN: true }));
    const row = fc.array(anyValue, { minLength: 52, maxLength: 52 });
    fc.assert(
      fc.property(fc.tuple(row, row), (surface) => {
        const highest = Math.max(...surface.flat().map((value) => value ?? -Infinity));
        const found = passedOver({ ...decided, surface });
        expect(found?.value ?? null).toBe(highest > 100 ? highest : null);
      }),
    );
  });
});
