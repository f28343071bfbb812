// Why no calendar fits: the smallest set of limits that clash, none of which can be left out. QuickXplain (Junker, AAAI 2004) finds one
// with few questions; that it is the smallest of all is not promised, that all of it is needed is.

import type { Day } from '../dates.ts';
import type { LimitName } from './season-value.ts';

/** A product that has to be launched, and has no week for it on its own. */
export interface NoWeek {
  readonly kind: 'no-week';
  readonly productId: string;
  readonly reason:
    | 'closed'
    | 'outside-season'
    | 'outside-window'
    | 'never-tried'
    | 'unknown-channel';
  /** Into which it is locked; null where it is not. */
  readonly locked: Day | null;
}

export type ClashPart = LimitName | NoWeek;

/**
 * @param all what clashes together
 * @param clashes whether some of them do; of more it has to be true wherever it is of fewer
 * @returns those of which none can be left out, in the order given
 */
export async function smallestClash<T>(
  all: readonly T[],
  clashes: (some: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  if (all.length === 0 || (await clashes([]))) return [];
  const found = new Set(
    await explain({ background: [], isGrown: false, candidates: all }, clashes),
  );
  return all.filter((each) => found.has(each));
}

interface Explained<T> {
  readonly background: readonly T[];
  /** Whether the background has grown since it was last asked about. */
  readonly isGrown: boolean;
  readonly candidates: readonly T[];
}

async function explain<T>(
  { background, isGrown, candidates }: Explained<T>,
  clashes: (some: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  if (isGrown && (await clashes(background))) return [];
  if (candidates.length === 1) return [...candidates];
  const half = Math.floor(candidates.length / 2);
  const [left, right] = [candidates.slice(0, half), candidates.slice(half)];
  const ofRight = await explain(
    { background: [...background, ...left], isGrown: left.length > 0, candidates: right },
    clashes,
  );
  const ofLeft = await explain(
    { background: [...background, ...ofRight], isGrown: ofRight.length > 0, candidates: left },
    clashes,
  );
  return [...ofLeft, ...ofRight];
}
