// Improves on the greedy calendar with prices on scarce budgets (Lagrange multipliers: Everett 1963). At the right
// price, no product takes more of a budget than it is worth elsewhere, so the rest fits together.

import { FREE, greedySeason, type BudgetPrices } from './greedy-season.ts';
import type { SeasonChoice, SeasonProblem } from './season-problem.ts';
import { seasonMerit, seasonUse } from './season-value.ts';

/** Rounds in which each budget's price is searched in turn; below, bisections per search. */
const ROUNDS = 2;
const HALVINGS = 7;

/** Returns the best calendar found at any prices; null where a product that must be launched finds no room. */
export function pricedSeason(problem: SeasonProblem): SeasonChoice | null {
  const { adBudget, stockBudget } = problem.limits;
  const budgets = { ads: adBudget, stock: stockBudget };
  const unlimited = {
    ...problem,
    limits: { ...problem.limits, adBudget: null, stockBudget: null },
  };
  let best = greedySeason(problem);
  let prices = FREE;
  for (let round = 0; round < ROUNDS; round++)
    for (const name of ['ads', 'stock'] as const) {
      const budget = budgets[name];
      if (budget === null) continue;
      const between = balancingPrice(unlimited, { prices, name, budget });
      for (const price of between)
        best = better(problem, best, greedySeason(problem, { ...prices, [name]: price }));
      prices = { ...prices, [name]: between[1] };
    }
  return best;
}

function better(
  problem: SeasonProblem,
  one: SeasonChoice | null,
  other: SeasonChoice | null,
): SeasonChoice | null {
  if (!one || !other) return one ?? other;
  return seasonMerit(problem, other) > seasonMerit(problem, one) ? other : one;
}

const HIGHEST = 1e6;

interface Balanced {
  /** Price of the other budget. */
  readonly prices: BudgetPrices;
  readonly name: keyof BudgetPrices;
  readonly budget: number;
}

/** Returns a price at which more is wanted than the budget, and one just above it at which it is not. */
function balancingPrice(
  unlimited: SeasonProblem,
  { prices, name, budget }: Balanced,
): [low: number, high: number] {
  const isShort = (price: number) => wanted(unlimited, { ...prices, [name]: price })[name] > budget;
  let [low, high] = [0, 1];
  while (high < HIGHEST && isShort(high)) [low, high] = [high, 4 * high];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (isShort(middle)) low = middle;
    else high = middle;
  }
  return [low, high];
}

function wanted(problem: SeasonProblem, prices: BudgetPrices): BudgetPrices {
  const choice = greedySeason(problem, prices);
  if (!choice) return FREE;
  const { adSpendTotal, stockCost } = seasonUse(problem, choice);
  return { ads: adSpendTotal, stock: stockCost };
}
