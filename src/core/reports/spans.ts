// Spans of days, first and last included.

import type { ReportDays } from './report.ts';

export function dayCount({ from, until }: ReportDays): number {
  return until - from + 1;
}

/** Days that two spans have in common. */
export function sharedDays(a: ReportDays, b: ReportDays): number {
  return Math.max(0, Math.min(a.until, b.until) - Math.max(a.from, b.from) + 1);
}

/** The same days as spans that neither meet nor touch, in order. */
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
