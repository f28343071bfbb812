import type { OrderLines } from '../platform-files/orders/order-lines.ts';
import { finite } from '#core/base/statistics/statistics.ts';
import type { DerivationSettings } from './derivation-settings.ts';

/** The records are too short to show that a product is new and to cover its horizon. */
export interface ShortRecords {
  readonly kind: 'short-records';
  readonly dayCount: number;
  /** Days needed before the first launch (burn-in) and after it (horizon). */
  readonly beforeDays: number;
  readonly afterDays: number;
}

type Span = Pick<DerivationSettings, 'burnInDays' | 'horizonDays'>;

/** Returns null if the records are long enough, or if there are none. */
export function shortRecords(
  dayCount: number,
  { burnInDays, horizonDays }: Span,
): ShortRecords | null {
  if (!(dayCount > 0) || dayCount > burnInDays + horizonDays) return null;
  return { kind: 'short-records', dayCount, beforeDays: burnInDays, afterDays: horizonDays };
}

/** Returns the number of days from the first line to the last, counted or not; 0 if no line has a date. */
export function recordedDays(lines: OrderLines | null): number {
  const days = finite(lines?.orderedAt ?? []).map(Math.floor);
  if (days.length === 0) return 0;
  const from = days.reduce((least, day) => Math.min(least, day), Infinity);
  const until = days.reduce((most, day) => Math.max(most, day), -Infinity);
  return until - from + 1;
}
