// How much of what a report counts falls to a launch.

import type { DerivedLaunch } from '../derivation/derivation.ts';
import type { ReportKind } from '../exports/read-report.ts';
import { sum } from '../statistics.ts';
import type { ReportDays } from './report.ts';
import { dayCount, sharedDays } from './spans.ts';
import type { ReportEntry } from './subjects.ts';

/** Ads may begin so long before what they are for. */
const LEAD_DAYS = 14;
/** What is counted over so many times the days of a launch does not tell how much of it was then. */
const MOST_SPREAD = 2;

/** The days of a launch in which a report counts for it. */
export class LaunchWindow {
  /** Over which outcomes are counted. */
  readonly horizon: ReportDays;
  readonly #counted: ReportDays;

  constructor({ launchDay }: DerivedLaunch, horizonDays: number, kind: ReportKind) {
    this.horizon = { from: launchDay, until: launchDay + horizonDays - 1 };
    const from = kind === 'ads' ? launchDay - LEAD_DAYS : launchDay;
    this.#counted = { from, until: this.horizon.until };
  }

  meets(entries: readonly ReportEntry[]): boolean {
    return entries.some((entry) => this.#shares(entry));
  }

  /** Within the days of the launch; NaN where no entry tells, or one of them counts over too many days to tell. */
  total(entries: readonly ReportEntry[], count: 'spend' | 'impressions' | 'clicks'): number {
    const own = entries.filter((entry) => this.#shares(entry) && !Number.isNaN(entry[count]));
    if (own.length === 0 || this.isTooLong(own)) return NaN;
    return sum(own.map((entry) => entry[count] * this.#shareOf(entry)));
  }

  isTooLong(entries: readonly ReportEntry[]): boolean {
    const most = MOST_SPREAD * dayCount(this.#counted);
    return entries.some((entry) => this.#shares(entry) && dayCount(this.#begun(entry)) > most);
  }

  #shares(entry: ReportDays): boolean {
    return sharedDays(entry, this.#counted) > 0;
  }

  /** Evenly over the days of the entry. */
  #shareOf(entry: ReportEntry): number {
    return sharedDays(entry, this.#counted) / dayCount(this.#begun(entry));
  }

  /** Nobody visits a product before it is launched, or pays for its ads long before. */
  #begun({ from, until }: ReportEntry): ReportDays {
    return { from: Math.max(from, this.#counted.from), until };
  }
}
