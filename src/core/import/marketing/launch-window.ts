// Computes which part of a report's counts belongs to a launch.

import type { DerivedLaunch } from '../derivation/derivation-settings.ts';
import type { ReportKind } from '../platform-files/read-report.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { ReportDays } from './report-match.ts';
import { dayCount, sharedDays } from './day-spans.ts';
import type { ReportEntry } from './report-subjects.ts';

/** Days before the launch in which its ads may begin. */
const LEAD_DAYS = 14;
/** Longest period of an entry, relative to the launch's days. A longer one does not show how much fell within them. */
const MOST_SPREAD = 2;

/** The days of a launch in which a report counts towards it. */
export class LaunchWindow {
  /** Days over which outcomes are counted. */
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

  /** Sums a count within the launch's days. Returns NaN if no entry has it, or if one covers too many days. */
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

  /** Returns the share of the entry that falls within the launch's days, spread evenly over its days. */
  #shareOf(entry: ReportEntry): number {
    return sharedDays(entry, this.#counted) / dayCount(this.#begun(entry));
  }

  /**
   * Cuts off the days before those that count: nobody visits a product before its launch, or pays for its ads long
   * before.
   */
  #begun({ from, until }: ReportEntry): ReportDays {
    return { from: Math.max(from, this.#counted.from), until };
  }
}
