// Measures the precedents of a plan. What the seller never did is refused, not extrapolated: a channel and promotion
// never combined, a season weeks away from all the launches of one of them, or any week outside the only season of a
// promotion. A week counts as tried where its season is known otherwise, except for a promotion outside its only season.
// What was never done with such products needs a higher forecast to be proposed.

import { weekOfYear, WEEKS_PER_YEAR, type Day } from '#core/base/dates.ts';
import {
  cellAt,
  offerCount,
  TRIED_WEEKS_APART,
  type ActionSpace,
} from '#core/model/features/action-space.ts';
import { WEEKS_APART, weeksApart } from './diverse-cells.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { LaunchAction, Support } from '../plan/launch-plan.ts';

/** What the seller has tried, within one action space. */
export interface Experience {
  readonly space: ActionSpace;
  readonly table: LaunchTable;
  /** [channels × promotions]: whether they were ever combined. */
  readonly isCombined: readonly (readonly boolean[])[];
  /** [channels × weeks]: whether the channel was ever used near that week. */
  readonly isInSeason: readonly (readonly boolean[])[];
  /** [promotions × weeks]: whether the promotion was ever used near that week. */
  readonly isPromotedInSeason: readonly (readonly boolean[])[];
  /** [promotions]: whether it was made in one season only, at a discount or by a shop that launches in other seasons too. */
  readonly isOneSeasonOnly: readonly boolean[];
}

/** Returns what the table shows as tried in an action space. */
export function experienceOf(table: LaunchTable, space: ActionSpace): Experience {
  const channels = named(space.channels);
  const promotions = named(space.promotions);
  const rowsOn = channels.map((name) => rowsWith(table.channel, name));
  const hasSeasons = !isOneSeason(weeksOf(table, rowsWith(table.promotion, null)));
  return {
    space,
    table,
    isCombined: rowsOn.map((rows) => {
      const tried = new Set(rows.map((row) => table.promotion[row]));
      return promotions.map((name) => name === null || tried.has(name));
    }),
    isInSeason: rowsOn.map((rows) => weeksTried(space, weeksNear(weeksOf(table, rows)))),
    isPromotedInSeason: promotions.map((name) =>
      weeksTried(space, weeksPromoted(weeksOf(table, rowsWith(table.promotion, name)), hasSeasons)),
    ),
    isOneSeasonOnly: promotions.map(
      (name, p) =>
        (hasSeasons || isDiscounted(space, p)) &&
        isOneSeason(weeksOf(table, rowsWith(table.promotion, name))),
    ),
  };
}

/** Returns for each week of the space whether it is one of these weeks of the year. */
function weeksTried(space: ActionSpace, weeks: ReadonlySet<number>): boolean[] {
  return space.weeks.map((day) => weeks.has(weekOfYear(day)));
}

/** Longest season, in weeks from its first launch to its last. */
const LONGEST_SEASON = 13;

/**
 * Returns the weeks of the year in which a promotion counts as tried: those near its launches. A promotion made in one
 * season only, by a shop that launches in others too, cannot be told from that season (a confounder). It counts as
 * tried in no week before its first launch or after its last.
 * @param hasSeasons whether the shop launches in more than one season
 */
function weeksPromoted(weeks: readonly number[], hasSeasons: boolean): ReadonlySet<number> {
  const near = weeksNear(weeks);
  if (!hasSeasons || !isOneSeason(weeks)) return near;
  return new Set(shortestArc(weeks).filter((week) => near.has(week)));
}

function isDiscounted(space: ActionSpace, promotionIndex: number): boolean {
  return (space.promotions[promotionIndex]?.depth ?? 0) > 0;
}

function isOneSeason(weeks: readonly number[]): boolean {
  return shortestArc(weeks).length <= LONGEST_SEASON;
}

/** Returns the shortest row of weeks that holds these weeks of the year, past new year where that is shorter. */
function shortestArc(weeks: readonly number[]): number[] {
  const ascending = [...new Set(weeks)].sort((a, b) => a - b);
  const lengths = ascending.map((first, i) => {
    const last = ascending[(i + ascending.length - 1) % ascending.length]!;
    return ((last - first + WEEKS_PER_YEAR) % WEEKS_PER_YEAR) + 1;
  });
  const shortest = Math.min(...lengths);
  const first = ascending[lengths.indexOf(shortest)] ?? 0;
  return Array.from({ length: ascending.length === 0 ? 0 : shortest }, (_, i) => {
    return (first + i) % WEEKS_PER_YEAR;
  });
}

function weeksOf(table: LaunchTable, rows: readonly number[]): number[] {
  return rows.map((row) => weekOfYear(table.launchDay[row]!));
}

/**
 * Returns 1 for each cell that was never tried, else 0, [cells]. If none was tried, as with a few scattered launches,
 * nothing is refused; only the support shows it.
 * @param isSeasonKnown whether a day's season is known even if the shop never launched then, so that the week counts as tried
 */
export function refusedCells(
  experience: Experience,
  isSeasonKnown: (day: Day) => boolean = () => false,
): Uint8Array {
  const { space, isCombined, isInSeason, isPromotedInSeason, isOneSeasonOnly } = experience;
  const isKnown = space.weeks.map(isSeasonKnown);
  const refused = new Uint8Array(space.weeks.length * offerCount(space));
  refused.forEach((_, index) => {
    const { weekIndex, channelIndex, promotionIndex } = cellAt(space, index);
    const isTried =
      isCombined[channelIndex]![promotionIndex]! &&
      (isInSeason[channelIndex]![weekIndex]! || isKnown[weekIndex]!) &&
      (isPromotedInSeason[promotionIndex]![weekIndex]! ||
        (isKnown[weekIndex]! && !isOneSeasonOnly[promotionIndex]!));
    refused[index] = isTried ? 0 : 1;
  });
  return refused.includes(0) ? refused : refused.fill(0);
}

/** Returns each channel with each promotion that was tried on it. */
export function triedOffers({
  space,
  isCombined,
}: Experience): Pick<LaunchAction, 'channel' | 'promotion'>[] {
  const promotions = named(space.promotions);
  return named(space.channels).flatMap((channel, c) =>
    promotions.filter((_, p) => isCombined[c]![p]!).map((promotion) => ({ channel, promotion })),
  );
}

/**
 * Counts the category's launches under each offer of a week, [cells of a week]; all launches count where the category
 * is ''.
 */
export function offersTried({ space, table }: Experience, category: string): Float64Array {
  const channels = named(space.channels);
  const promotions = named(space.promotions);
  const counts = channels.map(() => promotions.map(() => 0));
  for (let row = 0; row < table.rowCount; row++) {
    if (category !== '' && table.category[row] !== category) continue;
    channels.forEach((channel, c) => {
      if (channel !== null && table.channel[row] !== channel) return;
      promotions.forEach((promotion, p) => {
        if (promotion === null || table.promotion[row] === promotion) counts[c]![p]! += 1;
      });
    });
  }
  return Float64Array.from({ length: offerCount(space) }, (_, index) => {
    const { channelIndex, promotionIndex } = cellAt(space, index);
    return counts[channelIndex]![promotionIndex]!;
  });
}

/** Counts the launches with the action's channel and promotion, in the category and in all. */
export function supportOf(
  table: LaunchTable,
  category: string,
  action: Pick<LaunchAction, 'channel' | 'promotion'>,
): Support {
  const [alike, anywhere] = [noLaunches(), noLaunches()];
  for (const row of rowsLike(table, action)) {
    const day = table.launchDay[row]!;
    add(anywhere, day);
    if (isOfCategory(table, row, category)) add(alike, day);
  }
  const { lastDay } = alike.count > 0 ? alike : anywhere;
  return { alike: alike.count, anywhere: anywhere.count, lastDay };
}

/** Counts the precedents in the category that were launched in the action's season of any year. */
export function precedentsInSeason(
  table: LaunchTable,
  category: string,
  action: Pick<LaunchAction, 'channel' | 'promotion' | 'launchDay'>,
): number {
  let count = 0;
  for (const row of rowsLike(table, action)) {
    const apart = weeksApart(table.launchDay[row]!, action.launchDay);
    if (apart < WEEKS_APART && isOfCategory(table, row, category)) count += 1;
  }
  return count;
}

function* rowsLike(
  table: LaunchTable,
  { channel, promotion }: Pick<LaunchAction, 'channel' | 'promotion'>,
): Generator<number> {
  for (let row = 0; row < table.rowCount; row++) {
    if (channel !== null && table.channel[row] !== channel) continue;
    if (promotion !== null && table.promotion[row] !== promotion) continue;
    yield row;
  }
}

/** Without a category, all launches count. */
function isOfCategory(table: LaunchTable, row: number, category: string): boolean {
  return category === '' || table.category[row] === category;
}

interface Launches {
  count: number;
  lastDay: Day | null;
}

function noLaunches(): Launches {
  return { count: 0, lastDay: null };
}

function add(launches: Launches, day: Day): void {
  launches.count += 1;
  launches.lastDay = Math.max(launches.lastDay ?? day, day);
}

/** null: nothing to choose, so every launch matches. */
function named(choices: readonly { readonly name: string }[]): (string | null)[] {
  return choices.length > 0 ? choices.map(({ name }) => name) : [null];
}

function rowsWith(column: readonly string[], name: string | null): number[] {
  return [...column.keys()].filter((row) => name === null || column[row] === name);
}

function weeksNear(weeks: readonly number[]): Set<number> {
  const near = new Set<number>();
  for (const week of new Set(weeks)) {
    for (let apart = -TRIED_WEEKS_APART; apart <= TRIED_WEEKS_APART; apart++)
      near.add((week + apart + WEEKS_PER_YEAR) % WEEKS_PER_YEAR);
  }
  return near;
}
