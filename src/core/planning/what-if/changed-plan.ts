// A plan as the seller changed it: every figure is read from the study that the sliders show.

import { aboutProduct } from '../plan/about-product.ts';
import { inCents } from '../plan/tag-price.ts';
import { profitParts } from '../economics/profit-parts.ts';
import type { Objective } from '../plan/aim.ts';
import type { LaunchAction, LaunchPlan, Verdict } from '../plan/launch-plan.ts';
import { verdictOf } from '../plan/launch-verdict.ts';
import { plannedValue } from '../plan/planned-value.ts';
import { knownMoney } from '../plan/unit-money.ts';
import { gainOf } from '../search/gain-over-usual.ts';
import { promiseKind } from '../search/promise-kind.ts';
import { sensitivityOf } from '../search/sensitivity.ts';
import type { PlanStudy } from './plan-study.ts';
import {
  figuresAt,
  logUnitsAt,
  returnRateAt,
  salePriceAt,
  unitMoneyAt,
  unitOfferAt,
  type WhatIfChoice,
} from './what-if.ts';

/**
 * Returns the plan with a choice of the seller's in its place. A study knows neither the funnel nor the rating, so they
 * are left out, and so are the reasons why the plan itself was proposed.
 */
export function changedPlan(
  plan: LaunchPlan,
  study: PlanStudy,
  { choice, objective }: { readonly choice: WhatIfChoice; readonly objective: Objective },
): LaunchPlan {
  const { usual } = plan;
  const { spread, economics, precedents } = study;
  const logUnits = logUnitsAt(study, choice);
  const money = unitMoneyAt(study, choice);
  const launched = { logUnits, money, stock: choice.stockUnits };
  const forecasted = figuresAt(study, choice);
  const action = actionAt(study, choice);
  const economy = { spread, objective };
  const sensitivity = sensitivityOf(economy, launched, plannedValue(usual, objective));
  const gain = gainOf(economy, { ...launched, ...forecasted }, usual);
  const returnRate = returnRateAt(study, choice);
  const offer = unitOfferAt(study, choice);
  const parts = profitParts(spread, { ...launched, economics, offer, returnRate });
  return {
    ...{ action, ...forecasted, funnel: null, support: precedents.support },
    promise: promiseKind(action, {
      ...precedents,
      inSeason: precedents.inSeason[choice.weekIndex] ?? 0,
    }),
    ...(sensitivity === null ? {} : { sensitivity }),
    ...(gain === null ? {} : { gain }),
    ...(study.returnRates === null ? {} : { returnRate }),
    money: knownMoney(money),
    ...(parts === null ? {} : { parts }),
    ...aboutProduct(plan),
    alternatives: plan.alternatives,
    verdict: changedVerdict(plan.verdict, forecasted),
  };
}

function actionAt(study: PlanStudy, choice: WhatIfChoice): LaunchAction {
  const price = salePriceAt(study, choice.priceFactor);
  return {
    launchDay: study.weeks[choice.weekIndex]!,
    ...study.offer,
    priceFactor: choice.priceFactor,
    salePrice: inCents(price),
    adSpend: Number.isNaN(choice.adSpend) ? null : choice.adSpend,
    stockUnits: choice.stockUnits,
  };
}

/** A plan that others displaced stays so, unless its change speaks against a launch. */
function changedVerdict(
  { kind }: Verdict,
  forecasted: Pick<LaunchPlan, 'outcome' | 'odds'>,
): Verdict {
  const changed = verdictOf(forecasted, kind !== 'negative-margin');
  return changed.kind === 'launch' && kind === 'displaced' ? { kind } : changed;
}
