import { describe, expect, it } from 'vitest';
import type { ConflictPart } from '#core/season/problem/limit-conflict.ts';
import { conflictFixes } from '#core/season/calendar/conflict-fixes.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';

const week = 20_528;
const limits: SeasonLimits = {
  ...usualLimits(20_521),
  ...{
    mostPerWeek: 1,
    adBudget: 500,
    stockBudget: 900,
    cashBudget: 700,
    closedWeeks: [week, 20_535],
  },
  channelBudgets: { Email: 100, Shop: 50 },
  wishes: {
    a: { locked: { week, channel: 'Email' }, isNeeded: true },
    b: { isNeeded: true, from: week, until: week + 7 },
  },
};
const fixOf = (part: ConflictPart) => conflictFixes(limits, [part])[0]!;

describe('what can be given up of a clash', () => {
  it('is a lock, else that a product is needed', () => {
    const unlocked = fixOf({ kind: 'needed', productId: 'a' });
    expect(unlocked).toMatchObject({ kind: 'unlock', limits: { wishes: { b: limits.wishes.b } } });
    expect(unlocked.limits.wishes.a).toEqual({ isNeeded: true });
    const free = fixOf({ kind: 'needed', productId: 'b' });
    expect(free.kind).toBe('not-needed');
    expect(free.limits.wishes.b).toEqual({ from: week, until: week + 7 });
  });

  it('is nothing of what is adopted', () => {
    const parts = [{ kind: 'needed', productId: 'a' }, { kind: 'ad-budget' }] as const;
    expect(conflictFixes(limits, parts, (id) => id === 'a').map(({ part }) => part)).toEqual([
      { kind: 'ad-budget' },
    ]);
  });

  it('is a budget, or one launch more a week', () => {
    expect(fixOf({ kind: 'most-per-week', week })).toMatchObject({
      ...{ kind: 'one-more', limits: { mostPerWeek: 2 } },
    });
    expect(fixOf({ kind: 'ad-budget' })).toMatchObject({
      ...{ kind: 'no-ad-budget', limits: { adBudget: null, stockBudget: 900 } },
    });
    expect(fixOf({ kind: 'stock-budget' })).toMatchObject({
      ...{ kind: 'no-stock-budget', limits: { stockBudget: null } },
    });
    expect(fixOf({ kind: 'cash-budget' })).toMatchObject({
      ...{ kind: 'no-cash-budget', limits: { cashBudget: null, stockBudget: 900 } },
    });
    const channel = fixOf({ kind: 'channel-budget', channel: 'Email' });
    expect(channel.limits.channelBudgets).toEqual({ Shop: 50 });
  });

  it('is the closed week of a lock, or the window, where a product has no week', () => {
    const noWeek = { kind: 'no-week', productId: 'a', reason: 'closed', locked: week } as const;
    expect(fixOf(noWeek)).toMatchObject({ kind: 'open-week', limits: { closedWeeks: [20_535] } });
    const window = fixOf({ ...noWeek, productId: 'b', reason: 'outside-window', locked: null });
    expect(window).toMatchObject({ kind: 'no-window' });
    expect(window.limits.wishes.b).toEqual({ isNeeded: true });
    expect(fixOf({ ...noWeek, reason: 'never-tried' }).kind).toBe('unlock');
    expect(fixOf({ ...noWeek, productId: 'b', locked: null }).kind).toBe('not-needed');
  });
});
