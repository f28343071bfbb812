import { describe, expect, it } from 'vitest';
import {
  conflictTitle,
  conflictWords,
  fixWords,
} from '#components/pages/calendar/conflict-words.ts';
import type { ConflictPart } from '#core/season/problem/limit-conflict.ts';
import { conflictFixes } from '#core/season/calendar/conflict-fixes.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { m } from '#messages';
import { SAMPLE_MONDAY } from '../../../support/ranking.ts';

const week = SAMPLE_MONDAY;
const locked = { week, channel: 'Email' };
const limits: SeasonLimits = {
  ...usualLimits(week),
  ...{
    mostPerWeek: 1,
    adBudget: 500,
    stockBudget: 900,
    cashBudget: 700,
    channelBudgets: { Email: 100 },
  },
  wishes: { a: { locked }, b: { locked }, c: { isNeeded: true } },
};
const titleOf = (id: string) => id.toUpperCase();
const context = { limits, titleOf };
const noWeek = { kind: 'no-week', productId: 'a', locked: week } as const;
const needed = (productId: string) => ({ kind: 'needed', productId }) as const;
const [a, c, a11] = [{ title: 'A' }, { title: 'C' }, { title: 'A', number: '11' }];

describe('a clash', () => {
  const most = { kind: 'most-per-week', week } as const;

  it('of launches locked into one week is told in one sentence', () => {
    const parts = [most, needed('a'), needed('b')];
    expect(conflictTitle(parts, context)).toBe(
      '2 launches are locked into week 11, which allows one. Unlock one or allow more.',
    );
    expect(conflictTitle(parts.slice(0, 1), context)).toBe(m.season_clash());
    expect(conflictTitle([...parts, needed('c')], context)).toBe(m.season_clash());
    expect(conflictTitle([], context)).toBe(m.season_clash_unknown());
  });

  it('of adopted launches does not ask to unlock them', () => {
    const adopted = { ...locked, adopted: { adSpend: null, stockUnits: 5 } };
    const wishes = { ...limits.wishes, a: { locked: adopted } };
    const decided = { ...context, limits: { ...limits, wishes } };
    expect(conflictTitle([most, needed('a'), needed('b')], decided)).toBe(m.season_clash());
    expect(conflictWords(needed('a'), decided)).toBe(m.season_clash_adopted(a11));
  });

  it.each<[ConflictPart, string, string]>([
    [most, 'Week 11 allows 1 launch.', 'Allow 2 a week'],
    [needed('a'), m.season_clash_is_locked(a11), m.season_fix_unlock(a)],
    [needed('c'), m.season_clash_needed(c), m.season_fix_not_needed(c)],
    [{ kind: 'ad-budget' }, m.season_clash_ads({ limit: '500' }), m.season_fix_ads()],
    [{ kind: 'stock-budget' }, m.season_clash_stock({ limit: '900' }), m.season_fix_stock()],
    [{ kind: 'cash-budget' }, m.season_clash_cash({ limit: '700' }), m.season_fix_cash()],
    [
      { kind: 'channel-budget', channel: 'Email' },
      m.season_clash_channel({ channel: 'Email', limit: '100' }),
      m.season_fix_channel({ channel: 'Email' }),
    ],
    [
      { ...noWeek, reason: 'closed' },
      m.season_clash_closed_locked(a11),
      m.season_fix_open({ number: '11' }),
    ],
    [
      { ...noWeek, reason: 'closed', productId: 'c', locked: null },
      ...([m.season_clash_closed(c), m.season_fix_not_needed(c)] as const),
    ],
    [{ ...noWeek, reason: 'outside-season' }, m.season_clash_outside(a), m.season_fix_unlock(a)],
    [{ ...noWeek, reason: 'outside-window' }, m.season_clash_window(a), m.season_fix_window(a)],
    [{ ...noWeek, reason: 'never-tried' }, m.season_clash_untried(a), m.season_fix_unlock(a)],
    [
      { ...noWeek, reason: 'unknown-channel' },
      m.season_clash_channel_gone(a),
      m.season_fix_unlock(a),
    ],
  ])('of %o is told with the way to give it up', (part, clash, fix) => {
    expect(conflictWords(part, context)).toBe(clash);
    expect(fixWords(conflictFixes(limits, [part])[0]!, titleOf)).toBe(fix);
  });
});
