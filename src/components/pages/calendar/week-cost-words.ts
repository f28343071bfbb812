import type { Day } from '#core/base/dates.ts';
import {
  bestChange,
  type PlacedChange,
  type WeekChange,
} from '#core/season/calendar/week-changes.ts';
import type { SeasonView } from '#core/season/calendar/season-view.ts';
import { m } from '#messages';
import { formatRange } from '#components/words/ranges.ts';
import { listed } from '#components/words/lists.ts';
import { changeWords } from './season-sentence-words.ts';
import { weekNumber, weekText } from './week-words.ts';

/** Weeks count as about as good if they bring less by at most this share of the spread between best and worst week. */
const ABOUT = 0.05;

interface Asked {
  readonly view: Pick<SeasonView, 'offers'>;
  readonly changes: readonly WeekChange[];
  /** Week of the launch; null: it is left out. */
  readonly now: Day | null;
}

/** Returns the title of the bars: which other weeks are about as good as the chosen one, or better. */
export function costFinding({ view, changes, now }: Asked): string {
  const possible = changes.filter((each) => each.kind === 'possible');
  const fitting = possible.filter(({ breaks, week }) => breaks.length === 0 || week === now);
  const asked = fitting.length > 0 ? fitting : possible;
  const best = bestChange(asked);
  if (!best) return m.season_costs_none();
  const said = (change: PlacedChange) => ({
    ...weekText(change.week),
    difference: changeWords(view, change.change),
  });
  if (now === null) return m.season_costs_out(said(best));
  const dearest = highest(asked)!;
  const about = ABOUT * (dearest.change - Math.min(...possible.map(({ change }) => change)));
  if (best.week !== now && Math.min(best.merit, best.change) > about)
    return m.season_costs_better(said(best));
  if (dearest.week !== now && dearest.change > about)
    return dearest.week > now
      ? m.season_costs_later(said(dearest))
      : m.season_costs_unsure(said(dearest));
  const near = weeksBeside(fitting, now, about);
  const count = near.before.length + near.after.length;
  if (count > 0) {
    const weeks = [near.before, near.after].filter(({ length }) => length > 0).map(spanOf);
    return m.season_costs_equal({ count, weeks: listed(weeks) });
  }
  return fitting.length > 1 ? m.season_costs_now_best() : m.season_costs_none();
}

function highest(changes: readonly PlacedChange[]): PlacedChange | null {
  return changes.reduce<PlacedChange | null>(
    (best, each) => (!best || each.change > best.change ? each : best),
    null,
  );
}

/** Returns the good weeks directly before and after the week, up to the first gap. The week itself is in neither. */
function weeksBeside(changes: readonly PlacedChange[], now: Day, about: number) {
  const good = changes.filter(({ change }) => change >= -about).map(({ week }) => week);
  const reach = (step: number): Day[] => {
    const weeks: Day[] = [];
    for (let week = now + step; good.includes(week); week += step) weeks.push(week);
    return weeks;
  };
  return { before: reach(-7).reverse(), after: reach(7) };
}

/** Returns the week numbers as "12" or "12–14". */
function spanOf(weeks: readonly Day[]): string {
  return formatRange(weeks[0], weeks.at(-1), (week) => String(weekNumber(week!)));
}

/** One bar of the chart of week costs: what launching in that week would change. */
export interface WeekCost {
  /** Week number. */
  readonly label: string;
  /** null: not possible. */
  readonly change: number | null;
  readonly isNow: boolean;
  readonly isBreaking: boolean;
  readonly words: string;
}
