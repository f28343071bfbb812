import { describe, expect, it } from 'vitest';
import { aheadOf, homeFinding, dueOf } from '#components/pages/home/home-words.ts';
import { tally } from '#components/words/counts.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { launchedOn } from '#core/ledger/entries/results-as-launches.ts';
import { m } from '#messages';
import { adoptedPlan, settledPlan } from '../../../support/adopted-plan.ts';

const LAUNCH_DAY = launchedOn(adoptedPlan());
const launchedLater = (id: number, days: number) => {
  const plan = adoptedPlan();
  return adoptedPlan({ id, action: { ...plan.action, launchDay: LAUNCH_DAY + days } });
};
const ids = (entries: readonly { readonly id: number }[]) => entries.map(({ id }) => id);

describe('the home page of a returning seller', () => {
  const entries = [launchedLater(1, 40), launchedLater(2, 3), launchedLater(3, 13)];
  const today = LAUNCH_DAY - 1;

  it('puts what is still ahead in the order in which it comes', () => {
    expect(ids(aheadOf(entries, today))).toEqual([2, 3, 1]);
    expect(ids(aheadOf(entries, LAUNCH_DAY + 10))).toEqual([3, 1]);
  });

  it('asks for a result once the first weeks are over, and no more when it is there', () => {
    const over = LAUNCH_DAY + 2 * HORIZON_DAYS;
    expect(ids(dueOf([...entries, settledPlan(100, { id: 4 })], over))).toEqual([2, 3]);
    expect(dueOf(entries, today)).toEqual([]);
  });

  it('says in its heading what comes within two weeks, and what waits', () => {
    expect(homeFinding(entries, today)).toBe(m.home_soon(tally(1)));
    expect(homeFinding(entries, LAUNCH_DAY)).toBe(m.home_soon(tally(2)));
    expect(homeFinding([], today)).toBe(m.home_nothing_soon());
    expect(homeFinding(entries, LAUNCH_DAY + 3 + HORIZON_DAYS + 1)).toBe(
      '1 launch in the next two weeks, 1 result to enter',
    );
  });
});
