// Names the place of the surface that a plan gave up although its forecast is higher, and why.

import type { ActionSpace } from '#core/model/features/action-space.ts';
import type { PassedOver } from '../plan/launch-plan.ts';
import { leastTied, TIED_CELLS, TIED_OFFERS } from './near-ties.ts';
import { afterWaiting } from './waiting.ts';

interface Decided {
  readonly space: ActionSpace;
  /** Expected objective, [channels × weeks]. */
  readonly surface: readonly (readonly (number | null)[])[];
  readonly planned: { readonly weekIndex: number; readonly value: number };
  /** Share of its value that a launch keeps after waiting, by week. */
  readonly keptShares: ArrayLike<number>;
  /** Whether such products ever had the offer of this week and channel. */
  readonly isTried: (weekIndex: number, channelIndex: number) => boolean;
}

/** Returns the highest place above the plan, the first of equal ones; null where nothing is above it. */
export function passedOver(decided: Decided): PassedOver | null {
  const { space, surface, planned } = decided;
  let highest = { weekIndex: -1, channelIndex: -1, value: planned.value };
  surface.forEach((values, channelIndex) => {
    values.forEach((value, weekIndex) => {
      if (value !== null && value > highest.value) highest = { weekIndex, channelIndex, value };
    });
  });
  if (highest.weekIndex < 0) return null;
  return {
    launchDay: space.weeks[highest.weekIndex]!,
    channel: space.channels[highest.channelIndex]?.name ?? null,
    value: highest.value,
    why: whyNot(decided, highest),
  };
}

interface Place {
  readonly weekIndex: number;
  readonly channelIndex: number;
  readonly value: number;
}

function whyNot({ planned, keptShares, isTried }: Decided, place: Place): PassedOver['why'] {
  const isTied = (own: number, other: number) => own >= leastTied(other, TIED_CELLS + TIED_OFFERS);
  if (isTied(planned.value, place.value)) return 'tied';
  const own = afterWaiting(planned.value, keptShares[planned.weekIndex]!);
  if (isTied(own, afterWaiting(place.value, keptShares[place.weekIndex]!))) return 'later';
  return isTried(place.weekIndex, place.channelIndex) ? 'stock' : 'untried';
}
