import type { Day } from '#core/base/dates.ts';
import type { Market } from '#core/launch/events/markets.ts';
import { nextOccurrence } from '#core/launch/events/next-occurrence.ts';
import type { EventId } from '#core/launch/events/selling-events.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatDay } from '#components/words/dates.ts';

const DAYS_PER_WEEK = 7;

/** Says when a market has an event next, and how long after a launch; '' if no such day is known. */
export function nextWords(market: Market, event: EventId, launchDay: Day): string {
  const next = nextOccurrence(market, event, launchDay);
  if (!next) return '';
  if (next.from <= launchDay && next.to > launchDay)
    return m.events_until({ day: formatDay(next.to) });
  const weeks = Math.round((next.from - launchDay) / DAYS_PER_WEEK);
  const day = formatDay(next.from);
  return weeks === 0
    ? m.events_with_launch({ day })
    : m.events_weeks_after({ day, ...tally(weeks) });
}
