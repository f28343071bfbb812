// The way from being seen to units, so that one can see where a plan wins. The rates are the model's; how often a launch is seen is
// what the expected units need at these rates, because units are predicted by more members than rates are.

import type { Funnel } from './launch-plan.ts';

/** Of one product under one action. */
export interface FunnelRates {
  readonly impressions: number;
  /** Share of impressions. */
  readonly clickRate: number;
  /** Share of clicks. */
  readonly conversion: number;
}

export function funnelOf(
  units: number,
  { clickRate, conversion }: FunnelRates,
  unitsPerOrder: number,
): Funnel {
  const perImpression = clickRate * conversion * unitsPerOrder;
  const impressions = perImpression > 0 ? units / perImpression : 0;
  return { impressions, clickRate, conversion, unitsPerOrder };
}

/** Of several actions that are chosen with these weights: clicks over impressions, orders over clicks. */
export function meanRates(rates: readonly FunnelRates[], weights: readonly number[]): FunnelRates {
  let [weight, seen, clicked, ordered] = [0, 0, 0, 0];
  rates.forEach(({ impressions, clickRate, conversion }, i) => {
    const own = weights[i]! * impressions;
    weight += weights[i]!;
    seen += own;
    clicked += own * clickRate;
    ordered += own * clickRate * conversion;
  });
  return {
    impressions: weight > 0 ? seen / weight : 0,
    clickRate: seen > 0 ? clicked / seen : 0,
    conversion: clicked > 0 ? ordered / clicked : 0,
  };
}
