// What reports of ads and visits say about launches, and how sure each match is.

import type { Day } from '#core/base/dates.ts';
import type { ReportKind } from '../platform-files/read-report.ts';

/** First and last day, both included. */
export interface ReportDays {
  readonly from: Day;
  readonly until: Day;
}

/** The seller's choices about reports. */
export interface ReportChoice {
  /** Days of each file that does not state its own. */
  readonly days: Readonly<Record<string, ReportDays>>;
  /** By subject key, whether its match by words is right. Missing: the proposal applies. */
  readonly matches: Readonly<Record<string, boolean>>;
  /**
   * Whether launches in the days of the ad reports without any match had no ads of their own. null: the proposal
   * applies.
   */
  readonly restHadNoAds: boolean | null;
}

export const NOTHING_SAID: ReportChoice = { days: {}, matches: {}, restHadNoAds: null };

/** A launch that a subject may be about, matched by words and days. */
export interface ReportMatch {
  /** Unique key of the subject. */
  readonly key: string;
  /** Name in the report. */
  readonly subject: string;
  readonly productId: string;
  readonly title: string;
  readonly launchDay: Day;
  /** Money spent, or impressions, within the launch's days; NaN if the report does not say. */
  readonly amount: number;
  readonly isTaken: boolean;
}

/** Number of subjects, and the sum of their counts. */
export interface SubjectCount {
  readonly subjects: number;
  readonly amount: number;
}

/**
 * What became of the reports of one kind. Amounts are money spent on ads, or impressions. Each subject belongs to
 * exactly one of the five counts.
 */
export interface MarketingAccount {
  readonly kind: ReportKind;
  /** Files that do not state their days, so the seller enters them. */
  readonly undated: readonly string[];
  /** Days that the reports cover; null if there are none. */
  readonly days: ReportDays | null;
  /** Launches that got counts from the reports. */
  readonly launchCount: number;
  /** Matched by number or whole name. */
  readonly byName: SubjectCount;
  /** Matched by words, surely or confirmed by the seller. */
  readonly byWords: SubjectCount;
  /** Matched by words, but unsure and not yet decided by the seller. */
  readonly open: SubjectCount;
  /** About products that were not launched in these days, or rejected by the seller. */
  readonly elsewhere: SubjectCount;
  readonly unmatched: SubjectCount;
  /** Those with the largest counts. */
  readonly unmatchedNames: readonly string[];
  /** Rows that two files have in common; they count once. */
  readonly repeatedRows: number;
  /** Matched subjects with an entry that covers too many days to assign counts. */
  readonly tooLong: number;
  /** Matches by words: undecided ones first, then by amount. */
  readonly matches: readonly ReportMatch[];
  /** Only for ads, and only if some launches have no match; otherwise null. */
  readonly restHadNoAds: boolean | null;
}
