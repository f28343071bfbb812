// A conditional cut: "if less than 40% of the stock is sold by the end of week 3, take 20% off". It cuts the price in
// cases with low demand only.

import { mean } from '#core/base/statistics/statistics.ts';
import { profitsOf, sellThroughOf, type Markdown, type PriceScene } from './price-path.ts';

export interface MarkdownRule extends Markdown {
  /** Share of the stock, 0–1: the price is cut if less than this is sold before the cut's first week. */
  readonly soldShare: number;
}

const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Returns the profit of each case, [cases], where the price is cut only in cases that fall below the rule's share. */
export function profitsByRule(scene: PriceScene, rule: MarkdownRule): Float64Array {
  const sold = sellThroughOf(scene, null)[rule.fromWeek - 2]!;
  const [held, cut] = [profitsOf(scene, null), profitsOf(scene, rule)];
  return held.map((profit, i) => (sold[i]! < rule.soldShare ? cut[i]! : profit));
}

/** Returns the rule with the highest mean profit; null where none earns more than `leastProfit`. */
export function bestRule(
  scene: PriceScene,
  markdowns: readonly Markdown[],
  leastProfit: number,
): MarkdownRule | null {
  const sold = sellThroughOf(scene, null);
  const held = profitsOf(scene, null);
  let [best, most]: [MarkdownRule | null, number] = [null, leastProfit];
  for (const markdown of markdowns) {
    const cut = profitsOf(scene, markdown);
    const soldBefore = sold[markdown.fromWeek - 2]!;
    for (const soldShare of SHARES) {
      const profit = mean(held.map((own, i) => (soldBefore[i]! < soldShare ? cut[i]! : own)));
      if (profit > most) [best, most] = [{ ...markdown, soldShare }, profit];
    }
  }
  return best;
}
