// Offers ways out of conflicting limits: each of them can be given up.

import type { Day } from '#core/base/dates.ts';
import { ownValue, withoutKey } from '#core/base/lookup.ts';
import { withWish } from './calendar-edits.ts';
import type { ConflictPart, NoWeek } from '../problem/limit-conflict.ts';
import type { SeasonLimits } from '../offers/season-limits.ts';

export type FixKind =
  | 'unlock'
  | 'not-needed'
  | 'open-week'
  | 'no-window'
  | 'one-more'
  | 'no-ad-budget'
  | 'no-channel-budget'
  | 'no-stock-budget'
  | 'no-cash-budget';

export interface ConflictFix {
  readonly kind: FixKind;
  readonly part: ConflictPart;
  readonly limits: SeasonLimits;
}

/**
 * Returns one fix for each part, in their order; none for adopted launches, which a calendar cannot give up.
 * @param limits as they are stored
 */
export function conflictFixes(
  limits: SeasonLimits,
  parts: readonly ConflictPart[],
  isAdopted: (productId: string) => boolean = () => false,
): ConflictFix[] {
  return parts.flatMap((part) =>
    'productId' in part && isAdopted(part.productId) ? [] : [{ part, ...fixOf(limits, part) }],
  );
}

type Fix = Pick<ConflictFix, 'kind' | 'limits'>;

function fixOf(limits: SeasonLimits, part: ConflictPart): Fix {
  switch (part.kind) {
    case 'no-week':
      return weekFix(limits, part);
    case 'needed':
      return released(limits, part.productId);
    case 'most-per-week':
      return {
        kind: 'one-more',
        limits: { ...limits, mostPerWeek: (limits.mostPerWeek ?? 0) + 1 },
      };
    case 'ad-budget':
      return { kind: 'no-ad-budget', limits: { ...limits, adBudget: null } };
    case 'stock-budget':
      return { kind: 'no-stock-budget', limits: { ...limits, stockBudget: null } };
    case 'cash-budget':
      return { kind: 'no-cash-budget', limits: { ...limits, cashBudget: null } };
    case 'channel-budget': {
      const channelBudgets = withoutKey(limits.channelBudgets, part.channel);
      return { kind: 'no-channel-budget', limits: { ...limits, channelBudgets } };
    }
  }
}

function weekFix(limits: SeasonLimits, { productId, reason, locked }: NoWeek): Fix {
  if (reason === 'closed' && locked !== null) return opened(limits, locked);
  if (reason === 'outside-window')
    return {
      kind: 'no-window',
      limits: wished(limits, productId, { from: undefined, until: undefined }),
    };
  return released(limits, productId);
}

function opened(limits: SeasonLimits, week: Day): Fix {
  const closedWeeks = limits.closedWeeks.filter((each) => each !== week);
  return { kind: 'open-week', limits: { ...limits, closedWeeks } };
}

/** Removes the lock first; without a lock, the product may be left out. */
function released(limits: SeasonLimits, productId: string): Fix {
  return ownValue(limits.wishes, productId)?.locked
    ? { kind: 'unlock', limits: wished(limits, productId, { locked: undefined }) }
    : { kind: 'not-needed', limits: wished(limits, productId, { isNeeded: undefined }) };
}

function wished(
  limits: SeasonLimits,
  productId: string,
  change: Parameters<typeof withWish>[2],
): SeasonLimits {
  return withWish({ limits, placements: [], bound: null }, productId, change).limits;
}
