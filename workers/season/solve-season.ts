// Offers and limits → the best calendar found in time, or the limits that conflict.

import type { ConflictPart } from '#core/season/problem/limit-conflict.ts';
import { minimalConflict } from '#core/season/problem/limit-conflict.ts';
import { pricedSeason } from '#core/season/problem/priced-season.ts';
import { noWeeksOf } from '#core/season/problem/no-week.ts';
import { placementsOf, withPlacements } from '#core/season/calendar/placements.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import type { SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import {
  seasonProblem,
  type SeasonChoice,
  type SeasonProblem,
} from '#core/season/problem/season-problem.ts';
import {
  choiceOfColumns,
  columnsOfChoice,
  limitNames,
  limitsProgram,
  seasonProgram,
} from '#core/season/problem/season-program.ts';
import type { SeasonOutcome, SeasonSolution } from '#core/season/problem/season-solution.ts';
import { brokenLimits, seasonMerit } from '#core/season/problem/season-value.ts';
import type { Solver } from './solver.ts';

interface SeasonInput {
  readonly offers: SeasonOffers;
  readonly limits: SeasonLimits;
  readonly start: readonly Placement[] | null;
  readonly gap: number;
  readonly seconds: number;
  readonly now: () => number;
  readonly onBetter: (best: SeasonSolution) => void;
  /** Called before the solver, which receives no messages until it is done; may throw to stop. */
  readonly pause: () => Promise<void>;
}

const FEASIBILITY_SECONDS = 5;

/** Solves a season, and reports better calendars as they are found. Throws what `open` and `pause` throw. */
export async function solveSeason(
  input: SeasonInput,
  open: () => Promise<Solver>,
): Promise<SeasonOutcome> {
  const startedAt = input.now();
  const secondsSince = () => (input.now() - startedAt) / 1000;
  const { offers, limits } = input;
  const noWeeks = noWeeksOf(offers, limits);
  if (noWeeks.length > 0) return { kind: 'clash', parts: noWeeks };
  const problem = seasonProblem(offers, limits);
  const solutionOf = (choice: SeasonChoice, bound: number | null): SeasonSolution => ({
    placements: placementsOf(problem, choice),
    value: seasonMerit(problem, choice),
    bound,
  });
  const start = bestStart(problem, input);
  if (start) input.onBetter(solutionOf(start, null));
  await input.pause();
  const solver = await open();
  const solved = solver.solve(seasonProgram(problem), {
    start: start && columnsOfChoice(problem, start),
    ...{ gap: input.gap, seconds: input.seconds },
    onBetter: ({ columns, bound }) =>
      input.onBetter(solutionOf(choiceOfColumns(problem, columns), finiteOrNull(bound))),
  });
  const choice = solved.columns ? choiceOfColumns(problem, solved.columns) : start;
  if (!choice || solved.end === 'infeasible')
    return { kind: 'clash', parts: await clashOf(problem, solver) };
  return {
    kind: 'solved',
    solution: solutionOf(choice, solved.bound),
    end: solved.end,
    seconds: secondsSince(),
  };
}

/** Returns the better of the given calendar and one made at once; null where neither fits. */
function bestStart(problem: SeasonProblem, { offers, start }: SeasonInput): SeasonChoice | null {
  const priced = pricedSeason(problem);
  const given = start && withPlacements(problem, offers, start);
  // A placement that exists only because the calendar has it is not part of the program.
  const isOfProgram =
    given?.choice.every((place, i) => place < problem.products[i]!.options.length) === true;
  if (!given || !isOfProgram || brokenLimits(problem, given.choice).length > 0) return priced;
  if (!priced) return given.choice;
  return seasonMerit(problem, given.choice) >= seasonMerit(problem, priced) ? given.choice : priced;
}

function clashOf(problem: SeasonProblem, solver: Solver): Promise<ConflictPart[]> {
  return minimalConflict(limitNames(problem), (some) => {
    const { end } = solver.solve(limitsProgram(problem, some), {
      start: null,
      gap: 1,
      seconds: FEASIBILITY_SECONDS,
      onBetter: () => undefined,
    });
    return Promise.resolve(end === 'infeasible');
  });
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
