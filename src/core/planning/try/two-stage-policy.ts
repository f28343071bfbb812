// The best reorder after two weeks, for a given first order. Sales so far are put into a few bins; in each, the reorder
// with the highest mean profit over its cases is chosen (Bayesian updating by bins). Sold-out cases are one bin, because
// their demand is not seen (censored). The mean profit is exactly that of the rule shown.

import { mean } from '#core/base/statistics/statistics.ts';
import { orderableAbove } from '../economics/first-stock.ts';
import type { StockTerms } from '../plan/stock-terms.ts';
import type { UnitMoney } from '../plan/unit-money.ts';
import { profitOfCase, type TryCase } from './try-cases.ts';

/** Bins of sales below the first order; few, so that the rule can be read and followed. */
const BINS = 5;

/** What to reorder from some sales on, up to the next step. */
export interface ReorderStep {
  /** Fewest units sold within two weeks; the first order where it sold out. */
  readonly fromUnits: number;
  /** Units to reorder; 0: none. */
  readonly orderUnits: number;
  /** Share of cases, 0–1. */
  readonly chance: number;
}

export interface TwoStagePolicy {
  readonly firstOrder: number;
  /** Mean profit in the shop's currency. */
  readonly expectedProfit: number;
  /** Lowest sales first; neighbours differ in what they order. */
  readonly steps: readonly ReorderStep[];
}

export interface TryScene {
  readonly cases: readonly TryCase[];
  readonly money: UnitMoney;
  readonly terms: StockTerms;
}

/** Returns the reorder rule with the highest mean profit after a first order. */
export function bestPolicy(scene: TryScene, firstOrder: number): TwoStagePolicy {
  const bins = binsOf(scene.cases, firstOrder);
  const chosen = bins.map(({ fromUnits, cases }) => {
    const orderUnits = bestReorder(scene, cases, firstOrder);
    return { fromUnits, orderUnits, chance: cases.length / scene.cases.length, cases };
  });
  const profits = chosen.flatMap(({ orderUnits, cases }) =>
    cases.map((each) => profitOfCase(each, { first: firstOrder, again: orderUnits }, scene.money)),
  );
  return { firstOrder, expectedProfit: mean(profits), steps: merged(chosen) };
}

interface Bin {
  readonly fromUnits: number;
  readonly cases: readonly TryCase[];
}

/** Returns the cases by whole units sold within two weeks, in at most six bins; the last is that of sold-out cases. */
export function binsOf(cases: readonly TryCase[], firstOrder: number): Bin[] {
  const soldBy = ({ seen }: TryCase) => Math.min(firstOrder, Math.floor(seen));
  const ascending = [...cases].sort((a, b) => soldBy(a) - soldBy(b));
  const open = ascending.filter((each) => soldBy(each) < firstOrder);
  const edges = Array.from({ length: BINS }, (_, i) =>
    open.length === 0 ? 0 : soldBy(open[Math.floor((i * open.length) / BINS)]!),
  );
  const starts = [...new Set([...(open.length > 0 ? edges : []), firstOrder])];
  return starts
    .map((fromUnits, i) => {
      const next = starts[i + 1] ?? Infinity;
      const own = ascending.filter((each) => soldBy(each) >= fromUnits && soldBy(each) < next);
      return { fromUnits: i === 0 ? 0 : fromUnits, cases: own };
    })
    .filter((bin) => bin.cases.length > 0);
}

/**
 * Returns the reorder with the highest mean profit over the cases, among the quantities that can be ordered; 0 where
 * none is better than not to reorder. Profit is concave in the stock, so the best number of packs is found by bisection.
 */
export function bestReorder(
  { money, terms }: Pick<TryScene, 'money' | 'terms'>,
  cases: readonly TryCase[],
  first: number,
): number {
  const pack = Math.max(1, Math.floor(terms.packSize));
  const valueOf = (again: number) => {
    let total = 0;
    for (const each of cases) total += profitOfCase(each, { first, again }, money);
    return total;
  };
  const least = orderableAbove(1, terms) / pack;
  const most = cases.reduce((high, { demand }) => Math.max(high, demand), 0);
  let [low, high] = [least, least + Math.ceil((most * (1 + (money.later?.share ?? 0))) / pack)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueOf((middle + 1) * pack) > valueOf(middle * pack)) low = middle + 1;
    else high = middle;
  }
  return valueOf(low * pack) > valueOf(0) ? low * pack : 0;
}

/** Joins neighbours that reorder the same. */
function merged(steps: readonly ReorderStep[]): ReorderStep[] {
  const joined: ReorderStep[] = [];
  for (const { fromUnits, orderUnits, chance } of steps) {
    const last = joined.at(-1);
    if (last?.orderUnits === orderUnits)
      joined.splice(-1, 1, { ...last, chance: last.chance + chance });
    else joined.push({ fromUnits, orderUnits, chance });
  }
  return joined;
}
