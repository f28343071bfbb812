import { describe, expect, it } from 'vitest';
import {
  conflictTitle,
  conflictWords,
  fixWords,
} from '#components/pages/calendar/conflict-words.ts';
import type { ConflictPart } from '#core/season/problem/limit-conflict.ts';
import { conflictFixes } from '#core/season/calendar/conflict-fixes.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
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

/** What is said of a limit, and what the button beside it says. */
function told(part: ConflictPart): readonly [string, string] {
  return [conflictWords(part, context), fixWords(conflictFixes(limits, [part])[0]!, titleOf)];
}

describe('a clash', () => {
  it('of launches locked into one week is told in one sentence', () => {
    const parts = [{ kind: 'most-per-week', week } as const, needed('a'), needed('b')];
    expect(conflictTitle(parts, context)).toBe(
      '2 launches are locked into week 11, which allows one. Unlock one or allow more.',
    );
    expect(conflictTitle([...parts, needed('c')], context)).toBe('These limits conflict.');
    expect(conflictTitle([], context)).toMatch(/the reason is unknown/);
  });

  it('of adopted launches does not ask to unlock them', () => {
    const adopted = { ...locked, adopted: { adSpend: null, stockUnits: 5 } };
    const decided = {
      ...context,
      limits: { ...limits, wishes: { ...limits.wishes, a: { locked: adopted } } },
    };
    const parts = [{ kind: 'most-per-week', week } as const, needed('a'), needed('b')];
    expect(conflictTitle(parts, decided)).toBe('These limits conflict.');
    expect(conflictWords(needed('a'), decided)).toBe('A is adopted for week 11.');
  });

  it('is told part by part, each with the way to give it up', () => {
    expect(told({ kind: 'most-per-week', week })).toEqual([
      'Week 11 allows 1 launch.',
      'Allow 2 a week',
    ]);
    expect(told(needed('a'))).toEqual(['A is locked into week 11.', 'Unlock A']);
    expect(told(needed('c'))).toEqual(['C must be launched.', 'Allow leaving out C']);
    expect(told({ kind: 'ad-budget' })).toEqual([
      'Total ad spend may be up to 500.',
      'Remove the ad budget',
    ]);
    expect(told({ kind: 'stock-budget' })).toEqual([
      'Total initial stock may cost up to 900.',
      'Remove the stock budget',
    ]);
    expect(told({ kind: 'cash-budget' })).toEqual([
      'Launches may tie up at most 700.',
      'Remove the cash budget',
    ]);
    expect(told({ kind: 'channel-budget', channel: 'Email' })).toEqual([
      'Ad spend on Email may be up to 100.',
      'Remove the budget of Email',
    ]);
  });

  it('of a product without a week says why it has none', () => {
    expect(told({ ...noWeek, reason: 'closed' })).toEqual([
      'A is locked into week 11, which is closed.',
      'Open week 11',
    ]);
    expect(told({ ...noWeek, reason: 'closed', productId: 'c', locked: null })[1]).toBe(
      'Allow leaving out C',
    );
    expect(told({ ...noWeek, reason: 'outside-season' })[0]).toMatch(/outside the season/);
    expect(told({ ...noWeek, reason: 'outside-window' })[1]).toBe('Remove the dates of A');
    expect(told({ ...noWeek, reason: 'never-tried' })[0]).toMatch(/ever tried/);
    expect(told({ ...noWeek, reason: 'unknown-channel' })[0]).toMatch(/do not have/);
  });
});
