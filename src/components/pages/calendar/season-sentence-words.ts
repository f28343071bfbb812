import { knownBudgets } from '#core/season/offers/season-offers.ts';
import { gapOf, type Quality } from '#core/season/offers/season-calendar.ts';
import { seasonMeasure, type SeasonView } from '#core/season/calendar/season-view.ts';
import type { LimitName } from '#core/season/problem/season-value.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { WeekChange } from '#core/season/calendar/week-changes.ts';
import { m } from '#messages';
import { countedLaunches, tally } from '#components/words/counts.ts';
import { formatDayRange, formatDuration } from '#components/words/dates.ts';
import { formatCount, formatFinePercent } from '#components/words/numbers.ts';
import { formatDifference } from '#components/words/ranges.ts';
import { formatMoney } from '#components/words/money.ts';
import { sentences } from '#components/words/sentences.ts';
import { objectiveWords } from '../plan/plan-words.ts';
import { spanWords } from './season-words.ts';
import { weekText } from './week-words.ts';

export type TitleOf = (productId: string) => string;

/** A relative gap below this is only rounding. */
const NO_GAP = 5e-5;

/** Returns the finding of a season, such as "Mar 2027–Aug 2027: 11 launches, 1 left out". */
export function seasonFinding(view: SeasonView, leftOutCount: number): string {
  const { placements } = view;
  if (placements.length === 0) return m.season_finding_empty();
  const span = spanWords(placements.map(({ week }) => week));
  const launches = countedLaunches(placements.length);
  if (leftOutCount === 0) return m.season_finding({ span, launches });
  return m.season_finding_out({ span, launches, out: formatCount(leftOutCount) });
}

/**
 * Returns the limits of a season, such as "11 Jan–11 Jul, at most 2 launches a week, 4,500 for ads, 21,000 for
 * stock." A budget limits nothing where its money is not known.
 */
export function limitsLead({ limits, offers }: Pick<SeasonView, 'limits' | 'offers'>): string {
  const { firstWeek, weekCount, mostPerWeek, adBudget } = limits;
  const known = knownBudgets(offers);
  const stockBudget = known.stock ? limits.stockBudget : null;
  const cashBudget = known.cash ? (limits.cashBudget ?? null) : null;
  const parts = [
    formatDayRange(firstWeek, firstWeek + 7 * weekCount - 1),
    mostPerWeek === null ? m.season_any() : m.season_most(tally(mostPerWeek)),
    adBudget === null ? '' : m.season_ads({ amount: formatMoney(adBudget) }),
    stockBudget === null ? '' : m.season_stock({ amount: formatMoney(stockBudget) }),
    cashBudget === null ? '' : m.season_cash({ amount: formatMoney(cashBudget) }),
  ].filter((part) => part !== '');
  const joined = parts.reduce((first, second) => m.season_limits_joined({ first, second }));
  return m.season_lead({ limits: joined });
}

/** States the optimality gap of a calendar, and the solving time where it was just solved. */
export function qualityWords(
  quality: Quality,
  {
    seconds,
    compared,
  }: { readonly seconds: number | null; readonly compared: SeasonView['problem']['compared'] },
): string {
  const gap = gapOf(quality);
  if (gap === null) return m.season_bound_unknown();
  if (gap < NO_GAP) {
    const isAll = compared.isInFull && compared.beyond === 0;
    return isAll ? m.season_solved_best() : m.season_solved_best_compared();
  }
  const words = { gap: formatFinePercent(Math.max(gap, 0.001)) };
  return seconds === null
    ? m.season_solved_within(words)
    : m.season_solved_in({ ...words, time: formatDuration(seconds) });
}

/** Says what was left out of the comparison of many products; empty if all that matters was compared. */
export function comparedWords({ problem, offers }: Pick<SeasonView, 'problem' | 'offers'>): string {
  const { products, beyond, isInFull } = problem.compared;
  return sentences(
    beyond > 0
      ? m.season_compared_products({
          count: formatCount(products),
          all: formatCount(offers.products.length),
        })
      : '',
    isInFull ? '' : m.season_compared_detail(),
  );
}

type Numbers = Pick<SeasonView, 'offers'>;

/** Returns the number format for the measure of the season's objective. */
export function seasonFormat({ offers }: Numbers): (value: number | null | undefined) => string {
  return objectiveWords(seasonMeasure(offers.objective)).format;
}

/** Returns a change in words, such as "120 less". */
export function changeWords(view: Numbers, change: number): string {
  return formatDifference(change, seasonFormat(view));
}

interface Breaking {
  readonly view: Pick<SeasonView, 'offers' | 'limits'>;
  readonly titleOf: TitleOf;
}

/**
 * Says what launching in a week changes for the season and which limits it breaks, or why it is impossible.
 * @param now the present channel; a different one is named
 */
export function moveWords(
  change: WeekChange,
  { view, titleOf }: Breaking,
  now?: string | null,
): string {
  const week = weekText(change.week);
  if (change.kind === 'impossible') {
    if (change.reason === 'closed') return m.season_move_closed(week);
    return change.reason === 'outside-window'
      ? m.season_move_window(week)
      : m.season_move_untried(week);
  }
  const difference = changeWords(view, change.change);
  const { channel } = change.placement;
  const isElsewhere = now !== undefined && channel !== null && channel !== now;
  const move = isElsewhere
    ? m.season_move_on({ ...week, channel, difference })
    : m.season_move_to({ ...week, difference });
  if (change.breaks.length === 0) return move;
  return m.season_move_breaks({ move, limits: limitsWords(change.breaks, { view, titleOf }) });
}

/** Describes the broken limits, a sentence each. */
export function limitsWords(broken: readonly LimitName[], context: Breaking): string {
  return sentences(...broken.map((limit) => limitWords(limit, context)));
}

function limitWords(limit: LimitName, { view: { limits }, titleOf }: Breaking): string {
  switch (limit.kind) {
    case 'most-per-week':
      return m.season_broken_most({ ...tally(limits.mostPerWeek ?? 0), ...weekText(limit.week) });
    case 'ad-budget':
      return m.season_broken_ads({ limit: formatMoney(limits.adBudget) });
    case 'stock-budget':
      return m.season_broken_stock({ limit: formatMoney(limits.stockBudget) });
    case 'cash-budget':
      return m.season_broken_cash({ limit: formatMoney(limits.cashBudget) });
    case 'channel-budget': {
      const most = ownValue(limits.channelBudgets, limit.channel);
      return m.season_broken_channel({ channel: limit.channel, limit: formatMoney(most) });
    }
    case 'needed':
      return m.season_broken_needed({ title: titleOf(limit.productId) });
  }
}
