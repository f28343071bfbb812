// What competitors of a niche charge, what a newcomer is up against, and how few sell most of it.

import { bestOffers, type BestOffers } from './best-offers.ts';
import { concentration, type Concentration } from './concentration.ts';
import type { KnownNiche } from './known-niches.ts';
import { priceBand, type PriceBand } from './price-band.ts';
import { youngOffers, type YoungOffers } from './young-offers.ts';

/** Each part is null where the files do not tell. */
export interface Competition {
  readonly prices: PriceBand | null;
  readonly best: BestOffers | null;
  readonly young: YoungOffers | null;
  readonly concentration: Concentration | null;
}

/** Returns what files tell of the competitors in a niche. */
export function competitionIn(niche: KnownNiche): Competition {
  return {
    ...{ prices: priceBand(niche), best: bestOffers(niche.offers) },
    young: youngOffers(niche.offers, niche.offersDay),
    concentration: concentration(niche.offers),
  };
}
