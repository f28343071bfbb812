// Compares the funnel of a plan, from impressions to units, with that of the usual approach.

import type { Funnel } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { formatFactor, formatPercent, formatUnits } from '#components/words/numbers.ts';

/** Least factor over the usual approach that counts as better. */
const CLEARLY = 1.1;

/** Names the step that improves most on the usual approach, or says that none clearly does. */
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

/** Returns impressions, clicks, orders and units; clicks and orders with their share of the step before. */
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
