import type { OrderLines } from '../exports/order-lines.ts';
import { finite } from '../statistics.ts';
import type { DerivationSettings } from './derivation.ts';

/** The records end before a product could be seen to be new and its outcome counted. */
export interface ShortRecords {
  readonly kind: 'short-records';
  readonly dayCount: number;
  /** Days before the first launch that can be seen, and those that count after it. */
  readonly beforeDays: number;
  readonly afterDays: number;
}

type Span = Pick<DerivationSettings, 'burnInDays' | 'horizonDays'>;

/** Null where they are long enough, or of no day at all. */
export function shortRecords(
  dayCount: number,
  { burnInDays, horizonDays }: Span,
): ShortRecords | null {
  if (!(dayCount > 0) || dayCount > burnInDays + horizonDays) return null;
  return { kind: 'short-records', dayCount, beforeDays: burnInDays, afterDays: horizonDays };
}

/** Days from the first line to the last, whether lines count or not; 0 where none has a date. */
export function recordedDays(lines: OrderLines | null): number {
  const days = finite(lines?.orderedAt ?? []).map(Math.floor);
  if (days.length === 0) return 0;
  const from = days.reduce((least, day) => Math.min(least, day), Infinity);
  const until = days.reduce((most, day) => Math.max(most, day), -Infinity);
  return until - from + 1;
}
