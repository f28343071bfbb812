import { hasAsMuchCash } from './cash-use.ts';
import { isCashLimited, type SeasonLimits } from './season-limits.ts';
import type { SeasonOffers } from './season-offers.ts';
import { meritOf, type SeasonOption } from './season-option.ts';

/** Removes options for which another in the same week has as much merit and needs no more of what is limited. */
export function paretoOptions(
  options: readonly SeasonOption[],
  limits: SeasonLimits,
  { channels }: Pick<SeasonOffers, 'channels'>,
): SeasonOption[] {
  const isCapped = channels.map(({ name }) => Object.hasOwn(limits.channelBudgets, name));
  const kept: SeasonOption[] = [];
  const byValue = [...options].sort((a, b) => a.week - b.week || meritOf(b) - meritOf(a));
  let from = 0;
  for (const option of byValue) {
    if (kept[from] && kept[from]!.week !== option.week) from = kept.length;
    const isBeaten = kept
      .slice(from)
      .some(
        (better) =>
          (limits.adBudget === null || spendOf(better) <= spendOf(option)) &&
          (limits.stockBudget === null || stockCostOf(better) <= stockCostOf(option)) &&
          (isCapped[better.channel] !== true ||
            (better.channel === option.channel && spendOf(better) <= spendOf(option))) &&
          (!isCashLimited(limits) || hasAsMuchCash(better, option)),
      );
    if (!isBeaten) kept.push(option);
  }
  return kept;
}

/** Returns the ad spend of an option; an unknown one counts as 0. */
export function spendOf({ adSpend }: Pick<SeasonOption, 'adSpend'>): number {
  return Number.isNaN(adSpend) ? 0 : adSpend;
}

/** Returns the stock cost of an option; an unknown one counts as 0. */
export function stockCostOf({ stockCost }: Pick<SeasonOption, 'stockCost'>): number {
  return Number.isNaN(stockCost) ? 0 : stockCost;
}
