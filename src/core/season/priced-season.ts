// A better calendar at once: greedy under prices for what is short. With the right price on a budget (a Lagrange multiplier: Everett 1963)
// products take no more of it than it is worth elsewhere, so that what is left fits together.

import { FREE, greedySeason, type BudgetPrices } from './greedy-season.ts';
import type { SeasonChoice, SeasonProblem } from './season-problem.ts';
import { seasonUse, seasonValue } from './season-value.ts';

/** Each budget's price is looked for so often, in turns, and each time halved so often. */
const ROUNDS = 2;
const HALVINGS = 7;

/** The best that is found under any prices; null where not everything that has to be launched finds room. */
export function pricedSeason(problem: SeasonProblem): SeasonChoice | null {
  const { adBudget, stockBudget } = problem.limits;
  const budgets = { ads: adBudget, stock: stockBudget };
  const unlimited = {
    ...problem,
    limits: { ...problem.limits, adBudget: null, stockBudget: null },
  };
  let best = greedySeason(problem);
  let prices = FREE;
  const keepBetter = (choice: SeasonChoice | null): void => {
    if (choice && (!best || seasonValue(problem, choice) > seasonValue(problem, best)))
      best = choice;
  };
  for (let round = 0; round < ROUNDS; round++)
    for (const name of ['ads', 'stock'] as const) {
      const budget = budgets[name];
      if (budget === null) continue;
      let [low, high] = [0, 1];
      // A price under which less is wanted than there is.
      while (high < HIGHEST && wanted(unlimited, { ...prices, [name]: high })[name] > budget) {
        low = high;
        high *= 4;
      }
      for (let i = 0; i < HALVINGS; i++) {
        const middle = (low + high) / 2;
        if (wanted(unlimited, { ...prices, [name]: middle })[name] > budget) low = middle;
        else high = middle;
      }
      prices = { ...prices, [name]: high };
      for (const price of [low, high])
        keepBetter(greedySeason(problem, { ...prices, [name]: price }));
    }
  return best;
}

const HIGHEST = 1e6;

function wanted(problem: SeasonProblem, prices: BudgetPrices): BudgetPrices {
  const choice = greedySeason(problem, prices);
  if (!choice) return FREE;
  const { adSpendTotal, stockCost } = seasonUse(problem, choice);
  return { ads: adSpendTotal, stock: stockCost };
}
