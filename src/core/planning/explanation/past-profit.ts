// What a past launch earned, with the costs that plans count, so that both can be compared.

import type { ChannelTerms } from '#core/launch/offer-terms.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { profitAt, profitOfDemand } from '../economics/launch-profit.ts';
import { keptMoney, offerMoney } from '../economics/offer-money.ts';
import type { UnitTerms } from '../economics/unit-terms.ts';

/** The costs of an aim. */
export interface CountedCosts {
  /** undefined: no further costs of selling and no later sales are counted. */
  readonly unitTerms?: UnitTerms | undefined;
  /** Share of its unit cost that a leftover unit loses, 0–1. */
  readonly leftoverLoss: number;
}

export const NO_COUNTED_COSTS: CountedCosts = { leftoverLoss: 0 };

/**
 * Returns the profit of a launch that sold its units, as a plan counts it: after channel fee, VAT, orders, returns, unit
 * cost, holding, ad spend and the loss of leftover units, with later sales. Where its stock is not known, or was topped
 * up, nothing is left over. NaN where a figure is missing; ad spend and returns count as zero where no launch has any.
 */
export function pastProfit(
  table: LaunchTable,
  row: number,
  { channels, costs }: { readonly channels: readonly ChannelTerms[]; readonly costs: CountedCosts },
): number {
  const units = table.units[row]!;
  const spend = countedWhereKnown(table.adSpend, row);
  const returns = countedWhereKnown(table.returns, row);
  const usualFee = channels.find(({ name }) => name === table.channel[row])?.fee ?? 0;
  const ownFee = table.channelFee[row]!;
  const money = keptMoney(
    offerMoney(
      { listPrice: NaN, unitCost: table.unitCost[row]! },
      {
        price: table.salePrice[row]!,
        fee: Number.isNaN(ownFee) ? usualFee : ownFee,
        adSpend: spend,
        ...costs,
      },
    ),
    units > 0 ? Math.min(1, returns / units) : 0,
  );
  if (Number.isNaN(spend)) return NaN;
  const stock = table.firstStock[row]!;
  return stock >= units
    ? profitAt(units, { money, stock })
    : profitOfDemand(units, money) - money.fixedCost;
}

function countedWhereKnown(values: Float64Array, row: number): number {
  return values.some(Number.isFinite) ? values[row]! : 0;
}
