// How far apart the arms must be at each look, so that looking early does not raise the chance of a false alarm.

/**
 * Final bounds of O'Brien and Fleming (1979), in standard deviations, by number of looks, for a false alarm of 5% on two
 * sides (Jennison and Turnbull 2000, table 2.3); below, by how much more buyers they need at 80% power (table 2.4).
 */
const FINAL_BOUNDS = [1.96, 1.977, 2.004, 2.024, 2.04];
const INFLATIONS = [1, 1.008, 1.017, 1.024, 1.028];

export const MOST_LOOKS = 5;

/**
 * Returns the bound of a look, from 1, in standard deviations: C √(looks / look). Looks stand at equal parts of the
 * information. They may stand at equal parts of the days, too, where orders come evenly or ever more slowly: then looks
 * are more alike than assumed, and a false alarm is rarer (Slepian 1962).
 */
export function boundAt(look: number, looks: number): number {
  return FINAL_BOUNDS[looks - 1]! * Math.sqrt(looks / look);
}

/** Returns how many times as many buyers a test with these looks needs as one that is read at the end. */
export function inflationOf(looks: number): number {
  return INFLATIONS[looks - 1]!;
}

/** Returns the look, from 1, that a share of the days allows; 0: none yet. */
export function lookAfter(shareOfDays: number, looks: number): number {
  return Math.min(looks, Math.floor(shareOfDays * looks + ROUNDING));
}

const ROUNDING = 1e-9;
