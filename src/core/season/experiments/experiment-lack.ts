import type { SeasonOffers } from '../offers/season-offers.ts';

/**
 * Returns why trial launches cannot be chosen: fewer than two channels, or plans stored without arms; null: they can.
 */
export function experimentLack({
  arms,
  channels,
}: Pick<SeasonOffers, 'arms' | 'channels'>): 'channels' | 'plans' | null {
  if (channels.length < 2) return 'channels';
  return arms ? null : 'plans';
}
