/** Least progress (0–1) and least time (milliseconds) for an estimate. */
const LEAST_FRACTION = 0.05;
const LEAST_MS = 1_000;

/** Returns the seconds left at the speed so far; null while too little is done for an estimate. */
export function secondsLeft(fraction: number | null, elapsedMs: number): number | null {
  if (fraction === null || fraction < LEAST_FRACTION || elapsedMs < LEAST_MS) return null;
  return ((elapsedMs / 1000) * (1 - fraction)) / fraction;
}
