import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import { optionsAt, type SeasonOption } from './season-option.ts';
import type { Placement } from './placement.ts';
import type { SeasonOffers } from './season-offers.ts';

/**
 * Returns the option of a placement: the same ad spend and stock if available, else the best of its week and channel.
 * null where there is none.
 */
export function optionOfPlacement(
  offers: SeasonOffers,
  { productId, week, channel, adSpend, stockUnits }: Placement,
): SeasonOption | null {
  const product = offers.products.find((each) => each.productId === productId);
  const weekPlace = offers.weeks.indexOf(week);
  const channelPlace =
    channel === null ? 0 : offers.channels.findIndex(({ name }) => name === channel);
  if (!product || weekPlace < 0 || channelPlace < 0) return null;
  const place = { week: weekPlace, channel: channelPlace, isAdLimited: true, isStockLimited: true };
  const options = optionsAt(offers, product, place);
  const isSame = (option: SeasonOption) =>
    (adSpend ?? NaN) === option.adSpend || (adSpend === null && Number.isNaN(option.adSpend));
  const same = options.filter((option) => isSame(option));
  return same.find((option) => option.stockUnits === stockUnits) ?? same[0] ?? options[0] ?? null;
}

/** Returns whether an option has the channel, promotion and price of an action, in whatever week. */
export function isOfferedAs(
  { channels, promotions }: Pick<SeasonOffers, 'channels' | 'promotions'>,
  option: SeasonOption,
  action: LaunchAction,
): boolean {
  return (
    (channels[option.channel]?.name ?? null) === action.channel &&
    (promotions[option.promotion]?.name ?? null) === action.promotion &&
    option.priceFactor === action.priceFactor
  );
}
