// Decisions → the same, with the usual way to launch first unless one of them is clearly better.

import {
  isClearlyBetter,
  isWorthLaunching,
  usualCell,
  usualFirst,
} from '#core/planning/search/as-usual.ts';
import type { FoundCells } from '#core/planning/search/cell-search.ts';
import type { Habit } from '#core/model/blend/habit.ts';
import type { UsualPractice } from '#core/planning/plan/launch-plan.ts';
import { expectedOf } from '#core/planning/search/offer-choice.ts';
import { plannedValue } from '#core/planning/plan/planned-value.ts';
import { decideAsIs, type RefinedDecision, type RefineRequest } from './refine-offers.ts';

interface Preferring extends RefineRequest {
  readonly habit: Habit;
  readonly found: FoundCells;
  readonly usual: UsualPractice;
}

interface Preferred {
  readonly decisions: readonly RefinedDecision[];
  readonly isAsUsual: boolean;
}

/**
 * Puts the usual way to launch first, unless the best decision is clearly better or the usual one is not worth
 * launching.
 * @param decisions best first
 */
export async function preferUsual(
  request: Preferring,
  decisions: readonly RefinedDecision[],
): Promise<Preferred> {
  const { model, space, economy, habit, found } = request;
  const { actionShare } = model.calibration;
  const best = expectedOf(economy, decisions[0]!);
  const usual = plannedValue(request.usual, economy.objective);
  const asFound = { decisions, isAsUsual: false };
  if (isClearlyBetter(best, { usual, actionShare })) return asFound;
  const cell = usualCell(space, habit, found);
  if (cell < 0) return asFound;
  const own = await decideAsIs(request, cell);
  // The most common choice may be worse than what the seller does on average.
  const least = Math.min(usual, expectedOf(economy, own));
  if (isClearlyBetter(best, { usual: least, actionShare }) || !isWorthLaunching(economy, own))
    return asFound;
  return { decisions: usualFirst(space, own, decisions), isAsUsual: true };
}
