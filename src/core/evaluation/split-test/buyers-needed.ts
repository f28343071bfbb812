// How many buyers a split test needs, and what it can find with those that there are.

import { normalQuantile, normalShare } from '#core/base/statistics/normal-distribution.ts';
import { inflationOf } from './look-bounds.ts';
import type { SplitDesign } from './split-test.ts';

/** Chance that a test is to find the uplift it is made for; below, the chance of a false alarm, on two sides. */
export const POWER = 0.8;
export const FALSE_ALARM = 0.05;

export interface BuyersNeeded {
  readonly sent: number;
  readonly heldOut: number;
  readonly total: number;
}

/**
 * Returns how many buyers find the uplift with POWER in a two-proportion z-test (Fleiss, Levin, Paik 2003, 4.3), raised for
 * its looks. null where nothing can be found: no uplift, nobody held out or sent, or shares outside 0–1.
 */
export function buyersNeeded(design: SplitDesign): BuyersNeeded | null {
  if (!isPossible(design)) return null;
  const { heldOutShare, looks } = design;
  const { underNone, underUplift } = deviations(design);
  const z = [normalQuantile(1 - FALSE_ALARM / 2), normalQuantile(POWER)] as const;
  const total = ((z[0] * underNone + z[1] * underUplift) / design.uplift) ** 2 * inflationOf(looks);
  const heldOut = Math.ceil(total * heldOutShare);
  const sent = Math.ceil(total * (1 - heldOutShare));
  return { sent, heldOut, total: sent + heldOut };
}

/** Returns the chance that a test with so many buyers finds the uplift of its design; NaN where it cannot be asked. */
export function powerWith(design: SplitDesign, buyers: number): number {
  if (!isPossible(design)) return NaN;
  const { underNone, underUplift } = deviations(design);
  const z = normalQuantile(1 - FALSE_ALARM / 2);
  const found = Math.abs(design.uplift) * Math.sqrt(buyers / inflationOf(design.looks));
  return normalShare((found - z * underNone) / underUplift);
}

/** Returns the least uplift that so many buyers find with POWER; null where none does, not even all buyers. */
export function leastUplift(design: Omit<SplitDesign, 'uplift'>, buyers: number): number | null {
  const most = 1 - design.usualShare;
  const finds = (uplift: number) => powerWith({ ...design, uplift }, buyers) >= POWER;
  if (!finds(most * (1 - EDGE))) return null;
  let [low, high] = [0, most * (1 - EDGE)];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (finds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const EDGE = 1e-6;
const HALVINGS = 40;

function isPossible({ usualShare, uplift, heldOutShare }: SplitDesign): boolean {
  const reached = usualShare + uplift;
  const isShare = (share: number) => share > 0 && share < 1;
  return uplift !== 0 && isShare(usualShare) && isShare(reached) && isShare(heldOutShare);
}

/** Returns the deviation of the difference, times √(all buyers), without an effect (pooled) and with the uplift. */
function deviations({ usualShare, uplift, heldOutShare: held }: SplitDesign) {
  const reached = usualShare + uplift;
  const pooled = held * usualShare + (1 - held) * reached;
  const spread = (share: number) => share * (1 - share);
  return {
    underNone: Math.sqrt(spread(pooled) / (held * (1 - held))),
    underUplift: Math.sqrt(spread(usualShare) / held + spread(reached) / (1 - held)),
  };
}
