import type { Bin } from '#core/bins.ts';
import { m } from '#messages';

/** "20 to under 40", "400 or more". */
export function binWords({ from, to }: Bin, format: (value: number) => string): string {
  return Number.isFinite(to)
    ? m.charts_bin({ from: format(from), to: format(to) })
    : m.charts_bin_open({ from: format(from) });
}
