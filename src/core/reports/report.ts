// What reports of ads and visits say of launches, and how sure it is of which.

import type { Day } from '../dates.ts';
import type { ReportKind } from '../exports/read-report.ts';

/** First and last day. */
export interface ReportDays {
  readonly from: Day;
  readonly until: Day;
}

/** What the seller says of reports. */
export interface ReportChoice {
  /** By file, where it does not say itself for which days it is. */
  readonly days: Readonly<Record<string, ReportDays>>;
  /** By the subject's key: whether its match by words is right. Not there: what is proposed. */
  readonly matches: Readonly<Record<string, boolean>>;
  /** Launches in the days of the ad reports for which nothing was found had no ads of their own. null: what is proposed. */
  readonly restHadNoAds: boolean | null;
}

export const NOTHING_SAID: ReportChoice = { days: {}, matches: {}, restHadNoAds: null };

/** A launch that a campaign or a product's name in a report may be about, by its words and days. */
export interface ReportMatch {
  /** Tells the subject from all others. */
  readonly key: string;
  /** What the report calls it. */
  readonly subject: string;
  readonly productId: string;
  readonly title: string;
  readonly launchDay: Day;
  /** Money spent, or times seen, within the launch's days; NaN where the report does not tell. */
  readonly amount: number;
  readonly isTaken: boolean;
}

/** So many subjects of a report, and what they count together. */
export interface SubjectCount {
  readonly subjects: number;
  readonly amount: number;
}

/**
 * What became of one kind of reports. Amounts are money spent on ads, or times seen; each subject stands in one of the five
 * counts.
 */
export interface ReportAccount {
  readonly kind: ReportKind;
  /** Files that do not say for which days they are: the seller does. */
  readonly undated: readonly string[];
  /** The days that are told; null where none is. */
  readonly days: ReportDays | null;
  /** Launches that are told something. */
  readonly launchCount: number;
  /** Known by number or by its whole name. */
  readonly byName: SubjectCount;
  /** Matched by words, surely or as the seller says. */
  readonly byWords: SubjectCount;
  /** Matched by words that leave it open, and the seller has not said. */
  readonly open: SubjectCount;
  /** About products that were not launched in these days, or refused. */
  readonly elsewhere: SubjectCount;
  readonly unmatched: SubjectCount;
  /** Those that count most. */
  readonly unmatchedNames: readonly string[];
  /** Rows that two files have in common; they count once. */
  readonly repeatedRows: number;
  /** Subjects with a launch that count over too many days to tell what it had of them. */
  readonly tooLong: number;
  /** Matches by words: those that wait for the seller, then the others, each as they count. */
  readonly matches: readonly ReportMatch[];
  /** Only of ads, and only where there are launches that nothing was found for. */
  readonly restHadNoAds: boolean | null;
}
