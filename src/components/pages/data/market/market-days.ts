import { monthStart, type Day } from '#core/base/dates.ts';
import type { MarketFile, MarketSeries } from '#core/import/market/market.ts';

interface DaySpan {
  readonly from: Day;
  readonly until: Day;
}

const STEP_DAYS = { day: 1, week: 7 } as const;

/** Returns the first and the last day that a file covers; null where it states none. */
export function daysOf(file: MarketFile): DaySpan | null {
  const spans = spansIn(file).filter(
    ({ from, until }) => Number.isFinite(from) && Number.isFinite(until),
  );
  if (spans.length === 0) return null;
  return {
    from: spans.reduce((first, span) => Math.min(first, span.from), Infinity),
    until: spans.reduce((last, span) => Math.max(last, span.until), -Infinity),
  };
}

function spansIn(file: MarketFile): readonly DaySpan[] {
  switch (file.kind) {
    case 'trends':
    case 'keyword-series':
      return file.series.map(({ days, step }) => ({
        ...{ from: days[0] ?? NaN, until: lastDayOf(days.at(-1) ?? NaN, step) },
      }));
    case 'price-history':
      return file.histories.map(({ days }) => ({
        ...{ from: days[0] ?? NaN, until: days.at(-1) ?? NaN },
      }));
    case 'top-search-terms':
      return [file.facts, ...file.ranks.map(({ day }) => ({ from: day, until: day }))];
    case 'search-query-performance':
      return [file.facts, ...file.queries.map(({ day }) => ({ from: day, until: day }))];
    case 'niches':
    case 'niche-products':
    case 'niche-terms':
      return [file.facts];
  }
}

/** Returns the last day of the period that begins on a day. */
function lastDayOf(day: Day, step: MarketSeries['step']): Day {
  return step === 'month' ? monthStart(day, 1) - 1 : day + STEP_DAYS[step] - 1;
}
