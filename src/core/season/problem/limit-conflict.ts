// Explains why no calendar fits: a set of conflicting limits in which each one is needed. QuickXplain (Junker, AAAI
// 2004) finds it with few checks. Another set may be smaller.

import type { Day } from '#core/base/dates.ts';
import type { LimitName } from './season-value.ts';

/** A product that must be launched and has no possible week by itself. */
export interface NoWeek {
  readonly kind: 'no-week';
  readonly productId: string;
  readonly reason:
    | 'closed'
    | 'outside-season'
    | 'outside-window'
    | 'never-tried'
    | 'unknown-channel';
  /** Week in which it is locked; null where it is not. */
  readonly locked: Day | null;
}

export type ConflictPart = LimitName | NoWeek;

/**
 * Returns a minimal conflicting subset, in the order given: none of its parts can be left out. Empty if there are no
 * parts, or if even an empty set conflicts.
 * @param all parts that conflict together
 * @param conflicts whether some parts conflict; it must be monotone: a set with a conflicting subset conflicts, too
 */
export async function minimalConflict<T>(
  all: readonly T[],
  conflicts: (some: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  if (all.length === 0 || (await conflicts([]))) return [];
  const found = new Set(
    await explain({ background: [], isGrown: false, candidates: all }, conflicts),
  );
  return all.filter((each) => found.has(each));
}

interface Explained<T> {
  readonly background: readonly T[];
  /** Whether the background has grown since it was last checked. */
  readonly isGrown: boolean;
  readonly candidates: readonly T[];
}

async function explain<T>(
  { background, isGrown, candidates }: Explained<T>,
  conflicts: (some: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  if (isGrown && (await conflicts(background))) return [];
  if (candidates.length === 1) return [...candidates];
  const half = Math.floor(candidates.length / 2);
  const [left, right] = [candidates.slice(0, half), candidates.slice(half)];
  const ofRight = await explain(
    { background: [...background, ...left], isGrown: left.length > 0, candidates: right },
    conflicts,
  );
  const ofLeft = await explain(
    { background: [...background, ...ofRight], isGrown: ofRight.length > 0, candidates: left },
    conflicts,
  );
  return [...ofLeft, ...ofRight];
}
