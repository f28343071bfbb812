import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { LinearProgram } from '#core/season/problem/linear-program.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import {
  choiceOfColumns,
  columnsOfChoice,
  limitNames,
  limitsProgram,
  seasonProgram,
} from '#core/season/problem/season-program.ts';
import { brokenLimits, seasonMerit } from '#core/season/problem/season-value.ts';
import { randomChoice } from '../../../support/random-choice.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

const limits: SeasonLimits = {
  ...usualLimits(FIRST_WEEK),
  mostPerWeek: 2,
  adBudget: 120,
  channelBudgets: { 'channel 1': 60 },
  stockBudget: 3000,
  cashBudget: 900,
  wishes: { p1: { isNeeded: true } },
};

function problemOf(seed: number) {
  const offers = randomOffers({ seed, products: 6, weeks: 5, channels: 2, hasMerits: true });
  return seasonProblem(offers, limits);
}

function keepsRows(
  { rowLower, rowUpper, starts, indices, values }: LinearProgram,
  x: Float64Array,
) {
  return Array.from(rowLower, (lower, row) => {
    let total = 0;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) total += values[i]! * x[indices[i]!]!;
    return total >= lower - 1e-6 && total <= rowUpper[row]! + 1e-6;
  }).every(Boolean);
}

describe('the program of a season', () => {
  it('has the merit of the calendar, and allows what keeps the limits, and only that', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer(), (seed, draw) => {
        const problem = problemOf(seed);
        const program = seasonProgram(problem);
        const choice = randomChoice(problem, draw);
        const columns = columnsOfChoice(problem, choice);
        const worth = columns.reduce((all, value, i) => all + value * program.costs[i]!, 0);
        expect(worth).toBeCloseTo(seasonMerit(problem, choice), 6);
        expect(keepsRows(program, columns)).toBe(brokenLimits(problem, choice).length === 0);
        expect(choiceOfColumns(problem, columns)).toEqual(choice);
      }),
    );
  });

  it('lets nobody count less lost than is lost', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer(), (seed, draw) => {
        const problem = problemOf(seed);
        const program = seasonProgram(problem);
        const columns = columnsOfChoice(problem, randomChoice(problem, draw));
        const losses = Array.from(columns.keys()).filter(
          (i) => i >= program.wholeCount && columns[i]! > 1e-3,
        );
        const withoutBudgets = seasonProgram({
          ...problem,
          limits: usualLimits(FIRST_WEEK),
          products: problem.products.map((product) => ({ ...product, isNeeded: false })),
        });
        for (const i of losses)
          expect(keepsRows(withoutBudgets, columns.with(i, 0.9 * columns[i]!))).toBe(false);
      }),
    );
  });
});

describe('the program of limits alone', () => {
  it('is kept by whatever keeps those limits', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer(), (seed, draw) => {
        const problem = problemOf(seed);
        const choice = randomChoice(problem, draw);
        const broken = brokenLimits(problem, choice).map((limit) => JSON.stringify(limit));
        const names = limitNames(problem);
        const kept = names.filter((limit) => !broken.includes(JSON.stringify(limit)));
        const columns = columnsOfChoice(problem, choice);
        const program = limitsProgram(problem, kept);
        expect(keepsRows(program, columns.subarray(0, program.columnCount))).toBe(true);
        if (broken.length > 0)
          expect(keepsRows(limitsProgram(problem, names), columns)).toBe(false);
      }),
    );
  });
});
