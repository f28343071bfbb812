// What another week would cost: one launch moves, everything else is held.

import { LEFT_OUT, type SeasonChoice, type SeasonProblem } from './season-problem.ts';
import { brokenLimits, seasonValue, type LimitName } from './season-value.ts';

export interface SeasonMove {
  /** Place among the product's options. */
  readonly option: number;
  /** What the season is worth more; negative: less. */
  readonly change: number;
  /** Limits that the calendar would break and does not break now. */
  readonly breaks: readonly LimitName[];
}

/** By week: its best option, of those that break nothing if there are any; null where the product has none. */
export function movesOf(
  problem: SeasonProblem,
  choice: SeasonChoice,
  product: number,
): (SeasonMove | null)[] {
  const before = seasonValue(problem, choice);
  const brokenBefore = new Set(brokenLimits(problem, choice).map((limit) => JSON.stringify(limit)));
  const moves: (SeasonMove | null)[] = problem.weeks.map(() => null);
  problem.products[product]!.options.forEach((option, place) => {
    const moved = choice.with(product, place);
    const breaks = brokenLimits(problem, moved).filter(
      (limit) => !brokenBefore.has(JSON.stringify(limit)),
    );
    const move = { option: place, change: seasonValue(problem, moved) - before, breaks };
    if (isBetter(move, moves[option.week]!)) moves[option.week] = move;
  });
  return moves;
}

/** What the season is worth more without the launch; 0 where it is left out already. */
export function changeWithout(
  problem: SeasonProblem,
  choice: SeasonChoice,
  product: number,
): number {
  const without = choice.with(product, LEFT_OUT);
  return seasonValue(problem, without) - seasonValue(problem, choice);
}

function isBetter(one: SeasonMove, other: SeasonMove | null): boolean {
  if (!other) return true;
  if (one.breaks.length !== other.breaks.length) return one.breaks.length < other.breaks.length;
  return one.change > other.change;
}
