// Calculates the funnel from impressions to units, so that the strength of a plan is visible. The model predicts the
// rates. Impressions are those that the forecast units need at these rates, because more base models predict units than
// rates.

import type { Funnel } from './launch-plan.ts';

/** Funnel rates of one product under one action. */
export interface FunnelRates {
  readonly impressions: number;
  /** Share of impressions. */
  readonly clickRate: number;
  /** Share of clicks. */
  readonly conversion: number;
}

/** Returns the funnel that sells these units; 0 impressions where a rate is 0. */
export function funnelOf(
  units: number,
  { clickRate, conversion }: FunnelRates,
  unitsPerOrder: number,
): Funnel {
  const perImpression = clickRate * conversion * unitsPerOrder;
  const impressions = perImpression > 0 ? units / perImpression : 0;
  return { impressions, clickRate, conversion, unitsPerOrder };
}

/** Returns the mean rates of weighted actions: clicks over impressions, orders over clicks. */
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
