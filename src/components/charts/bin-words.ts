import type { Bin } from '#core/base/statistics/histogram.ts';
import { m } from '#messages';
import { formatCount } from '../words/numbers.ts';

/** Returns "20 to under 40", or "400 or more" for an open bin. */
export function binWords({ from, to }: Bin): string {
  return Number.isFinite(to)
    ? m.charts_bin({ from: formatCount(from), to: formatCount(to) })
    : m.charts_bin_open({ from: formatCount(from) });
}
