// Spans of days, with both ends included.

import type { ReportDays } from './report-match.ts';

/** Returns the number of days in a span. */
export function dayCount({ from, until }: ReportDays): number {
  return until - from + 1;
}

/** Returns the number of days that two spans share. */
export function sharedDays(a: ReportDays, b: ReportDays): number {
  return Math.max(0, Math.min(a.until, b.until) - Math.max(a.from, b.from) + 1);
}

/** Merges spans that overlap or touch, and sorts them. */
export function mergedSpans(spans: Iterable<ReportDays>): ReportDays[] {
  const merged: ReportDays[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.until + 1)
      merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
    else merged.push(span);
  }
  return merged;
}
