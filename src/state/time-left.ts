/** Before that nothing can be told. */
const LEAST_FRACTION = 0.05;
const LEAST_MS = 1_000;

/** If work goes on as it went so far; null while too little is done to tell. */
export function secondsLeft(fraction: number | null, elapsedMs: number): number | null {
  if (fraction === null || fraction < LEAST_FRACTION || elapsedMs < LEAST_MS) return null;
  return ((elapsedMs / 1000) * (1 - fraction)) / fraction;
}
