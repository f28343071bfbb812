import type { ConflictPart, NoWeek } from '#core/season/problem/limit-conflict.ts';
import type { ConflictFix, FixKind } from '#core/season/calendar/conflict-fixes.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { SeasonLimits } from '#core/season/offers/season-limits.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';
import { formatMoney } from '#components/words/money.ts';
import { tally } from '#components/words/counts.ts';
import type { TitleOf } from './season-sentence-words.ts';
import { weekText } from './week-words.ts';

interface Context {
  readonly limits: SeasonLimits;
  readonly titleOf: TitleOf;
}

/**
 * Describes the conflict in one sentence where it is launches locked into one week; else only says that limits
 * conflict.
 */
export function conflictTitle(parts: readonly ConflictPart[], { limits }: Context): string {
  if (parts.length === 0) return m.season_clash_unknown();
  const week = parts.find((part) => part.kind === 'most-per-week')?.week;
  const others = parts.filter((part) => part.kind !== 'most-per-week');
  const areLocked = others.every((part) => {
    const locked =
      part.kind === 'needed' ? ownValue(limits.wishes, part.productId)?.locked : undefined;
    return locked?.week === week && !locked?.adopted;
  });
  const isOneWeek = week !== undefined && parts.length - others.length === 1;
  if (!isOneWeek || others.length === 0 || !areLocked) return m.season_clash();
  return m.season_clash_locked({
    ...tally(limits.mostPerWeek ?? 0),
    ...{ locked: formatCount(others.length), ...weekText(week) },
  });
}

/** Describes one of the limits that conflict. */
export function conflictWords(part: ConflictPart, { limits, titleOf }: Context): string {
  switch (part.kind) {
    case 'no-week':
      return noWeekWords(part, titleOf);
    case 'most-per-week':
      return m.season_clash_most({ ...tally(limits.mostPerWeek ?? 0), ...weekText(part.week) });
    case 'ad-budget':
      return m.season_clash_ads({ limit: formatMoney(limits.adBudget) });
    case 'stock-budget':
      return m.season_clash_stock({ limit: formatMoney(limits.stockBudget) });
    case 'cash-budget':
      return m.season_clash_cash({ limit: formatMoney(limits.cashBudget) });
    case 'channel-budget': {
      const limit = formatMoney(ownValue(limits.channelBudgets, part.channel));
      return m.season_clash_channel({ channel: part.channel, limit });
    }
    case 'needed': {
      const title = titleOf(part.productId);
      const locked = ownValue(limits.wishes, part.productId)?.locked;
      if (!locked) return m.season_clash_needed({ title });
      const words = { title, ...weekText(locked.week) };
      return locked.adopted ? m.season_clash_adopted(words) : m.season_clash_is_locked(words);
    }
  }
}

function noWeekWords({ productId, reason, locked }: NoWeek, titleOf: TitleOf): string {
  const title = titleOf(productId);
  switch (reason) {
    case 'closed':
      return locked === null
        ? m.season_clash_closed({ title })
        : m.season_clash_closed_locked({ title, ...weekText(locked) });
    case 'outside-season':
      return m.season_clash_outside({ title });
    case 'outside-window':
      return m.season_clash_window({ title });
    case 'never-tried':
      return m.season_clash_untried({ title });
    case 'unknown-channel':
      return m.season_clash_channel_gone({ title });
  }
}

type FixWords = (fix: ConflictFix, title: string) => string;

const FIX_WORDS: Readonly<Record<FixKind, FixWords>> = {
  unlock: (_, title) => m.season_fix_unlock({ title }),
  'not-needed': (_, title) => m.season_fix_not_needed({ title }),
  'no-window': (_, title) => m.season_fix_window({ title }),
  'one-more': ({ limits }) => m.season_fix_more({ text: formatCount(limits.mostPerWeek) }),
  'no-ad-budget': () => m.season_fix_ads(),
  'no-stock-budget': () => m.season_fix_stock(),
  'no-cash-budget': () => m.season_fix_cash(),
  'open-week': ({ part }) =>
    m.season_fix_open(weekText(part.kind === 'no-week' ? (part.locked ?? 0) : 0)),
  'no-channel-budget': ({ part }) =>
    m.season_fix_channel({ channel: part.kind === 'channel-budget' ? part.channel : '' }),
};

/** Returns the label of the button that gives up one of the limits. */
export function fixWords(fix: ConflictFix, titleOf: TitleOf): string {
  const { kind, part } = fix;
  return FIX_WORDS[kind](fix, 'productId' in part ? titleOf(part.productId) : '');
}
