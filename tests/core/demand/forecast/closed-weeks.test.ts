import { describe, expect, it } from 'vitest';
import { closedWeeks } from '#core/demand/forecast/closed-weeks.ts';

const shop = (...weeks: number[]) => Float64Array.from(weeks);

describe('closedWeeks', () => {
  it('finds the weeks in which nearly nothing of all was sold', () => {
    const mugs = shop(50, 60, 55, 2, 0, 58, 61, 49);
    const bags = shop(40, 42, 38, 3, 0, 41, 39, 44);
    expect(closedWeeks([mugs, bags])).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('does not take the pause of one category for one of the shop', () => {
    expect(closedWeeks([shop(50, 60, 0, 55, 50), shop(90, 80, 85, 90, 95)])).not.toContain(true);
  });

  it('takes no known week for closed because none before it is known, or nothing was sold at all', () => {
    expect(closedWeeks([shop(0, 0, 0)])).toEqual([false, false, false]);
    expect(closedWeeks([shop(NaN, NaN, 3, 4)]).slice(2)).toEqual([false, false]);
    expect(closedWeeks([])).toEqual([]);
  });
});
