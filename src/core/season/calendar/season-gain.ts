// How much better one calendar is than another, with the range of the difference: both meet the same demand.

import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import type { Quality } from '../offers/season-calendar.ts';
import { spreadOf, type SeasonOffers } from '../offers/season-offers.ts';
import { chosen, seasonLoss } from '../problem/season-value.ts';
import type { Placed } from './placements.ts';
import {
  drawnTotals,
  launchOutcome,
  negated,
  totalRange,
  type UncertainOutcome,
} from './season-range.ts';

/** Launches of a calendar as parts of its total, and what similar ones take from each other. */
export interface SeasonParts {
  readonly outcomes: readonly UncertainOutcome[];
  readonly lost: number;
}

export function seasonParts(offers: SeasonOffers, { problem, choice }: Placed): SeasonParts {
  const outcomes = offers.products.flatMap((product, i) => {
    const option = chosen(problem, choice, i);
    const spread = spreadOf(offers, product);
    return option ? [launchOutcome({ ...offers, spread }, option, i + 1)] : [];
  });
  return { outcomes, lost: seasonLoss(problem, choice) };
}

/** The difference of two totals, and the share of simulated seasons, 0–1, in which the first is higher. */
export interface SeasonGain {
  readonly range: OutcomeRange;
  readonly ahead: number;
}

/** Relative tolerance for what is left of launches that cancel out. */
const ROUNDING = 1e-9;

/**
 * Returns the difference of two totals. A product draws the same demand in both, and so do launches of one month, so a
 * launch that both have cancels out.
 */
export function seasonGain(
  better: SeasonParts,
  other: SeasonParts,
  sharedFate: number,
): SeasonGain {
  const parts = [...better.outcomes, ...other.outcomes.map(negated)];
  const lost = better.lost - other.lost;
  const totals = drawnTotals(parts, sharedFate, lost);
  const size = parts.reduce((all, { expected }) => all + Math.abs(expected), 0);
  const ahead = totals.filter((total) => total > ROUNDING * size).length / totals.length;
  return { range: totalRange(parts, sharedFate, lost), ahead };
}

/**
 * brings: a gain is found. sooner: it is only in sooner launches. nothing: proven to be next to nothing. open: none is found,
 * and at most `most` is possible.
 */
export interface LooseningGain {
  readonly kind: 'brings' | 'sooner' | 'nothing' | 'open';
  /** Of the merit. */
  readonly gain: number;
  /** The most that is possible; null where no bound is known. */
  readonly most: number | null;
}

/** Share of a season's merit that counts as next to nothing. */
const NOTHING = 0.001;

/**
 * Returns what looser limits bring: the difference of the best calendars found, and of the bound on the looser one.
 * @param strict best calendar within the limits; it is within the looser limits, too
 * @param brought how much higher the objective of the looser calendar is
 */
export function looseningGain(strict: Quality, loose: Quality, brought: number): LooseningGain {
  const little = NOTHING * Math.abs(strict.value);
  const gain = Math.max(0, loose.value - strict.value);
  const most = loose.bound === null ? null : Math.max(gain, loose.bound - strict.value);
  if (gain > little) return { kind: brought > 0 ? 'brings' : 'sooner', gain, most };
  return { kind: most !== null && most <= 2 * little ? 'nothing' : 'open', gain, most };
}
