// Calculates the effect of moving one launch to another week while all else stays.

import { LEFT_OUT, type SeasonChoice, type SeasonProblem } from '../problem/season-problem.ts';
import { brokenLimits, seasonMerit, seasonValue, type LimitName } from '../problem/season-value.ts';

export interface SeasonMove {
  /** Index among the product's options. */
  readonly option: number;
  /** Change of the season's value; negative: a loss. */
  readonly change: number;
  /** The same of its merit, by which moves are compared. */
  readonly merit: number;
  /** Limits that the calendar would newly break. */
  readonly breaks: readonly LimitName[];
}

/** Returns each week's best option, preferring those that break the fewest limits; null where the product has none. */
export function movesOf(
  problem: SeasonProblem,
  choice: SeasonChoice,
  product: number,
): (SeasonMove | null)[] {
  const before = { value: seasonValue(problem, choice), merit: seasonMerit(problem, choice) };
  const brokenBefore = new Set(brokenLimits(problem, choice).map((limit) => JSON.stringify(limit)));
  const moves: (SeasonMove | null)[] = problem.weeks.map(() => null);
  problem.products[product]!.options.forEach((option, place) => {
    const moved = choice.with(product, place);
    const breaks = brokenLimits(problem, moved).filter(
      (limit) => !brokenBefore.has(JSON.stringify(limit)),
    );
    const move = {
      option: place,
      change: seasonValue(problem, moved) - before.value,
      merit: seasonMerit(problem, moved) - before.merit,
      breaks,
    };
    if (isBetter(move, moves[option.week]!)) moves[option.week] = move;
  });
  return moves;
}

/** Returns the change of the season's value without the launch; 0 where it is already left out. */
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
  return one.merit > other.merit;
}
