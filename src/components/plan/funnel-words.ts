// Where a plan wins on the way from being seen to units, beside what the seller usually does.

import type { Funnel } from '#core/launch/launch-plan.ts';
import { m } from '#messages';
import { formatFactor, formatPercent, formatUnits } from '../format.ts';

/** A step that does less than a tenth better is no win. */
const CLEARLY = 1.1;

/** The step that does most to beat usual practice. */
export function funnelFinding(plan: Funnel, usual: Funnel): string {
  const steps = [
    { words: m.plan_funnel_seen, factor: plan.impressions / usual.impressions },
    { words: m.plan_funnel_clicked, factor: plan.clickRate / usual.clickRate },
    { words: m.plan_funnel_ordered, factor: plan.conversion / usual.conversion },
  ].filter(({ factor }) => Number.isFinite(factor));
  const best = steps.reduce<(typeof steps)[number] | null>(
    (best, step) => (best === null || step.factor > best.factor ? step : best),
    null,
  );
  if (best === null || best.factor < CLEARLY) return m.plan_funnel_none();
  return best.words({ factor: formatFactor(best.factor) });
}

/** How many are seen, clicked and ordered, each with its share of the step before it. */
export function funnelCells(funnel: Funnel, units: number): string[] {
  const clicks = funnel.impressions * funnel.clickRate;
  const share = (count: number, of: number) =>
    m.plan_funnel_share({ count: formatUnits(count), share: formatPercent(of) });
  return [
    formatUnits(funnel.impressions),
    share(clicks, funnel.clickRate),
    share(clicks * funnel.conversion, funnel.conversion),
    formatUnits(units),
  ];
}
