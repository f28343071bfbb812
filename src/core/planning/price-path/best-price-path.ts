// Finds the best price path: no cut, or a cut from any week at any depth within past prices. The path with the highest
// mean profit is taken, so the model never expects it to be worse than one price.

import type { OutcomeRange } from '../plan/launch-plan.ts';
import { meanRange } from '../plan/outcome-range.ts';
import type { PlanStudy } from '../what-if/plan-study.ts';
import type { WhatIfChoice } from '../what-if/what-if.ts';
import { mean, quantile } from '#core/base/statistics/statistics.ts';
import { bestRule, profitsByRule, type MarkdownRule } from './markdown-rule.ts';
import {
  priceScene,
  profitsOf,
  sellThroughOf,
  type Markdown,
  type PriceScene,
} from './price-path.ts';

/** Why no price path is recommended. */
export type NoPricePath = 'no-curve' | 'price-untold' | 'no-money' | 'no-lower-price';

/** Comparison with one price, over the same cases. */
export interface Advantage {
  readonly gain: OutcomeRange;
  /** Share of cases in which it earns more, 0–1; below, less. The others earn the same. */
  readonly better: number;
  readonly worse: number;
}

/** Share of the stock sold by the end of each week: the median of the cases and their 80% range. */
export interface SellThrough {
  readonly middle: readonly number[];
  readonly low80: readonly number[];
  readonly high80: readonly number[];
}

export interface PricePlan {
  readonly profit: OutcomeRange;
  readonly sellThrough: SellThrough;
}

export interface PricePath {
  /** null: one price earns most. */
  readonly markdown: Markdown | null;
  readonly onePrice: PricePlan;
  /** Equals `onePrice` where nothing is cut. */
  readonly path: PricePlan;
  readonly advantage: Advantage;
  /** null: no rule earns clearly more than the path. */
  readonly rule:
    | (Advantage & { readonly rule: MarkdownRule; readonly profit: OutcomeRange })
    | null;
  readonly launchCount: number;
}

export interface AskedPath {
  readonly choice: WhatIfChoice;
  /** Days over which the study's units are counted. */
  readonly horizonDays: number;
}

/** Depths that are compared, as shares of the price: a fifth can be told from a quarter, but nothing finer. */
const DEPTHS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];
/** Smallest relative gain in mean profit; rules and cuts that gain less are not worth the effort. */
const LEAST_GAIN = 0.01;
/** Tolerance for rounded prices and for equal profits. */
const SLACK = 1e-9;

/** Returns the price path with the highest mean profit, or the reason why none is recommended. */
export function bestPricePath(study: PlanStudy, asked: AskedPath): PricePath | NoPricePath {
  const { salesCurve } = study;
  const reason = whyNoPath(study, asked.choice);
  if (reason !== null || !salesCurve) return reason ?? 'no-curve';
  const scene = priceScene(study, salesCurve, asked);
  const markdowns = markdownsOf(study, asked.choice);
  const held = profitsOf(scene, null);
  const least = mean(held) + LEAST_GAIN * Math.abs(mean(held));
  let [markdown, profits, most]: [Markdown | null, Float64Array, number] = [null, held, least];
  for (const each of markdowns) {
    const earned = profitsOf(scene, each);
    if (mean(earned) > most) [markdown, profits, most] = [each, earned, mean(earned)];
  }
  const expected = mean(profits);
  const rule = bestRule(scene, markdowns, expected + LEAST_GAIN * Math.abs(expected));
  const onePrice = planOf(scene, null, held);
  return {
    ...{ markdown, onePrice, launchCount: salesCurve.launchCount },
    path: markdown ? planOf(scene, markdown, profits) : onePrice,
    advantage: advantageOf(profits, held),
    rule: rule && ruled(scene, rule, held),
  };
}

function whyNoPath(study: PlanStudy, choice: WhatIfChoice): NoPricePath | null {
  const { salesCurve, priceIsTold, economics } = study;
  if (!salesCurve) return 'no-curve';
  if (!priceIsTold) return 'price-untold';
  if (Number.isNaN(economics.listPrice) || Number.isNaN(economics.unitCost)) return 'no-money';
  return depthsOf(study, choice).length > 0 ? null : 'no-lower-price';
}

/** Depths that stay within the lowest price ever tried. */
function depthsOf({ tried }: PlanStudy, { priceFactor }: WhatIfChoice): number[] {
  return DEPTHS.filter((depth) => priceFactor * (1 - depth) >= tried.low - SLACK);
}

/** Returns every cut that is compared: each week from the second, at each depth that past prices allow. */
export function markdownsOf(study: PlanStudy, choice: WhatIfChoice): Markdown[] {
  const weeks = study.salesCurve?.shares.length ?? 0;
  return Array.from({ length: Math.max(0, weeks - 1) }, (_, i) => i + 2).flatMap((fromWeek) =>
    depthsOf(study, choice).map((depth) => ({ fromWeek, depth })),
  );
}

function ruled(
  scene: PriceScene,
  rule: MarkdownRule,
  held: Float64Array,
): NonNullable<PricePath['rule']> {
  const profits = profitsByRule(scene, rule);
  return { rule, profit: meanRange(profits), ...advantageOf(profits, held) };
}

function planOf(scene: PriceScene, markdown: Markdown | null, profits: Float64Array): PricePlan {
  const weeks = sellThroughOf(scene, markdown);
  const at = (share: number) => weeks.map((cases) => quantile(cases, share));
  return {
    profit: meanRange(profits),
    sellThrough: { middle: at(0.5), low80: at(0.1), high80: at(0.9) },
  };
}

function advantageOf(profits: Float64Array, held: Float64Array): Advantage {
  const gains = profits.map((profit, i) => profit - held[i]!);
  const shareWhere = (is: (gain: number) => boolean) => gains.filter(is).length / gains.length;
  return {
    gain: meanRange(gains),
    better: shareWhere((gain) => gain > SLACK),
    worse: shareWhere((gain) => gain < -SLACK),
  };
}
