import type { SeasonOffers } from '../season/season-offers.ts';

/** Why no experiment can be looked for: no second channel, or plans made before channels were kept with them; null: they can. */
export function experimentLack({
  arms,
  channels,
}: Pick<SeasonOffers, 'arms' | 'channels'>): 'channels' | 'plans' | null {
  if (channels.length < 2) return 'channels';
  return arms ? null : 'plans';
}
