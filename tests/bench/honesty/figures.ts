// Figures of one shop's plans.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { countTexts, finite, mean, sum } from '#core/base/statistics/statistics.ts';
import type { JudgedPlan } from './judge-plans.ts';

export interface ShopFigures {
  /** Expected profit of the plans to be launched; `earned` is their simulated profit. */
  readonly promised: number;
  readonly earned: number;
  /** Gain over the baseline policy (habit). */
  readonly gainPromised: number;
  readonly gainTrue: number;
  /** True profit of the baseline policy. */
  readonly habit: number;
  /** Shares of simulated demand inside the 50%, 80% and 90% ranges of units. */
  readonly in50: number;
  readonly in80: number;
  readonly in90: number;
  readonly profitIn50: number;
  readonly profitIn80: number;
  readonly lossTold: number;
  readonly lossTrue: number;
  /** Share of the products that are launched. */
  readonly launched: number;
  /** Mean ad spend of the plans over that of past launches. */
  readonly spendTimes: number;
  readonly tag: number;
  /** Share of the plans on their most frequent channel. */
  readonly commonestChannel: number;
  /** Number of plans with a promotion outside the only season in which it was made. */
  readonly outOfSeason: number;
}

/** Returns a shop's figures. Money is summed over all plans; shares and chances are means over launched ones. */
export function figuresOf(judged: readonly JudgedPlan[], table: LaunchTable): ShopFigures {
  const launched = judged.filter(({ isLaunched }) => isLaunched);
  const total = (of: (each: JudgedPlan) => number) => sum(judged.map(of));
  const of = (pick: (each: JudgedPlan) => number) => mean(launched.map(pick));
  const channels = countTexts(launched.map(({ plan }) => plan.action.channel ?? ''));
  const most = Math.max(0, ...channels.map(([, count]) => count));
  return {
    promised: total(({ promised }) => promised),
    earned: total(({ earned }) => earned),
    gainPromised: total(({ promised, habitPromised }) => promised - habitPromised),
    gainTrue: total(({ earned, habitEarned }) => earned - habitEarned),
    habit: total(({ habitEarned }) => habitEarned),
    in50: of(({ inUnits }) => inUnits.half),
    in80: of(({ inUnits }) => inUnits.eight),
    in90: of(({ inUnits }) => inUnits.nine),
    profitIn50: of(({ inProfit }) => inProfit.half),
    profitIn80: of(({ inProfit }) => inProfit.eight),
    lossTold: of(({ plan }) => plan.odds.loss ?? NaN),
    lossTrue: of(({ loss }) => loss),
    launched: launched.length / judged.length,
    spendTimes: of(({ plan }) => plan.action.adSpend ?? 0) / mean(finite(table.adSpend)),
    tag: of(({ plan }) => plan.action.priceFactor),
    commonestChannel: most / launched.length,
    outOfSeason: total(({ isDeepestOutOfSeason }) => (isDeepestOutOfSeason ? 1 : 0)),
  };
}
