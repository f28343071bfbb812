import type { Progress } from '#core/base/progress.ts';

/** Start and end of each phase as shares of the whole import, 0–1; reading takes longest. */
const PARTS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  read: [0, 0.6],
  type: [0.6, 0.8],
  store: [0.8, 1],
};

/** Returns the progress of an import, 0–1; null where it is not known. */
export function importFraction({ phase, done, total }: Progress): number | null {
  const part = PARTS[phase];
  if (!part || !total) return null;
  return part[0] + (part[1] - part[0]) * Math.min(1, done / total);
}
