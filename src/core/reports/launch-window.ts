// How much of what a report counts falls to a launch.

import type { DerivedLaunch } from '../derivation/derivation.ts';
import type { ReportKind } from '../exports/read-report.ts';
import { finite, sum } from '../statistics.ts';
import type { ReportDays } from './report.ts';
import { dayCount, sharedDays } from './spans.ts';
import type { ReportEntry } from './subjects.ts';

/** Ads may begin so long before what they are for. */
const LEAD_DAYS = 14;

/** The days of a launch in which a report counts for it. */
export class LaunchWindow {
  /** Over which outcomes are counted. */
  readonly horizon: ReportDays;
  readonly #counted: ReportDays;
  readonly #launchDay: number;
  readonly #kind: ReportKind;

  constructor({ launchDay }: DerivedLaunch, horizonDays: number, kind: ReportKind) {
    this.#launchDay = launchDay;
    this.#kind = kind;
    this.horizon = { from: launchDay, until: launchDay + horizonDays - 1 };
    const from = kind === 'ads' ? launchDay - LEAD_DAYS : launchDay;
    this.#counted = { from, until: this.horizon.until };
  }

  meets(entries: readonly ReportEntry[]): boolean {
    return entries.some((entry) => sharedDays(entry, this.#counted) > 0);
  }

  /** NaN where no entry within these days counts it. */
  total(entries: readonly ReportEntry[], count: 'spend' | 'impressions' | 'clicks'): number {
    const shares = entries.flatMap((entry) => {
      const share = this.#shareOf(entry);
      return share > 0 ? [share * entry[count]] : [];
    });
    const known = finite(shares);
    return known.length > 0 ? sum(known) : NaN;
  }

  /** Evenly over the days of the entry; nobody visits a product before it is launched. */
  #shareOf(entry: ReportEntry): number {
    const shared = sharedDays(entry, this.#counted);
    if (shared === 0) return 0;
    const from = this.#kind === 'ads' ? entry.from : Math.max(entry.from, this.#launchDay);
    return shared / dayCount({ from, until: entry.until });
  }
}
