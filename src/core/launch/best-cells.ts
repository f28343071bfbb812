// The best promotion and price of every week and channel, under the ad spend of a plan; the plan's own where it launches itself.

import { offerCount, type ActionSpace } from './action-space.ts';
import { valuesOfCells, type Economy } from './economics.ts';
import type { OfferCandidate } from './offer-choice.ts';

interface Searched {
  readonly space: ActionSpace;
  readonly economy: Economy;
  /** log1p of expected units of every cell. */
  readonly logUnits: Float64Array;
  /** By cell, what was never tried: 1. */
  readonly refused: Uint8Array;
  /** By cell of a week: how much more, on the log scale, it has to promise than the others. */
  readonly doubts: Float64Array;
}

export interface BestCells {
  /** [weeks, channels]; -1 where all of them are refused. */
  readonly cells: Int32Array;
  /** Of every cell, and the economy, under the plan's ad spend. */
  readonly logUnits: Float64Array;
  readonly economy: Economy;
}

export function bestCells(searched: Searched, offer: OfferCandidate): BestCells {
  const { space, refused, doubts } = searched;
  const [economy, moved] = atSpend(searched, offer);
  const logUnits = moved.with(offer.index, offer.logUnits);
  const doubted = logUnits.map((log, cell) => log - doubts[cell % doubts.length]!);
  const values = valuesOfCells(economy, doubted);
  const channels = Math.max(1, space.channels.length);
  const ofChannel = offerCount(space) / channels; // the cells of a channel in a week lie together
  const cells = new Int32Array(space.weeks.length * channels).map((_, place) => {
    const from = place * ofChannel;
    const isOwn = offer.index >= from && offer.index < from + ofChannel;
    if (isOwn && refused[offer.index] === 0) return offer.index;
    let best = -1;
    for (let i = from; i < from + ofChannel; i++) {
      if (refused[i] === 0 && (best < 0 || values[i]! > values[best]!)) best = i;
    }
    return best;
  });
  return { cells, logUnits, economy };
}

/** What the plan's ad spend changes is taken to be the same everywhere. */
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
