import { describe, expect, it } from 'vitest';
import { costFinding } from '#components/pages/calendar/week-cost-words.ts';
import type { WeekChange } from '#core/season/calendar/week-changes.ts';
import { m } from '#messages';
import { SAMPLE_MONDAY } from '../../../support/ranking.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const view = { offers: seasonOffers({ products: 1 }) };
/** null: closed. Merits are the changes where none are given. */
function changes(
  values: readonly (number | null)[],
  breaking: readonly number[] = [],
  merits = values,
): WeekChange[] {
  return values.map((change, i) => {
    const week = SAMPLE_MONDAY + 7 * i;
    if (change === null) return { kind: 'impossible', week, reason: 'closed' };
    return {
      ...{ kind: 'possible', week, change, merit: merits[i]! },
      placement: { productId: 'p0', week, channel: null, adSpend: null, stockUnits: 1 },
      breaks: breaking.includes(i) ? [{ kind: 'ad-budget' }] : [],
    };
  });
}
const finding = (of: WeekChange[], now: number | null) =>
  costFinding({ view, changes: of, now: now === null ? null : SAMPLE_MONDAY + 7 * now });

const more = (size: string) => m.format_more({ size });

describe('the title of what other weeks cost', () => {
  it('names the weeks beside the chosen one that are about as good', () => {
    const equal = (count: number, weeks: string) => m.season_costs_equal({ count, weeks });
    expect(finding(changes([-900, -20, 0, -10, -300, -5]), 2)).toBe(equal(2, '12 and 14'));
    expect(finding(changes([-900, -20, 0, -300]), 2)).toBe(equal(1, '12'));
    expect(finding(changes([-10, -20, 0, -5, -900]), 2)).toBe(equal(3, '11\u2060–\u206012 and 14'));
  });

  it('says that none comes near, or which one would be better', () => {
    expect(finding(changes([-900, -200, 0, -100]), 2)).toBe(m.season_costs_now_best());
    expect(finding(changes([-900, 450, 0, -100], [1]), 2)).toBe(m.season_costs_now_best());
    expect(finding(changes([-900, 450, 0, -100]), 2)).toBe('Week 12 would bring 450 more');
  });

  it('says why a week that would bring more is not the better one', () => {
    expect(finding(changes([-900, 0, 450, -100], [], [-900, 0, -20, -120]), 1)).toBe(
      m.season_costs_later({ number: '13', difference: more('450') }),
    );
    expect(finding(changes([-900, 450, 0, -100], [], [-900, -20, 0, -120]), 2)).toBe(
      m.season_costs_unsure({ number: '12', difference: more('450') }),
    );
    // The better one after waiting, although another has the higher forecast.
    expect(finding(changes([300, 0, 450, -900], [], [300, 0, 200, -950]), 1)).toBe(
      m.season_costs_better({ number: '11', difference: more('300') }),
    );
  });

  it('says that no other week is possible', () => {
    expect(finding(changes([null, 0, null]), 1)).toBe(m.season_costs_none());
    expect(finding(changes([null, null]), 0)).toBe(m.season_costs_none());
  });

  it('of a product that is left out says what its best week would change', () => {
    const out = m.season_costs_out({ number: '12', difference: m.format_less({ size: '540' }) });
    expect(finding(changes([-900, -540, null]), null)).toBe(out);
    expect(finding(changes([-900, -540, -400], [], [-900, -540, -600]), null)).toBe(out);
  });
});
