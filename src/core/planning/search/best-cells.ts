// Finds the best promotion and price of every week and channel, with the plan's ad spend. In the plan's own week and
// channel its offer is taken.

import { offerCount, type ActionSpace } from '#core/model/features/action-space.ts';
import { valuesOfCells, type Economy } from '../economics/economics.ts';
import type { OfferCandidate } from './offer-choice.ts';

interface Searched {
  readonly space: ActionSpace;
  readonly economy: Economy;
  /** log1p of expected units of every cell. */
  readonly logUnits: Float64Array;
  /** By cell: 1 where it may be proposed. */
  readonly allowed: Uint8Array;
  /** By cell of a week: penalty subtracted from log units where such products never had the offer; 0 elsewhere. */
  readonly doubts: Float64Array;
}

export interface BestCells {
  /** [weeks × channels]; -1 where no cell of that week and channel is allowed. */
  readonly cells: Int32Array;
  /** log1p of expected units of every cell; below, the economy, both with the plan's ad spend. */
  readonly logUnits: Float64Array;
  readonly economy: Economy;
}

/** Returns the best allowed cell of every week and channel, at the ad spend of `offer`. */
export function bestCells(searched: Searched, offer: OfferCandidate): BestCells {
  const { space, allowed, doubts } = searched;
  const [economy, moved] = atSpend(searched, offer);
  const logUnits = moved.with(offer.index, offer.logUnits);
  const doubted = logUnits.map((log, cell) => log - doubts[cell % doubts.length]!);
  const values = valuesOfCells(economy, doubted);
  const channels = Math.max(1, space.channels.length);
  const ofChannel = offerCount(space) / channels; // the cells of a channel in a week lie together
  const cells = new Int32Array(space.weeks.length * channels).map((_, place) => {
    const from = place * ofChannel;
    const isOwn = offer.index >= from && offer.index < from + ofChannel;
    if (isOwn && allowed[offer.index] === 1) return offer.index;
    let best = -1;
    for (let i = from; i < from + ofChannel; i++) {
      if (allowed[i] === 1 && (best < 0 || values[i]! > values[best]!)) best = i;
    }
    return best;
  });
  return { cells, logUnits, economy };
}

/** The effect of the plan's ad spend on log units is assumed equal in all cells. */
function atSpend({ economy, logUnits }: Searched, offer: OfferCandidate): [Economy, Float64Array] {
  const { fixedCost } = offer.money;
  const own = economy.offers[offer.index % economy.offers.length]!;
  if (fixedCost === own.fixedCost) return [economy, logUnits];
  const moved = offer.logUnits - logUnits[offer.index]!;
  return [
    { ...economy, offers: economy.offers.map((each) => ({ ...each, fixedCost })) },
    logUnits.map((log) => log + moved),
  ];
}
