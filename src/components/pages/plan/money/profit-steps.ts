// The waterfall from the price that buyers pay to the profit, on an axis of money per unit sold.

import {
  unitWaterfall,
  type ProfitPartName,
  type ProfitParts,
  type UnitWaterfall,
} from '#core/planning/plan/profit-parts.ts';
import { NO_SELLING_TERMS, type SellingTerms } from '#core/planning/plan/selling-terms.ts';
import { m } from '#messages';
import { niceAxis } from '#components/charts/geometry/scale.ts';
import { listed } from '#components/words/lists.ts';
import { axisFormat, formatMoney, formatPrice } from '#components/words/money.ts';
import type { WaterfallAxis, WaterfallStep } from '../explanation/waterfall.ts';

const PART_WORDS: Readonly<Record<ProfitPartName, () => string>> = {
  paid: m.money_paid,
  vat: m.money_vat,
  channelFee: m.money_fee,
  orders: m.money_orders,
  returns: m.money_returns,
  unitCost: m.money_cost,
  holding: m.money_holding,
  adSpend: m.money_ads,
  leftovers: m.money_leftovers,
};

/** A step with its money for the whole launch. */
export interface MoneyStep extends WaterfallStep {
  readonly ofLaunch: string;
}

/** Returns the steps; parts that take nothing are left out. */
export function profitSteps({ steps, profit }: UnitWaterfall): MoneyStep[] {
  let reached = 0;
  const between = steps
    .filter(({ name, ofLaunch }) => name === 'paid' || ofLaunch !== 0)
    .map(({ name, perUnit, ofLaunch }): MoneyStep => {
      const from = reached;
      reached += perUnit;
      return {
        ...{ key: name, label: PART_WORDS[name](), text: formatPrice(perUnit) },
        ...{ tone: toneOf(name, perUnit), from, to: reached, ofLaunch: formatMoney(ofLaunch) },
      };
    });
  return [
    ...between,
    {
      ...{
        key: 'profit',
        label: m.money_profit(),
        text: formatPrice(profit.perUnit),
        tone: 'plan',
      },
      ...{ from: 0, to: profit.perUnit, ofLaunch: formatMoney(profit.ofLaunch) },
    },
  ];
}

function toneOf(name: ProfitPartName, perUnit: number): WaterfallStep['tone'] {
  if (name === 'paid') return 'typical';
  return perUnit < 0 ? 'less' : 'more';
}

/** Returns an axis of money that holds every step and zero. */
export function moneyAxis(steps: readonly WaterfallStep[], wanted: number): WaterfallAxis {
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const { min, max, ticks } = niceAxis(Math.min(0, ...ends), Math.max(0, ...ends), wanted);
  const words = axisFormat(formatMoney, ticks);
  return { min, max, labelled: ticks.map((at) => ({ at, text: words(at) })) };
}

/** Returns the finding: what is left of the price, or what a unit loses. */
export function profitFinding({ steps, profit }: UnitWaterfall): string {
  const paid = formatPrice(steps.find(({ name }) => name === 'paid')!.perUnit);
  return profit.perUnit >= 0
    ? m.money_finding({ paid, profit: formatPrice(profit.perUnit) })
    : m.money_finding_loss({ paid, loss: formatPrice(-profit.perUnit) });
}

/** Returns the waterfall of a plan; null where its money is not known or nothing is sold. */
export function waterfallOf({ parts }: { readonly parts?: ProfitParts }): UnitWaterfall | null {
  return parts ? unitWaterfall(parts) : null;
}

/** Returns what is not counted, as a list; '' where everything is. */
export function notCounted(selling: SellingTerms = NO_SELLING_TERMS): string {
  const { vatRate, orderFee, shippingCost, returnFreight, resaleableShare } = selling;
  const missing = [
    vatRate === 0 && m.money_no_vat(),
    orderFee + shippingCost === 0 && m.money_no_orders(),
    returnFreight === 0 && resaleableShare === 1 && m.money_no_returns(),
    selling.storagePerUnitMonth + selling.capitalRate === 0 && m.money_no_holding(),
    selling.laterSalesShare === 0 && m.money_no_later(),
  ].filter((words) => words !== false);
  return missing.length > 0 ? m.money_not_counted({ list: listed(missing) }) : '';
}
