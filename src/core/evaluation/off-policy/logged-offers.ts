// The coarse actions that a past launch could have had, with the price, fee and ad spend of each.

import type { ActionSpace } from '#core/model/features/action-space.ts';
import { experienceOf } from '#core/planning/search/support.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { finite, median } from '#core/base/statistics/statistics.ts';
import type { TriedAction } from './tried-action.ts';

export interface CoarseActions {
  readonly actions: readonly TriedAction[];
  /** Indexes of each action's channel and promotion in the action space. */
  readonly places: readonly { readonly channel: number; readonly promotion: number }[];
  /** Discount depth of each action's promotion, and fee of its channel, both as shares of the price. */
  readonly depths: readonly number[];
  readonly fees: readonly number[];
  /** Median ad spend of launches on each action's channel; NaN where it is not known. */
  readonly usualSpends: readonly number[];
}

/** Returns the pairs of channel and promotion that were combined at least once. */
export function coarseActions(table: LaunchTable, space: ActionSpace): CoarseActions {
  const { isCombined } = experienceOf(table, space);
  const places = isCombined.flatMap((row, channel) =>
    row.flatMap((isTried, promotion) => (isTried ? [{ channel, promotion }] : [])),
  );
  const spendOn = isCombined.map((_, channel) => usualSpend(table, space.channels[channel]?.name));
  return {
    places,
    actions: places.map(({ channel, promotion }) => ({
      channel: space.channels[channel]?.name ?? null,
      promotion: space.promotions[promotion]?.name ?? null,
    })),
    depths: places.map(({ promotion }) => space.promotions[promotion]?.depth ?? 0),
    fees: places.map(({ channel }) => space.channels[channel]?.fee ?? 0),
    usualSpends: places.map(({ channel }) => spendOn[channel]!),
  };
}

function usualSpend(table: LaunchTable, channel: string | undefined): number {
  const matches = (row: number) => channel === undefined || table.channel[row] === channel;
  return median(finite(table.adSpend.filter((_, row) => matches(row))));
}

/** Returns the index of the action that a past launch had; −1 where it had none of them. */
export function actionTaken({ actions }: CoarseActions, table: LaunchTable, row: number): number {
  return actions.findIndex(
    ({ channel, promotion }) =>
      (channel === null || table.channel[row] === channel) &&
      (promotion === null || table.promotion[row] === promotion),
  );
}

/** Terms of a launch under one action; NaN where not known. */
export interface LaunchOffer {
  /** Sale price over list price, promotion included. */
  readonly priceRatio: number;
  readonly adSpend: number;
  readonly fee: number;
}

/**
 * Returns the offer of a launch under every action. The price before the promotion stays as it was. Ad spend keeps its
 * ratio to what is usual on the channel: twice the usual on one channel is twice the usual on another. So neither
 * depends on the action taken, which the weights rely on.
 */
export function launchOffers(
  coarse: CoarseActions,
  table: LaunchTable,
  { row, taken }: TakenAction,
): LaunchOffer[] {
  const before = priceBeforePromotion(coarse, table, { row, taken });
  const spend = table.adSpend[row]!;
  const ownFee = table.channelFee[row]!;
  const own = coarse.places[taken]!.channel;
  return coarse.actions.map((_, a) => ({
    priceRatio: before * (1 - coarse.depths[a]!),
    adSpend: spend * timesAsUsual(coarse.usualSpends[taken]!, coarse.usualSpends[a]!),
    fee: coarse.places[a]!.channel === own && !Number.isNaN(ownFee) ? ownFee : coarse.fees[a]!,
  }));
}

interface TakenAction {
  readonly row: number;
  readonly taken: number;
}

/** Returns the price before the promotion as a multiple of the list price; 1 where it is not known. */
export function priceBeforePromotion(
  { depths }: CoarseActions,
  table: LaunchTable,
  { row, taken }: TakenAction,
): number {
  const ratio = table.salePrice[row]! / table.listPrice[row]!;
  return Number.isFinite(ratio) ? ratio / (1 - depths[taken]!) : 1;
}

/** Returns ad spend as a multiple of what is usual on the channel; 1 where either is not known or nothing is usual. */
export function ownSpendRatio(
  { usualSpends }: CoarseActions,
  table: LaunchTable,
  { row, taken }: TakenAction,
): number {
  const usual = usualSpends[taken]!;
  const spend = table.adSpend[row]!;
  return usual > 0 && Number.isFinite(spend) ? Math.max(0, spend) / usual : 1;
}

function timesAsUsual(own: number, other: number): number {
  return own > 0 && other > 0 ? other / own : 1;
}
