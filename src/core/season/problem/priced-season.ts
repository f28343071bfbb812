// Improves on the greedy calendar with prices on scarce budgets (Lagrange multipliers: Everett 1963). At the right
// price, no product takes more of a budget than it is worth elsewhere, so the rest fits together. Then prices fall to
// nothing, and launches move to where they add more at each.

import { FREE, Placing, type BudgetPrices } from './greedy-season.ts';
import type { SeasonChoice, SeasonProblem } from './season-problem.ts';
import { seasonMerit, seasonUse } from './season-value.ts';

/** Rounds in which each budget's price is searched in turn; below, bisections per search. */
const ROUNDS = 2;
const HALVINGS = 7;
/** Shares of the prices at which launches move, one after the other. */
const FALLING = [1, 0.75, 0.5, 0.25, 0];

const BUDGETS = ['ads', 'stock', 'cash'] as const;

/** Returns the best calendar found at any prices; null where a product that must be launched finds no room. */
export function pricedSeason(problem: SeasonProblem): SeasonChoice | null {
  const { adBudget, stockBudget, cashBudget = null } = problem.limits;
  const budgets = { ads: adBudget, stock: stockBudget, cash: cashBudget };
  const placing = new Placing(problem);
  const wanted = wantedBy(problem);
  let best = placing.greedy(FREE);
  let prices = FREE;
  let tried: readonly BudgetPrices[] = [FREE];
  for (let round = 0; round < ROUNDS; round++)
    for (const name of BUDGETS) {
      const budget = budgets[name];
      if (budget === null) continue;
      const between = balancingPrice(wanted, { prices, name, budget });
      tried = between.map((price) => ({ ...prices, [name]: price }));
      for (const each of tried) best = better(problem, best, placing.greedy(each));
      prices = tried[1]!;
    }
  if (best) best = better(problem, best, placing.improved(best, FREE));
  for (const each of tried) best = better(problem, best, settled(placing, each));
  return best;
}

/** Returns a calendar made at these prices, after launches have moved while prices fell. */
function settled(placing: Placing, prices: BudgetPrices): SeasonChoice | null {
  let choice = placing.greedy(prices);
  for (const share of FALLING) choice &&= placing.improved(choice, scaled(prices, share));
  return choice;
}

function scaled({ ads, stock, cash }: BudgetPrices, share: number): BudgetPrices {
  return { ads: share * ads, stock: share * stock, cash: share * cash };
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
  /** Prices of the other budgets. */
  readonly prices: BudgetPrices;
  readonly name: keyof BudgetPrices;
  readonly budget: number;
}

type Wanted = (prices: BudgetPrices) => BudgetPrices;

/** Returns a price at which more is wanted than the budget, and one just above it at which it is not. */
function balancingPrice(
  wanted: Wanted,
  { prices, name, budget }: Balanced,
): [low: number, high: number] {
  const isShort = (price: number) => wanted({ ...prices, [name]: price })[name] > budget;
  let [low, high] = [0, 1];
  while (high < HIGHEST && isShort(high)) [low, high] = [high, 4 * high];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (isShort(middle)) low = middle;
    else high = middle;
  }
  return [low, high];
}

/** Returns a function for what a greedy calendar without budgets uses at some prices. */
function wantedBy(problem: SeasonProblem): Wanted {
  const { limits } = problem;
  const isCashLimited = (limits.cashBudget ?? null) !== null;
  const unlimited = {
    ...problem,
    limits: {
      ...{ ...limits, adBudget: null, stockBudget: null },
      ...(isCashLimited && { cashBudget: Infinity }), // still limited, so that its use is summed
    },
  };
  const placing = new Placing(unlimited);
  return (prices) => {
    const choice = placing.greedy(prices);
    if (!choice) return FREE;
    const { adSpendTotal, stockCost, cashTiedUp } = seasonUse(unlimited, choice);
    return { ads: adSpendTotal, stock: stockCost, cash: cashTiedUp };
  };
}
