import { finite } from '#core/base/statistics/statistics.ts';
import type { ActionSpace } from '../features/action-space.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  isPriceIdentified,
  isPriceVaried,
  isTagVaried,
} from '../features/price-identifiability.ts';
import { isFirstYear } from '#core/launch/first-year.ts';
import { FEW_LAUNCHES } from '#core/launch/history-sizes.ts';
import type { Limit } from './training-report.ts';

/** Returns what this history cannot answer; each limitation is stated and nothing is recommended instead. */
export function dataLimits(table: LaunchTable, space: ActionSpace): Limit[] {
  const found: (Limit | false)[] = [
    ...choiceLimits(table),
    ...priceLimits(table, space),
    finite(table.listPrice).length === 0 && 'no-list-price',
    finite(table.unitCost).length === 0 && 'no-cost',
    finite(table.adSpend).length === 0 && 'no-ad-spend',
    finite(table.channelFee).length === 0 && 'no-fees',
    isFirstYear(table.launchDay) && 'under-one-year',
    finite(table.units).length < FEW_LAUNCHES && 'few-launches',
  ];
  return found.filter((limit) => limit !== false);
}

/** Limitations on prices: sale prices missing, hardly varied, or varied without a clear effect. */
function priceLimits(table: LaunchTable, { priceFactors, promotions }: ActionSpace): Limit[] {
  if (priceFactors.length > 1) return [];
  const isListed = finite(table.listPrice).length > 0;
  if (isListed && finite(table.salePrice).length === 0) return ['no-sale-price'];
  if (isTagVaried(table, promotions)) return ['price-unclear'];
  // Prices that changed only with promotions show the effect of promotions, not of prices.
  if (isPriceIdentified(table)) return ['promotion-prices-only'];
  return [isPriceVaried(table) ? 'price-unclear' : 'no-price-variation'];
}

function choiceLimits(table: LaunchTable): (Limit | false)[] {
  const channels = new Set(table.channel.filter(Boolean)).size;
  const promotions = new Set(table.promotion.filter(Boolean)).size;
  return [
    channels === 0 && 'no-channel',
    channels === 1 && 'one-channel',
    promotions === 0 && 'no-promotion',
    promotions === 1 && 'one-promotion',
  ];
}
